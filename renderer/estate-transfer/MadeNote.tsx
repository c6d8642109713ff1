/** The file was made: its password, once. */
import { useRef } from 'react';
import { useTranslation } from '../messages/translate.ts';
import type { RouteReply } from '../../contract/routes.ts';
import { hashWords } from '../disclosures/about-words.ts';
import disclosuresCss from '../disclosures/disclosures.module.css';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { Done } from '../ui/Done.tsx';
import { FormActions } from '../ui/FormActions.tsx';
import pageCss from '../ui/page.module.css';
import { useKeptInView } from '../ui/use-kept-in-view.ts';

/** Reply about a file that was made, and the name it was saved under. */
export type MadeFile = RouteReply<'estateTransfer.make'> & {
  readonly fileName: string;
  readonly number: string;
};

interface MadeNoteProps {
  readonly made: MadeFile;
  readonly onDone: () => void;
}

export function MadeNote({ made: { password, sha256, fileName, number }, onDone }: MadeNoteProps) {
  const { t } = useTranslation();
  const section = useRef<HTMLElement>(null);
  useKeptInView(section);
  return (
    <section
      ref={section}
      className={cx(pageCss.section, pageCss.pending)}
      data-testid="estate-transfer-made"
      role="status"
    >
      <Done>{t('estateTransfer.given.title', { number, file: fileName })}</Done>
      <p>{t('estateTransfer.given.password')}</p>
      <p className={cx(disclosuresCss.password)} data-testid="estate-transfer-password">
        {password}
      </p>
      <p>{t('estateTransfer.given.way')}</p>
      <p className={cx('quiet', 'small')}>
        SHA-256 <code>{hashWords(sha256)}</code>
      </p>
      <FormActions>
        <Button weight="main" autoFocus data-testid="estate-transfer-done" onClick={onDone}>
          {t('estateTransfer.given.done')}
        </Button>
      </FormActions>
    </section>
  );
}
