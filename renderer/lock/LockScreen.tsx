/** The locked desk: estate, clock, the people of this desk, a PIN. Nothing of any resident. */
import { type KeyboardEvent, Suspense, lazy, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import { RUNTIME_DAYS } from '../../contract/shell/runtime-days.ts';
import type { ErrorCode } from '../../contract/errors.ts';
import type { Failure } from '../../contract/result.ts';
import type { RouteReply } from '../../contract/routes.ts';
import type { SlotId } from '../../contract/ids.ts';
import type { DeskPerson, VaultStatus } from '../../contract/sign-in/views.ts';
import { BackupShare } from '../backup/BackupShare.tsx';
import { bridge } from '../bridge.ts';
import { useMonotonicNow, useNow } from '../countdown.ts';
import { formatDay } from '../messages/days.ts';
import { formatClock, formatDuration } from '../messages/format.ts';
import { appStore } from '../stores.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { Form, SubmitButton } from '../ui/Form.tsx';
import { Icon } from '../ui/Icon.tsx';
import { FailureNote, Note } from '../ui/Note.tsx';
import { PinField } from '../ui/PinField.tsx';
import type { SecretHandle } from '../ui/TextInput.tsx';
import { LanguageSwitch } from '../settings/LanguageSwitch.tsx';
import css from './lock.module.css';
import { type Waits, waitOf, waitsOf, withWait } from './waits.ts';

const RepairPanel = lazy(() =>
  import('./RepairPanel.tsx').then((module) => ({ default: module.RepairPanel })),
);

/** Nobody can sign in: what is left is a backup. */
const NEEDS_REPAIR: ReadonlySet<ErrorCode> = new Set([
  'store-damaged',
  'store-missing',
  'store-wrong-key',
  'store-tampered',
  'store-newer',
]);

/** What is to be known of the program's runtime and of this computer before anybody types a PIN. */
function RuntimeNotes() {
  const { t } = useTranslation();
  const info = useStore(appStore, (state) => state.info);
  const age = info?.runtimeDays ?? 0;
  return (
    <>
      {info?.forRealData === false && (
        <p className={cx('row2', css.runtime)} role="note" data-testid="not-for-real-data">
          <Icon name="warn" /> {t('runtime.notForRealData')}
        </p>
      )}
      {info?.forRealData === true && age >= RUNTIME_DAYS.amber && (
        <p
          className={cx('row2', css.runtime, age < RUNTIME_DAYS.red && css.ageing)}
          data-testid="runtime-age"
        >
          {t('runtime.old', { count: age })}
        </p>
      )}
      {info?.lastUpdate && (
        <p className={cx('small')} role="note" data-testid="program-updated">
          {t(`runtime.updated.${info.lastUpdate.end}`, { ...info.lastUpdate })}
        </p>
      )}
      {info?.osLockWatched === false && (
        <p className={cx('quiet', 'small')}>{t('runtime.osLockNotWatched')}</p>
      )}
      {info?.memoryGuarded === false && (
        <p className={cx('quiet', 'small')} data-testid="memory-not-guarded">
          {t('runtime.memoryNotGuarded')}
        </p>
      )}
    </>
  );
}

export function LockScreen({ status }: { readonly status: VaultStatus }) {
  const { t } = useTranslation();
  const info = useStore(appStore, (state) => state.info);
  const [chosen, setChosen] = useState<DeskPerson | null>(() =>
    chosenAtFirst(status.people, info?.next ?? appStore.getState().settings.lastSlot),
  );
  const [failure, setFailure] = useState<Failure | null>(null);
  const [opening, setOpening] = useState(false);
  const [repairing, setRepairing] = useState(info?.repair ?? false);
  const pin = useRef<SecretHandle>(null);
  const [now, renew] = useMonotonicNow(500);
  const heardAt = useStore(appStore, (state) => state.heardAt);
  const [answered, setAnswered] = useState<Waits>({});
  const waits = { ...waitsOf(status.people, heardAt), ...answered };
  const wait = chosen === null ? 0 : waitOf(waits, chosen.slotId, now);
  const barred = chosen === null || chosen.closed || wait > 0;

  useEffect(() => {
    if (chosen !== null && !barred && !opening) pin.current?.focus();
  }, [chosen, barred, opening]);

  const unlock = async () => {
    if (chosen === null || barred || opening || (pin.current?.peek() ?? '') === '') return;
    setOpening(true);
    setFailure(null);
    const reply = await bridge.vault['session.unlock']({
      slotId: chosen.slotId,
      pin: pin.current?.take() ?? '',
    });
    if (reply.ok) return welcome(chosen, reply.value);
    setOpening(false);
    setFailure(reply.error);
    const { waitSeconds } = reply.error.details;
    if (typeof waitSeconds === 'number' && waitSeconds > 0) {
      const moment = performance.now();
      setAnswered((old) => withWait(old, chosen.slotId, waitSeconds, moment));
      renew();
    }
    if (CHANGES_PEOPLE.has(reply.error.code)) void appStore.getState().refresh();
    if (reply.error.code === 'left-elsewhere') setChosen(null);
  };

  const choose = (person: DeskPerson) => {
    setChosen(person);
    setFailure(null);
    pin.current?.clear();
  };

  return (
    <main className={cx(css.screen)} data-testid="screen-lock">
      <section className={cx(css.estate)}>
        <div>
          <p className={cx('quiet')}>{t('product')}</p>
          <h1>{status.estateName ?? t('product')}</h1>
        </div>
        <Clock />
        <div className={cx('stack3', css.foot)}>
          <RuntimeNotes />
          <div className={cx('line4', css.footRow)}>
            <LanguageSwitch />
            <Button
              weight="plain"
              onClick={() => appStore.getState().startRecovery()}
              data-testid="lock-forgot"
            >
              {t('lock.forgot')}
            </Button>
          </div>
        </div>
      </section>
      {repairing ? (
        <Suspense fallback={null}>
          <RepairPanel
            people={status.people}
            onLeave={() => {
              setRepairing(false);
              setFailure(null);
            }}
          />
        </Suspense>
      ) : (
        <section className={cx('stack4', css.desk)} aria-label={t('lock.who')}>
          <h2>{t('lock.who')}</h2>
          {info?.unfinished === true && (
            <Note kind="warn" live testId="lock-unfinished">
              <p>
                <b>{t('errors.change-unfinished.what')}</b>
              </p>
              <p>{t('errors.change-unfinished.todo')}</p>
            </Note>
          )}
          <People
            people={status.people}
            chosen={chosen}
            waitFor={(person) => waitOf(waits, person.slotId, now)}
            onChoose={choose}
          />
          {chosen === null && <div className={cx(css.pinPlace)} />}
          {chosen !== null && (
            <Form name="unlock" className={css.pin} busy={barred || opening} send={unlock}>
              {chosen.closed ? (
                <p className={cx(css.barred)} data-testid="lock-closed">
                  {t('lock.closedTodo')}
                </p>
              ) : (
                <>
                  <PinField
                    label={`${chosen.displayName} · PIN`}
                    key={chosen.slotId}
                    ofRole={chosen.role}
                    handle={pin}
                    disabled={barred || opening}
                  />
                  <SubmitButton weight="main" testId="unlock">
                    {opening ? t('lock.opening') : t('lock.unlock')}
                  </SubmitButton>
                </>
              )}
            </Form>
          )}
          {opening && <BackupShare title={t('lock.keeping')} perhaps />}
          {wait > 0 ? (
            <p className={cx(css.barred)} role="timer" data-testid="lock-wait">
              {t('errors.must-wait.what')} {t('lock.wait', { wait: formatDuration(t, wait) })}
            </p>
          ) : (
            <FailureNote failure={failure} />
          )}
          {failure !== null && NEEDS_REPAIR.has(failure.code) && (
            <div>
              <Button data-testid="repair-open" onClick={() => setRepairing(true)}>
                {t('repair.open')}
              </Button>
            </div>
          )}
        </section>
      )}
    </main>
  );
}

/** Behind these the list of people is another one than was shown. */
const CHANGES_PEOPLE: ReadonlySet<ErrorCode> = new Set([
  'slot-closed',
  'pin-changed-elsewhere',
  'left-elsewhere',
]);

/** The lock screen begins with them next time. */
function welcome(
  { slotId }: DeskPerson,
  { wrongTries, alarms }: RouteReply<'session.unlock'>,
): Promise<void> {
  void appStore.getState().changeSettings({ lastSlot: slotId });
  return appStore.getState().signedIn(wrongTries, alarms);
}

/** Who was said to take over, who signed in last, or the only one there is. */
const chosenAtFirst = (people: readonly DeskPerson[], likely: SlotId | null): DeskPerson | null =>
  people.find(({ slotId }) => slotId === likely) ?? (people.length === 1 ? (people[0] ?? null) : null);

function Clock() {
  const { i18n } = useTranslation();
  const now = useNow(1000);
  // The names of days and months take some milliseconds to load: the screen is painted first.
  const [painted, setPainted] = useState(false);
  useEffect(() => {
    const frame = requestAnimationFrame(() => setPainted(true));
    return () => cancelAnimationFrame(frame);
  }, []);
  return (
    <div className={cx(css.clock)}>
      <p className={cx(css.time, 'digits')}>{formatClock(now)}</p>
      <p className={cx('quiet')}>{painted ? formatDay(now, i18n.language) : '\u00a0'}</p>
    </div>
  );
}

interface PeopleProps {
  readonly people: readonly DeskPerson[];
  readonly chosen: DeskPerson | null;
  readonly waitFor: (person: DeskPerson) => number;
  readonly onChoose: (person: DeskPerson) => void;
}

/** Arrows go from one to the next, Enter or Space takes one; Tab passes over the whole group. */
function People({ people, chosen, waitFor, onChoose }: PeopleProps) {
  const { t } = useTranslation();
  const [at, setAt] = useState(0);
  const buttons = useRef<(HTMLButtonElement | null)[]>([]);
  useEffect(() => {
    if (people.length > 1) buttons.current[0]?.focus();
  }, [people.length]);

  const move = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (by === undefined || people.length === 0) return;
    event.preventDefault();
    const next = (at + by + people.length) % people.length;
    setAt(next);
    buttons.current[next]?.focus();
  };

  return (
    <div className={cx(css.people)} role="group" aria-label={t('lock.who')}>
      {people.map((person, index) => {
        const wait = waitFor(person);
        return (
          <button
            key={person.slotId}
            type="button"
            className={cx('row4', css.person)}
            ref={(element) => {
              buttons.current[index] = element;
            }}
            tabIndex={index === at ? 0 : -1}
            aria-pressed={chosen?.slotId === person.slotId}
            data-testid={`person-button-${person.role}`}
            onKeyDown={move}
            onClick={() => {
              setAt(index);
              onChoose(person);
            }}
          >
            <span className={cx(css.initial)} aria-hidden="true">
              {[...person.displayName][0]}
            </span>
            <span className={cx(css.who)}>
              <b>{person.displayName}</b>
              <span className={cx('small')}>
                {t(`roles.${person.role}`)}
                {person.closed && ` · ${t('lock.closed')}`}
                {!person.closed && wait > 0 && ` · ${t('lock.wait', { wait: formatDuration(t, wait) })}`}
              </span>
            </span>
          </button>
        );
      })}
    </div>
  );
}
