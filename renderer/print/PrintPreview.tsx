/** How an order will look on its paper: the pages that the vault has laid out, with nothing of a resident on them. */
import { useEffect, useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import type { PrintPaper } from '../../contract/print/lists.ts';
import type { Previewed, PrintPreview as Pages } from '../../contract/print/routes.ts';
import type { Failure } from '../../contract/result.ts';
import type { Language } from '../../contract/shell/settings.ts';
import { bridge } from '../bridge.ts';
import { cx } from '../ui/cx.ts';
import { FailureNote } from '../ui/Note.tsx';
import css from './print.module.css';
import { PrintedPage } from './PrintedPage.tsx';

/** Each letter of a notice changes its page: it is laid out once nobody types. */
const PAUSE_MS = 200;

interface PrintPreviewProps {
  /** Null while something is missing. */
  readonly what: Previewed | null;
  readonly paper: PrintPaper;
  readonly language: Language;
}

export function PrintPreview({ what, paper, language }: PrintPreviewProps) {
  const { t } = useTranslation();
  const [pages, setPages] = useState<Pages | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const asked = what === null ? null : JSON.stringify({ what, paper, language });
  useEffect(() => {
    if (asked === null) return;
    let isGone = false;
    const show = async (): Promise<void> => {
      const reply = await bridge.vault['print.preview'](JSON.parse(asked));
      if (isGone) return;
      setPages(reply.ok ? reply.value : null);
      setFailure(reply.ok ? null : reply.error);
    };
    const timer = setTimeout(() => void show(), PAUSE_MS);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [asked]);
  return (
    <section className={cx(css.rows)} aria-label={t('print.preview')}>
      <FailureNote failure={failure} />
      {asked === null ? (
        <p className="quiet">{t('print.previewWaits')}</p>
      ) : (
        pages !== null && (
          <>
            <p className="quiet">{t('print.previewNote', { count: pages.count })}</p>
            <div className={cx(css.preview)} data-testid="print-pages">
              {pages.pages.map((page, index) => (
                // oxlint-disable-next-line react/no-array-index-key -- pages never change
                <div key={index}>
                  <PrintedPage page={page} paper={pages.paper} />
                </div>
              ))}
            </div>
          </>
        )
      )}
    </section>
  );
}
