/** Set-up, step by step. PINs are held here, out of any store, until the keys are made of them; the sheet until it is proved. */
import { useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import type { Role } from '../../contract/fields.ts';
import { type Failure, assertNever } from '../../contract/result.ts';
import type { RecoverySheetView } from '../../contract/recovery/views.ts';
import { bridge } from '../bridge.ts';
import { LanguageSwitch } from '../settings/LanguageSwitch.tsx';
import { appStore } from '../stores.ts';
import { setUpStore } from './stores.ts';
import { Button } from '../ui/Button.tsx';
import { CeremonyShell } from '../ui/CeremonyShell.tsx';
import { cx } from '../ui/cx.ts';
import { Form } from '../ui/Form.tsx';
import { FailureNote, Note } from '../ui/Note.tsx';
import { Join } from './Join.tsx';
import { KeysStep } from './KeysStep.tsx';
import { PersonStep } from './PersonStep.tsx';
import { ProveStep } from './ProveStep.tsx';
import css from './set-up.module.css';
import { SETUP_STEPS, stepBefore } from './set-up-store.ts';
import { SheetStep } from './SheetStep.tsx';
import { WelcomeStep } from './WelcomeStep.tsx';

type Pins = Record<Role, string>;
const noPins = (): Pins => ({ admin: '', supervisor: '', receptionist: '' });

export function SetUp() {
  const { t } = useTranslation();
  const { step, estateName, names, samePerson, goTo } = useStore(setUpStore);
  const info = useStore(appStore, (state) => state.info);
  const pins = useRef<Pins>(noPins());
  const [sheet, setSheet] = useState<RecoverySheetView | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [making, setMaking] = useState(false);

  const makeKeys = async () => {
    setMaking(true);
    setFailure(null);
    const reply = await bridge.vault['setup.begin']({
      estateName,
      adminIsSupervisor: samePerson,
      admin: { name: names.admin, pin: pins.current.admin },
      supervisor: { name: names.supervisor, pin: pins.current.supervisor },
      receptionist: { name: names.receptionist, pin: pins.current.receptionist },
    });
    setMaking(false);
    if (!reply.ok) return setFailure(reply.error);
    pins.current = noPins();
    setSheet(reply.value);
    goTo('sheet');
  };

  const finish = async (answers: [string, string]): Promise<Failure | null> => {
    const reply = await bridge.vault['setup.finish']({ answers });
    if (!reply.ok) return reply.error;
    // Three PINs and the sheet went through this page and its vault: the lock screen is that of a fresh pair.
    await appStore.getState().lock();
    return null;
  };

  const [isJoining, setIsJoining] = useState(false);
  const [isLeaving, setIsLeaving] = useState(false);
  const cancel = async () => {
    await bridge.vault['setup.cancel']({});
    pins.current = noPins();
    setSheet(null);
    setIsLeaving(false);
    goTo('welcome');
  };

  const back = stepBefore(step);
  const goBack =
    back === null
      ? null
      : () => {
          setFailure(null);
          goTo(back);
        };
  if (isJoining) return <Join onLeave={() => setIsJoining(false)} />;
  return (
    <main className={cx(css.screen)}>
      <CeremonyShell
        title={t('product')}
        rail={t('setup.rail')}
        steps={SETUP_STEPS.map((name) => t(`setup.steps.${name}`))}
        now={SETUP_STEPS.indexOf(step)}
        notice={
          info?.forRealData === false && (
            <Note kind="harm" testId="not-for-real-data">
              {t('runtime.notForRealData')}
            </Note>
          )
        }
        leave={
          step === 'welcome' ? (
            <LanguageSwitch />
          ) : (
            <Button
              weight="plain"
              onClick={() => setIsLeaving(true)}
              disabled={making || isLeaving}
              data-testid="setup-cancel"
            >
              {t('setup.cancel')}
            </Button>
          )
        }
        testId="screen-setup"
        data={{ 'data-step': step }}
      >
        {isLeaving && <LeaveForm onLeave={cancel} onStay={() => setIsLeaving(false)} />}
        {/* What was typed stays while it is asked. */}
        <div className={cx(css.step)} hidden={isLeaving}>
          {renderStep()}
        </div>
        {step === 'keys' && <FailureNote failure={failure} />}
      </CeremonyShell>
    </main>
  );

  function renderStep() {
    switch (step) {
      case 'welcome':
        return <WelcomeStep onNext={() => goTo('admin')} onJoin={() => setIsJoining(true)} />;
      case 'admin':
      case 'supervisor':
      case 'receptionist':
        return (
          <PersonStep
            key={step}
            role={step}
            onBack={goBack}
            others={Object.entries(pins.current)
              .filter(([role, pin]) => role !== step && pin !== '')
              .map(([, pin]) => pin)}
            onNext={(pin) => {
              pins.current[step] = pin;
              goTo(SETUP_STEPS[SETUP_STEPS.indexOf(step) + 1] ?? 'keys');
            }}
          />
        );
      case 'keys':
        return <KeysStep making={making} onMake={() => void makeKeys()} onBack={goBack} />;
      case 'sheet':
        return sheet === null ? null : (
          <SheetStep sheet={sheet} estateName={estateName} onNext={() => goTo('prove')} />
        );
      case 'prove':
        return sheet === null ? null : (
          <ProveStep
            ask={sheet.ask}
            finish={t('setup.prove.finish')}
            onFinish={finish}
            onShowAgain={() => goTo('sheet')}
          />
        );
      default:
        return assertNever(step);
    }
  }
}

interface LeaveFormProps {
  readonly onLeave: () => Promise<void>;
  readonly onStay: () => void;
}

/** All PINs that were typed and a sheet that was printed are worth nothing afterwards. */
function LeaveForm({ onLeave, onStay }: LeaveFormProps) {
  const { t } = useTranslation();
  return (
    <Form
      name="setup-leave"
      className="stack4"
      title={t('setup.cancelTitle')}
      focus="back"
      isDanger
      yes={t('setup.cancel')}
      no={t('setup.goOn')}
      send={() => onLeave()}
      onClose={onStay}
    >
      <p>{t('setup.cancelLead')}</p>
    </Form>
  );
}
