/** What is needed, and the file. */
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { intakeStore } from './stores.ts';
import { Button } from '../ui/Button.tsx';
import { FormActions } from '../ui/FormActions.tsx';
import { cx } from '../ui/cx.ts';
import css from './intake.module.css';

export function FileStep() {
  const { t } = useTranslation();
  const { busy, pick } = useStore(intakeStore);
  return (
    <div className={cx(css.body)}>
      <h2>{t('intake.file.title')}</h2>
      <p>{t('intake.file.lead')}</p>
      <p className="quiet">{t('intake.file.need')}</p>
      <FormActions>
        <Button weight="main" disabled={busy} autoFocus data-testid="pick-file" onClick={() => void pick()}>
          {busy ? t('intake.file.reading') : t('intake.file.pick')}
        </Button>
      </FormActions>
    </div>
  );
}
