/** Recovery by the sheet, from the lock screen, where nobody can sign in, or from a backup where there is no vault: what will happen, the sheet, the people, another sheet, done. */
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import { assertNever, type Failure } from '../../contract/result.ts';
import type { VaultStatus } from '../../contract/sign-in/views.ts';
import { LanguageSwitch } from '../settings/LanguageSwitch.tsx';
import css from '../set-up/set-up.module.css';
import { ProveStep } from '../set-up/ProveStep.tsx';
import { SheetStep } from '../set-up/SheetStep.tsx';
import { appStore } from '../stores.ts';
import { recoveryStore } from './stores.ts';
import { Button } from '../ui/Button.tsx';
import { CeremonyShell, CeremonyTitle } from '../ui/CeremonyShell.tsx';
import { cx } from '../ui/cx.ts';
import { Note } from '../ui/Note.tsx';
import { BackupStep } from './BackupStep.tsx';
import { PeopleStep } from './PeopleStep.tsx';
import { PinsStep } from './PinsStep.tsx';
import {
  isWithin,
  stepsOf,
  type PersonChosen,
  type BackupChosen,
  inTwoRoles,
  thoseThere,
} from './recovery-store.ts';
import './words.ts';
import { FormActions } from '../ui/FormActions.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Points } from '../ui/Points.tsx';
import { useRef, useState } from 'react';
import type { RecoveryView, RecoverySheetView } from '../../contract/recovery/views.ts';
import own from './recovery.module.css';
import { bridge } from '../bridge.ts';
import { useFormScope } from '../ui/form-scope.ts';
import { Form } from '../ui/Form.tsx';
import { BackupShare } from '../backup/BackupShare.tsx';
import { SheetFields, type SheetHandle } from '../ui/SheetFields.tsx';
import type { RouteReply } from '../../contract/routes.ts';

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

/** Step that explains a recovery: its effect, what it takes, and what is easier where it will do. */
function WhatStep({ status, onNext }: { readonly status: VaultStatus; readonly onNext: () => void }) {
  const { t } = useTranslation();
  const fromBackup = status.state === 'no-vault';
  return (
    <div className="stack4">
      <CeremonyTitle>{t(fromBackup ? 'recovery.backup.whatTitle' : 'recovery.what.title')}</CeremonyTitle>
      <p>{t(fromBackup ? 'recovery.backup.whatLead' : 'recovery.what.lead')}</p>
      {status.state === 'locked' && <Note testId="recovery-easier">{t('recovery.what.easier')}</Note>}
      <Points>
        <li>
          <Icon name="lock" /> {t('recovery.what.points.needs')}
        </li>
        <li>
          <Icon name="two" /> {t('recovery.what.points.people')}
        </li>
        <li>
          <Icon name="shield" /> {t('recovery.what.points.anew')}
        </li>
        <li>
          <Icon name="check" /> {t(fromBackup ? 'recovery.backup.safe' : 'recovery.what.points.safe')}
        </li>
      </Points>
      <FormActions>
        <Button weight="main" onClick={onNext} autoFocus data-testid="recovery-next">
          {t('recovery.what.start')}
        </Button>
      </FormActions>
    </div>
  );
}

interface DoneStepProps {
  readonly keptAs: string;
  readonly there: readonly PersonChosen[];
  readonly people: readonly PersonChosen[];
  readonly onNext: () => void;
}

/** Step after a recovery: the result, and what is left to do with paper, people and the files that were there. */
function DoneStep({ keptAs, there, people, onNext }: DoneStepProps) {
  const { t } = useTranslation();
  const absent = people.filter(({ there: isThere }) => !isThere);
  return (
    <div className="stack4" data-testid="recovery-done">
      <CeremonyTitle>{t('recovery.done.title')}</CeremonyTitle>
      <p>{t('recovery.done.lead', { names: there.map(({ name }) => name).join(t('scope.and')) })}</p>
      <Points>
        <li>
          <Icon name="shield" /> {t('recovery.done.sheet')}
        </li>
        {absent.length > 0 && (
          <li>
            <Icon name="two" />{' '}
            {t('recovery.done.absent', { names: absent.map(({ name }) => name).join(t('scope.and')) })}
          </li>
        )}
        <li>
          <Icon name="lock" /> {t('recovery.done.kept', { folder: keptAs })}
        </li>
      </Points>
      <FormActions>
        <Button weight="main" onClick={onNext} autoFocus data-testid="recovery-next">
          {t('recovery.done.signIn')}
        </Button>
      </FormActions>
    </div>
  );
}

interface CompareStepProps {
  readonly view: RecoveryView;
  readonly onNext: () => void;
  readonly onStop: () => void;
}

