/** Recovery by the sheet, from the lock screen, where nobody can sign in, or from a backup where there is no vault: what will happen, the sheet, the people, another sheet, done. */
import { useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import { type Failure, assertNever } from '../../contract/result.ts';
import type { RouteReply } from '../../contract/routes.ts';
import type { RecoverySheetView } from '../../contract/recovery/views.ts';
import type { VaultStatus } from '../../contract/sign-in/views.ts';
import { bridge } from '../bridge.ts';
import { LanguageSwitch } from '../settings/LanguageSwitch.tsx';
import css from '../set-up/set-up.module.css';
import { ProveStep } from '../set-up/ProveStep.tsx';
import { SheetStep } from '../set-up/SheetStep.tsx';
import { appStore } from '../stores.ts';
import { recoveryStore } from './stores.ts';
import { Button } from '../ui/Button.tsx';
import { CeremonyShell } from '../ui/CeremonyShell.tsx';
import { cx } from '../ui/cx.ts';
import { Note } from '../ui/Note.tsx';
import { BackupStep } from './BackupStep.tsx';
import { CompareStep } from './CompareStep.tsx';
import { DoneStep } from './DoneStep.tsx';
import { PeopleStep } from './PeopleStep.tsx';
import { PinsStep } from './PinsStep.tsx';
import { inTwoRoles, stepsOf, thoseThere } from './recovery-store.ts';
import { TypeSheetStep } from './TypeSheetStep.tsx';
import { WhatStep } from './WhatStep.tsx';

export function Recovery({ status }: { readonly status: VaultStatus }) {
  const { t } = useTranslation();
  const { step, view, people, backup, goTo, choose, open, leave } = useStore(recoveryStore);
  const { info, lock, stopRecovery, refresh } = useStore(appStore);
  const pins = useRef<string[]>([]);
  const [sheet, setSheet] = useState<RecoverySheetView | null>(null);
  const [done, setDone] = useState<RouteReply<'recovery.finish'> | null>(null);
  const [making, setMaking] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const there = thoseThere(people);
  /** The vault's own word on it follows when the recovery has ended, either way. */
  const fromBackup = status.state === 'no-vault';
  const steps = stepsOf(fromBackup);

  const cancel = async () => {
    await bridge.vault['recovery.cancel']({});
    pins.current = [];
    setSheet(null);
    leave();
    stopRecovery();
    await refresh();
  };
  const prepare = async () => {
    setMaking(true);
    setFailure(null);
    const reply = await bridge.vault['recovery.prepare']({
      people: there.map(({ staffId, name, role }, index) => ({
        staffId,
        name,
        role,
        pin: pins.current[index] ?? '',
        twoRoles: there.some((person, at) => at === index && inTwoRoles(people, person)),
      })),
    });
    setMaking(false);
    pins.current = [];
    if (!reply.ok) return setFailure(reply.error);
    setSheet(reply.value);
    goTo('new-sheet');
  };
  const finish = async (answers: [string, string]): Promise<Failure | null> => {
    const reply = await bridge.vault['recovery.finish']({ answers });
    if (!reply.ok) return reply.error;
    setDone(reply.value);
    setSheet(null);
    goTo('done');
    return null;
  };
  /** To the lock screen of a fresh page and a fresh vault: PINs and sheet went through this pair. */
  const goOn = () => {
    leave();
    stopRecovery();
    void lock();
  };

  return (
    <main className={cx(css.screen)}>
      <CeremonyShell
        title={t('product')}
        rail={t('recovery.rail')}
        steps={steps.map((name) => t(`recovery.steps.${name}`))}
        now={steps.indexOf(step)}
        notice={
          info?.forRealData === false && (
            <Note kind="harm" testId="not-for-real-data">
              {t('runtime.notForRealData')}
            </Note>
          )
        }
        leave={
          <>
            {step === 'what' && <LanguageSwitch />}
            {step !== 'done' && (
              <Button
                weight="plain"
                onClick={() => void cancel()}
                disabled={making}
                data-testid="recovery-cancel"
              >
                {t('recovery.cancel')}
              </Button>
            )}
          </>
        }
        testId="screen-recovery"
        data={{ 'data-step': step }}
      >
        {renderStep()}
      </CeremonyShell>
    </main>
  );

  function renderStep() {
    switch (step) {
      case 'what':
        return <WhatStep status={status} onNext={() => goTo(fromBackup ? 'backup' : 'sheet')} />;
      case 'backup':
        return <BackupStep onChosen={choose} onBack={() => goTo('what')} />;
      case 'sheet':
        return (
          <TypeSheetStep
            backup={backup}
            onOpened={open}
            onBack={() => goTo(fromBackup ? 'backup' : 'what')}
          />
        );
      case 'compare':
        return view && <CompareStep view={view} onNext={() => goTo('people')} onStop={() => void cancel()} />;
      case 'people':
        return <PeopleStep onNext={() => goTo('pins')} onBack={() => goTo('compare')} />;
      case 'pins':
        return (
          <PinsStep
            people={there}
            making={making}
            failure={failure}
            onBack={() => {
              pins.current = [];
              setFailure(null);
              goTo('people');
            }}
            others={[...pins.current]}
            onPin={(index, pin) => {
              pins.current[index] = pin;
              if (index + 1 === there.length) void prepare();
            }}
          />
        );
      case 'new-sheet':
        return (
          sheet &&
          view && <SheetStep sheet={sheet} estateName={view.estateName} onNext={() => goTo('prove')} />
        );
      case 'prove':
        return (
          sheet && (
            <ProveStep
              ask={sheet.ask}
              finish={t('recovery.finish')}
              onFinish={finish}
              onShowAgain={() => goTo('new-sheet')}
            />
          )
        );
      case 'done':
        return done && <DoneStep keptAs={done.keptAs} there={there} people={people} onNext={goOn} />;
      default:
        return assertNever(step);
    }
  }
}
