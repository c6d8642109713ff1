/** Step that reviews the estate and its people before the keys are made, and the seconds in which they are. */
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import { ROLES } from '../../contract/fields.ts';
import { setUpStore } from './stores.ts';
import { Button } from '../ui/Button.tsx';
import { CeremonyTitle } from '../ui/CeremonyShell.tsx';
import { FormActions } from '../ui/FormActions.tsx';
import { cx } from '../ui/cx.ts';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import css from './set-up.module.css';

interface KeysStepProps {
  readonly making: boolean;
  readonly onMake: () => void;
  readonly onBack: (() => void) | null;
}

export function KeysStep({ making, onMake, onBack }: KeysStepProps) {
  const { t } = useTranslation();
  const { estateName, names } = useStore(setUpStore);
  return (
    <div className="stack4">
      <CeremonyTitle>{making ? t('setup.keys.title') : t('setup.keys.review')}</CeremonyTitle>
      <p>{t('setup.keys.lead')}</p>
      <dl className={cx(css.review)}>
        <div>
          <dt>{t('setup.welcome.estate')}</dt>
          <dd>{estateName}</dd>
        </div>
        {ROLES.slice()
          .reverse()
          .map((role) => (
            <div key={role}>
              <dt>{t(`roles.${role}`)}</dt>
              <dd>{names[role]}</dd>
            </div>
          ))}
      </dl>
      {making && <ProgressBar share={null} label={t('setup.keys.title')} />}
      <FormActions>
        <Button weight="main" onClick={onMake} disabled={making} autoFocus data-testid="make-keys">
          {making ? t('common.loading') : t('setup.steps.keys')}
        </Button>
        {onBack !== null && (
          <Button onClick={onBack} disabled={making} data-testid="setup-back">
            {t('setup.keys.again')}
          </Button>
        )}
      </FormActions>
    </div>
  );
}