/** The fingerprint of the roots, to be held against the paper before anything is believed of what was found, let alone written. */
function CompareStep({ view, onNext, onStop }: CompareStepProps) {
  const { t } = useTranslation();
  const [differs, setDiffers] = useState(false);
  return (
    <div className="stack4">
      <CeremonyTitle>{t('recovery.compare.title')}</CeremonyTitle>
      <p>{t('recovery.compare.lead')}</p>
      <dl className={cx(css.review)}>
        <div>
          <dt>{t('setup.welcome.estate')}</dt>
          <dd>{view.estateName}</dd>
        </div>
        <div>
          <dt>{t('recovery.compare.people')}</dt>
          <dd>{t('recovery.compare.count', { count: view.people.length })}</dd>
        </div>
        <div>
          <dt>{t('trouble.computer')}</dt>
          <dd>{t(view.knownHere ? 'recovery.compare.known' : 'recovery.compare.unknown')}</dd>
        </div>
      </dl>
      <p className={cx('stack1', own.fingerprint)} data-testid="recovery-fingerprint">
        <span className={cx('quiet', 'small')}>{t('setup.sheet.fingerprint')}</span>{' '}
        <code>{view.fingerprint}</code>
      </p>
      {differs && (
        <Note kind="harm" live testId="recovery-differs">
          {t('recovery.compare.stop')}
        </Note>
      )}
      <FormActions>
        {differs ? (
          <Button weight="main" onClick={onStop} autoFocus data-testid="recovery-stop">
            {t('recovery.cancel')}
          </Button>
        ) : (
          <>
            <Button weight="main" onClick={onNext} autoFocus data-testid="recovery-next">
              {t('recovery.compare.same')}
            </Button>
            <Button onClick={() => setDiffers(true)} data-testid="recovery-not-same">
              {t('recovery.compare.differs')}
            </Button>
          </>
        )}
      </FormActions>
    </div>
  );
}

async function checkLine(line: number, text: string): Promise<boolean | null> {
  const reply = await bridge.vault['recovery.checkLine']({ line, text });
  return reply.ok ? reply.value.right : null;
}

interface TypeSheetStepProps {
  /** Backup that the sheet is to open; null for the vault on this computer. */
  readonly backup: BackupChosen | null;
  readonly onOpened: (view: RecoveryView) => void;
  readonly onBack: () => void;
}

/** The sheet from paper: typed line by line, or read by a scanner. */
function TypeSheetStep({ backup, onOpened, onBack }: TypeSheetStepProps) {
  const { t } = useTranslation();
  const sheet = useRef<SheetHandle>(null);
  const begin = () => {
    const typed = sheet.current?.take() ?? null;
    if (typed === null) return null;
    return backup === null
      ? bridge.vault['recovery.begin']({ sheet: typed })
      : bridge.vault['recovery.stageBackup']({ ...backup, sheet: typed });
  };
  return (
    <Form
      name="recovery"
      testIds={{ submit: 'recovery-open', cancel: 'recovery-back' }}
      className="stack4"
      yes={t('recovery.sheet.open')}
      busyWords={t('recovery.sheet.opening')}
      no={t('common.back')}
      send={begin}
      onDone={onOpened}
      onFailed={() => sheet.current?.focus()}
      onClose={() => onBack()}
    >
      <CeremonyTitle>{t('recovery.sheet.title')}</CeremonyTitle>
      <p>{t('recovery.sheet.lead')}</p>
      <SheetFields handle={sheet} autoFocus checkLine={checkLine} />
      <Note kind="shows">{t('recovery.sheet.warn')}</Note>
      <Opening />
    </Form>
  );
}

/** A backup is copied first, which takes as long as it is large. */
function Opening() {
  const { t } = useTranslation();
  return useFormScope()?.isBusy === true ? <BackupShare title={t('recovery.sheet.opening')} /> : null;
}

type RecoveryUnderWay = ReturnType<typeof useRecovery>;

/** The recovery from its first step to its last: what of it React may keep, and what is asked of the vault. */
function useRecovery() {
  const { people, goTo, leave } = useStore(recoveryStore);
  const { lock, stopRecovery, refresh } = useStore(appStore);
  const pins = useRef<string[]>([]);
  const [sheet, setSheet] = useState<RecoverySheetView | null>(null);
  const [done, setDone] = useState<RouteReply<'recovery.finish'> | null>(null);
  const [making, setMaking] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const there = thoseThere(people);

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
  /** The last of them is followed by the sheet. */
  const typePin = (index: number, pin: string) => {
    pins.current[index] = pin;
    if (index + 1 === there.length) void prepare();
  };
  const backToPeople = () => {
    pins.current = [];
    setFailure(null);
    goTo('people');
  };
  return { pins, sheet, done, making, failure, there, cancel, finish, goOn, typePin, backToPeople };
}
