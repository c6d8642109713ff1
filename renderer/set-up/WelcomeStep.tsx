/** What will happen, what is needed, and the estate's name. */
import type { FormEvent } from 'react';
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import { toOneLine } from '../../contract/one-line.ts';
import { appStore } from '../stores.ts';
import { TryPractice } from '../practice/index.ts';
import { setUpStore } from './stores.ts';
import { Button } from '../ui/Button.tsx';
import { CeremonyTitle } from '../ui/CeremonyShell.tsx';
import { FormActions } from '../ui/FormActions.tsx';
import { cx } from '../ui/cx.ts';
import { Field } from '../ui/Field.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Points } from '../ui/Points.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import css from './set-up.module.css';

export function WelcomeStep({ onNext }: { readonly onNext: () => void }) {
  const { t } = useTranslation();
  const { estateName, nameEstate } = useStore(setUpStore);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (toOneLine(estateName) !== '') onNext();
  };
  return (
    <form className={cx(css.form)} onSubmit={submit}>
      <CeremonyTitle>{t('setup.welcome.title')}</CeremonyTitle>
      <p>{t('setup.welcome.lead')}</p>
      <Points>
        <li>
          <Icon name="lock" /> {t('setup.welcome.points.sealed')}
        </li>
        <li>
          <Icon name="eye" /> {t('setup.welcome.points.reason')}
        </li>
        <li>
          <Icon name="shield" /> {t('setup.welcome.points.sheet')}
        </li>
      </Points>
      <Field label={t('setup.welcome.estate')} hint={t('setup.welcome.estateHint')}>
        {(ids) => (
          <TextInput
            {...ids}
            value={estateName}
            maxLength={60}
            autoFocus
            data-testid="estate-name"
            onChange={(event) => nameEstate(event.currentTarget.value)}
          />
        )}
      </Field>
      <FormActions>
        <Button weight="main" type="submit" disabled={toOneLine(estateName) === ''} data-testid="setup-next">
          {t('setup.welcome.start')}
        </Button>
      </FormActions>
      <div>
        <Button
          weight="plain"
          onClick={() => appStore.getState().startRecovery()}
          data-testid="setup-from-backup"
        >
          {t('setup.welcome.fromBackup')}
        </Button>
      </div>
      <TryPractice />
    </form>
  );
}
