/** How an order will look on its paper: the pages that the vault has laid out, with nothing of a resident on them. */
import { useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import type { PrintPaper } from '../../contract/print/lists.ts';
import type { Previewed, PrintPreview as Pages } from '../../contract/print/routes.ts';
import type { Failure } from '../../contract/result.ts';
import type { Language } from '../../contract/shell/settings.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { FailureNote } from '../ui/Note.tsx';
import css from './print.module.css';
import { PrintedPage } from './PrintedPage.tsx';

/** On a small window the pages stand below the form. */
const bringIntoView = (pages: HTMLElement | null): void => pages?.scrollIntoView({ block: 'nearest' });

interface PrintPreviewProps {
  /** Null while something is missing. */
  readonly what: Previewed | null;
  readonly paper: PrintPaper;
  readonly language: Language;
}

export function PrintPreview({ what, paper, language }: PrintPreviewProps) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<(Pages & { readonly asked: string }) | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const asked = JSON.stringify([what, paper, language]);
  // What is shown is what would be printed: another choice takes it away.
  const pages = shown?.asked === asked ? shown : null;
  const show = async (): Promise<void> => {
    if (what === null) return;
    setBusy(true);
    setFailure(null);
    const reply = await bridge.vault['print.preview']({ what, paper, language });
    setBusy(false);
    if (reply.ok) setShown({ ...reply.value, asked });
    else setFailure(reply.error);
  };
  return (
    <section className={cx(css.rows)} aria-label={t('print.preview')}>
      <Button
        className={css.own}
        disabled={what === null || busy}
        data-testid="print-preview"
        onClick={() => void show()}
      >
        {t('print.preview')}
      </Button>
      <FailureNote failure={failure} />
      {pages !== null && (
        <>
          <p className="quiet">{t('print.previewNote', { count: pages.count })}</p>
          <div ref={bringIntoView} className={cx(css.preview)} data-testid="print-pages">
            {pages.pages.map((page, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- pages never change
              <div key={index}>
                <PrintedPage page={page} paper={pages.paper} />
              </div>
            ))}
          </div>
        </>
      )}
    </section>
  );
}
