/** First step of a set-up: the steps to come, the things needed, and the estate's name. */
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import { toOneLine } from '../../contract/one-line.ts';
import { appStore } from '../stores.ts';
import { TryPractice } from '../practice/index.ts';
import { setUpStore } from './stores.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import css from './set-up.module.css';
import { CeremonyTitle } from '../ui/CeremonyShell.tsx';
import { Form } from '../ui/Form.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Points } from '../ui/Points.tsx';
import { TextField } from '../ui/TextField.tsx';

interface WelcomeStepProps {
  readonly onNext: () => void;
  readonly onJoin: () => void;
}

export function WelcomeStep({ onNext, onJoin }: WelcomeStepProps) {
  const { t } = useTranslation();
  const { estateName, nameEstate } = useStore(setUpStore);
  return (
    <Form
      name="setup"
      testIds={{ submit: 'setup-next' }}
      className="stack4"
      yes={t('setup.steps.welcome')}
      ready={toOneLine(estateName) !== ''}
      send={onNext}
      after={
        <div className={cx(css.ways)}>
          <Button weight="plain" onClick={onJoin} data-testid="setup-join">
            {t('setup.welcome.join')}
          </Button>
          <Button
            weight="plain"
            onClick={() => appStore.getState().startRecovery()}
            data-testid="setup-from-backup"
          >
            {t('setup.welcome.fromBackup')}
          </Button>
          <TryPractice />
        </div>
      }
    >
      <CeremonyTitle>{t('setup.welcome.title')}</CeremonyTitle>
      <p>{t('setup.welcome.lead')}</p>
      <TextField
        label={t('setup.welcome.estate')}
        hint={t('setup.welcome.estateHint')}
        value={estateName}
        maxLength={60}
        autoFocus
        testId="estate-name"
        onChange={nameEstate}
      />
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
    </Form>
  );
}
