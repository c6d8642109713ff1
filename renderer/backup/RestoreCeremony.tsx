/** A restore as steps with a rail: what will happen, the PIN, how far it is, what happened. Until the last moment nothing has changed. */
import { useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import { assertNever } from '../../contract/result.ts';
import type { RestoreLook } from '../../contract/backup/views.ts';
import { SecondPerson } from '../pages/SecondPerson.tsx';
import { formatBytes, formatMoment } from '../messages/format.ts';
import { appStore } from '../stores.ts';
import { backupStore } from './stores.ts';
import { Button } from '../ui/Button.tsx';
import { CeremonyShell } from '../ui/CeremonyShell.tsx';
import { cx } from '../ui/cx.ts';
import { Fact, Facts } from '../ui/Facts.tsx';
import { focusQuietly } from '../ui/focus-quietly.ts';
import { Form } from '../ui/Form.tsx';
import { Icon } from '../ui/Icon.tsx';
import { AmongDesksNote } from '../pages/AmongDesksNote.tsx';
import { FailureNote, Note } from '../ui/Note.tsx';
import { Points } from '../ui/Points.tsx';
import css from './backup.module.css';
import { BackupProgress } from './BackupProgress.tsx';
import { RESTORE_STEPS } from './backup-store.ts';
import { OpenFields, type OpenHandle } from './OpenFields.tsx';
import { isReasonValid, WordsField } from '../ui/WordsField.tsx';
import { ReadFirst } from '../ui/ReadFirst.tsx';

export function RestoreCeremony({ name }: { readonly name: string }) {
  const { t } = useTranslation();
  const { step, failure, busy, show } = useStore(backupStore);
  return (
    <CeremonyShell
      title={t('backup.restore.title')}
      rail={t('backup.restore.rail')}
      steps={RESTORE_STEPS.map((one) => t(`backup.restore.steps.${one}`))}
      now={RESTORE_STEPS.indexOf(step)}
      leave={
        (step === 'open' || step === 'look') && (
          <Button
            weight="plain"
            disabled={busy !== 'none'}
            data-testid="restore-leave"
            onClick={() => show({ kind: 'none' })}
          >
            {t('backup.restore.leave')}
          </Button>
        )
      }
      testId="screen-restore"
      data={{ 'data-step': step }}
    >
      <FailureNote failure={failure} />
      <Step name={name} />
    </CeremonyShell>
  );
}

function Step({ name }: { readonly name: string }) {
  const { t } = useTranslation();
  const { step, look } = useStore(backupStore);
  switch (step) {
    case 'open':
      return <OpenStep name={name} />;
    case 'look':
      return look && <LookStep look={look} />;
    case 'run':
      return <BackupProgress title={t('backup.restore.running')} cancelWords={t('backup.restore.cancel')} />;
    case 'done':
      return <DoneStep />;
    default:
      return assertNever(step);
  }
}

function OpenStep({ name }: { readonly name: string }) {
  const { t } = useTranslation();
  const { view, busy, lookAt } = useStore(backupStore);
  const fields = useRef<OpenHandle>(null);
  const backup = view?.backups.find((one) => one.name === name);
  const bySheet = backup?.opensBy !== 'pin';
  const timeOf = (createdAt: number | null): string => (createdAt === null ? name : formatMoment(createdAt));
  return (
    <Form
      name="restore-open"
      testIds={{ submit: 'restore-look' }}
      className={cx('stack4', css.body)}
      busy={busy !== 'none'}
      yes={busy === 'looking' ? t('common.loading') : t('backup.restore.look')}
      send={() => {
        const proof = fields.current?.take() ?? null;
        if (proof !== null) void lookAt(proof);
      }}
    >
      <h2 tabIndex={-1} ref={focusQuietly}>
        {t('backup.restore.openTitle', { time: timeOf(backup?.createdAt ?? null) })}
      </h2>
      <ReadFirst>
        <p>
          {t('backup.restore.openLead')} {bySheet && t('backup.needsSheet')}
        </p>
      </ReadFirst>
      <OpenFields bySheet={bySheet} handle={fields} />
    </Form>
  );
}

const POINTS = {
  records: 'history',
  staff: 'person',
  kept: 'drive',
  log: 'note',
  supervisor: 'bell',
} as const;

function LookStep({ look }: { readonly look: RestoreLook }) {
  const { t } = useTranslation();
  const { bySheet, busy, restore } = useStore(backupStore);
  const [words, setWords] = useState('');
  const fields = useRef<OpenHandle>(null);
  const fits = look.bytesFree >= look.bytesNeeded;
  const can = fits && look.age !== 'apart';
  return (
    <Form
      name="restore-look"
      className={cx('stack4', css.body)}
      testIds={{ submit: 'restore-start' }}
      busy={busy !== 'none'}
      isDanger
      {...(can ? { yes: t('backup.restore.start') } : {})}
      ready={isReasonValid(words)}
      send={(typed) => {
        const proof = fields.current?.take() ?? null;
        if (proof === null) return;
        const second = typed.hasSecond ? { supervisor: typed.second } : {};
        void restore({ ...proof, words: words.trim(), ...second });
      }}
    >
      <h2 tabIndex={-1} ref={focusQuietly}>
        {t('backup.restore.lookTitle')}
      </h2>
      <Note kind={look.age === 'same' ? 'plain' : 'warn'} testId="restore-age">
        <p>
          <b>{t(`backup.restore.ages.${look.age}`, { count: look.entriesSince })}</b>
        </p>
      </Note>
      <ReadFirst>
        <Facts layout="columns" framed>
          <Fact name={t('backup.restore.facts.made')}>{formatMoment(look.createdAt)}</Fact>
          <Fact name={t('backup.restore.facts.people')} testId="restore-people">
            {t('backup.restore.facts.nowThen', { ...look.people })}
          </Fact>
          <Fact name={t('backup.restore.facts.space')}>
            {t('backup.free', {
              free: formatBytes(look.bytesFree),
              needed: formatBytes(look.bytesNeeded),
            })}
          </Fact>
        </Facts>
        <Points>
          {(Object.keys(POINTS) as (keyof typeof POINTS)[]).map((point) => (
            <li key={point}>
              <Icon name={POINTS[point]} /> {t(`backup.restore.points.${point}`)}
            </li>
          ))}
        </Points>
      </ReadFirst>
      <AmongDesksNote words={t('desks.afterRestore')} />
      {!fits && (
        <Note kind="harm" testId="restore-no-room">
          <p>{t('backup.restore.noRoom')}</p>
        </Note>
      )}
      {!look.sameKeys && (
        <Note kind="warn" testId="restore-older-keys">
          <p>{t('backup.restore.olderKeys')}</p>
        </Note>
      )}
      {can && (
        <>
          <WordsField
            label={t('backup.restore.words')}
            value={words}
            testId="restore-words"
            onChange={setWords}
          />
          {!look.sameKeys && (
            <div className={cx('line4', css.line)}>
              <SecondPerson testId="restore-supervisor" />
            </div>
          )}
          <div className={cx('line4', css.line)}>
            <OpenFields bySheet={bySheet} handle={fields} />
          </div>
        </>
      )}
    </Form>
  );
}

function DoneStep() {
  const { t } = useTranslation();
  const { restored } = useStore(backupStore);
  if (restored === null) return null;
  return (
    <div className={cx('stack4', css.body)} data-testid="restore-done">
      <h2 tabIndex={-1} ref={focusQuietly}>
        <Icon name="check" /> {t('backup.restore.doneTitle', { time: formatMoment(restored.createdAt) })}
      </h2>
      <p>{t('backup.restore.doneKept', { name: restored.keptAs })}</p>
      <p>{t('backup.restore.doneNext')}</p>
      <div className={cx('line4', css.line)}>
        <Button weight="main" data-testid="restore-lock" onClick={() => void appStore.getState().lock()}>
          <Icon name="lock" /> {t('common.lock')}
        </Button>
      </div>
    </div>
  );
}
