/** A file was made: its password, once, how it is opened and how the password is handed over. */
import { useRef } from 'react';
import { useTranslation } from '../messages/translate.ts';
import { disclosureNumber } from '../../contract/disclosures/lists.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { Done } from '../ui/Done.tsx';
import { FormActions } from '../ui/FormActions.tsx';
import pageCss from '../ui/page.module.css';
import { useKeptInView } from '../ui/use-kept-in-view.ts';
import { hashWords } from './about-words.ts';
import css from './disclosures.module.css';
import type { Made } from './GiveForm.tsx';

interface GivenNoteProps {
  readonly made: Made;
  readonly onDone: () => void;
}

export function GivenNote({ made: { given, fileName }, onDone }: GivenNoteProps) {
  const { t } = useTranslation();
  const section = useRef<HTMLElement>(null);
  useKeptInView(section);
  const { disclosureId, password, register, sha256 } = given;
  const number = disclosureNumber(disclosureId);
  const format = register.disclosures.find((one) => one.disclosureId === disclosureId)?.format ?? 'pdf';
  return (
    <section
      ref={section}
      className={cx(pageCss.section, pageCss.pending)}
      data-testid="disclosure-given"
      role="status"
    >
      <Done>{t('disclosures.given.title', { number, file: fileName })}</Done>
      <p>{t('disclosures.given.password')}</p>
      <p className={cx(css.password)} data-testid="disclosure-password">
        {password}
      </p>
      <p>{t('disclosures.given.way')}</p>
      <p>{t(`disclosures.given.opens.${format}`)}</p>
      <p className={cx('quiet', 'small')}>
        {t('disclosures.facts.sha256')} <code>{hashWords(sha256)}</code>
      </p>
      <p className={cx('quiet', 'small')}>{t('disclosures.given.lost')}</p>
      <FormActions>
        <Button weight="main" autoFocus data-testid="disclosure-done" onClick={onDone}>
          {t('disclosures.given.done')}
        </Button>
      </FormActions>
    </section>
  );
}
