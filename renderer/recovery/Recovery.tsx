/** Recovery by the sheet, from the lock screen, where nobody can sign in, or from a backup where there is no vault: what will happen, the sheet, the people, another sheet, done. */
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import { assertNever } from '../../contract/result.ts';
import type { VaultStatus } from '../../contract/sign-in/views.ts';
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
import { isWithin, stepsOf } from './recovery-store.ts';
import { TypeSheetStep } from './TypeSheetStep.tsx';
import { type RecoveryUnderWay, useRecovery } from './use-recovery.ts';
import { WhatStep } from './WhatStep.tsx';
import './words.ts';

export function Recovery({ status }: { readonly status: VaultStatus }) {
  const { t } = useTranslation();
  const step = useStore(recoveryStore, (state) => state.step);
  const info = useStore(appStore, (state) => state.info);
  const recovery = useRecovery();
  /** The vault's own word on it follows when the recovery has ended, either way. */
  const fromBackup = status.state === 'no-vault';
  const steps = stepsOf(fromBackup);
  return (
    <main className={cx(css.screen)}>
      <CeremonyShell
        title={t('product')}
        rail={t('recovery.rail')}
        steps={steps.map((name) => t(`recovery.steps.${name}`))}
        now={steps.findIndex((counted) => isWithin(step, counted))}
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
                onClick={() => void recovery.cancel()}
                disabled={recovery.making}
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
        <RecoveryStep status={status} fromBackup={fromBackup} recovery={recovery} />
      </CeremonyShell>
    </main>
  );
}

interface RecoveryStepProps {
  readonly status: VaultStatus;
  readonly fromBackup: boolean;
  readonly recovery: RecoveryUnderWay;
}

function RecoveryStep({ status, fromBackup, recovery }: RecoveryStepProps) {
  const { t } = useTranslation();
  const { step, view, people, backup, goTo, choose, open } = useStore(recoveryStore);
  const { pins, sheet, done, making, failure, there, cancel, finish, goOn, typePin, backToPeople } = recovery;
  switch (step) {
    case 'what':
      return <WhatStep status={status} onNext={() => goTo(fromBackup ? 'backup' : 'sheet')} />;
    case 'backup':
      return <BackupStep onChosen={choose} onBack={() => goTo('what')} />;
    case 'sheet':
      return (
        <TypeSheetStep backup={backup} onOpened={open} onBack={() => goTo(fromBackup ? 'backup' : 'what')} />
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
          onBack={backToPeople}
          others={[...pins.current]}
          onPin={typePin}
        />
      );
    case 'new-sheet':
      return (
        sheet && view && <SheetStep sheet={sheet} estateName={view.estateName} onNext={() => goTo('prove')} />
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
