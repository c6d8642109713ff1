/** What is asked about: one form for each kind. A resident is chosen where they are looked up, at the counter. */
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import type { StaffId } from '../../contract/ids.ts';
import type { LoggedStaff } from '../../contract/log/routes.ts';
import type { Failure } from '../../contract/result.ts';
import type { RouteReply } from '../../contract/routes.ts';
import { type AccessHistorySubject, MAX_SPAN_DAYS } from '../../contract/access-history/lists.ts';
import { accessHistoryStore } from '../page-intents/stores.ts';
import { bridge } from '../bridge.ts';
import { formatDate } from '../messages/format.ts';
import { useDesk } from '../pages/desk-context.ts';
import { deskStore } from '../pages/stores.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Field } from '../ui/Field.tsx';
import { FilterDay, FilterSelect } from '../ui/FilterBar.tsx';
import formCss from '../ui/form.module.css';
import { FailureNote } from '../ui/Note.tsx';
import { ProofFields, type ProofHandle } from '../ui/ProofFields.tsx';
import { type SecretHandle, ShownSecretInput, TextInput } from '../ui/TextInput.tsx';

const DAY_MS = 24 * 60 * 60 * 1000;

export function AskForm({ subject }: { readonly subject: AccessHistorySubject }) {
  switch (subject) {
    case 'person':
      return <AskPerson />;
    case 'room':
      return <AskRoom />;
    case 'staff':
      return <AskStaff />;
    case 'day':
      return <AskDay />;
    case 'number':
      return <AskNumber />;
  }
}

function AskPerson() {
  const { t } = useTranslation();
  const about = useStore(accessHistoryStore, (state) => state.about);
  if (about !== null) return null;
  return (
    <EmptyState drawing="person" words={t('accessHistory.start.person')} testId="access-history-start">
      <Button data-testid="access-history-to-counter" onClick={() => deskStore.getState().go('counter')}>
        {t('accessHistory.toCounter')}
      </Button>
    </EmptyState>
  );
}

function AskRoom() {
  const { t } = useTranslation();
  const { ask } = useStore(accessHistoryStore);
  const [text, setText] = useState('');
  const [found, setFound] = useState<RouteReply<'rooms.find'> | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const find = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (text.trim() === '') return;
    const reply = await bridge.vault['rooms.find']({ text: text.trim() });
    setFailure(reply.ok ? null : reply.error);
    setFound(reply.ok ? reply.value : null);
  };
  return (
    <form aria-label={t('accessHistory.subjects.room')} onSubmit={(event) => void find(event)}>
      <div className={cx(formCss.line)}>
        <Field label={t('accessHistory.room')} hint={t('accessHistory.start.room')}>
          {(ids) => (
            <TextInput
              {...ids}
              maxLength={60}
              value={text}
              data-testid="access-history-room-text"
              onChange={(event) => setText(event.currentTarget.value)}
            />
          )}
        </Field>
        <Button type="submit" className={formCss.level} data-testid="access-history-room-find">
          {t('accessHistory.find')}
        </Button>
      </div>
      <FailureNote failure={failure} />
      {found !== null && (
        <div className={cx(formCss.actions)} role="status">
          {found.rooms.length === 0 && <p className="quiet">{t('accessHistory.noRoom')}</p>}
          {found.rooms.map(({ roomId, label }) => (
            <Button
              key={roomId}
              data-testid={`access-history-room-${roomId}`}
              data-room={roomId}
              onClick={() => void ask({ by: 'room', roomId })}
            >
              {label}
            </Button>
          ))}
          {found.more && <p className="quiet">{t('accessHistory.moreRooms')}</p>}
        </div>
      )}
    </form>
  );
}

function AskStaff() {
  const { t } = useTranslation();
  const { about, ask, busy } = useStore(accessHistoryStore);
  const asked = about?.by === 'staff' ? about : null;
  const [staff, setStaff] = useState<readonly LoggedStaff[]>([]);
  const [staffId, setStaffId] = useState<StaffId | undefined>(asked?.staffId);
  const [from, setFrom] = useState<string | undefined>(() => asked?.from ?? daysAgo(6));
  const [to, setTo] = useState<string | undefined>(() => asked?.to ?? daysAgo(0));
  const [failure, setFailure] = useState<Failure | null>(null);
  useEffect(() => {
    void bridge.vault['log.staff']({}).then((reply) =>
      reply.ok ? setStaff(reply.value.staff) : setFailure(reply.error),
    );
  }, []);
  const isTooLong = from !== undefined && to !== undefined && !isSpan(from, to);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (staffId === undefined || from === undefined || to === undefined || isTooLong) return;
    void ask({ by: 'staff', staffId, from, to });
  };
  return (
    <form aria-label={t('accessHistory.subjects.staff')} onSubmit={send}>
      <div className={cx(formCss.line)}>
        <FilterSelect
          label={t('accessHistory.staff')}
          allWords="–"
          value={staffId}
          choices={staff.map(({ staffId: value, name, left }) => ({
            value,
            words: left ? t('accessHistory.left', { name }) : name,
          }))}
          testId="access-history-staff-choice"
          onChoose={setStaffId}
        />
        <FilterDay
          label={t('accessHistory.from')}
          value={from}
          testId="access-history-from"
          onChoose={setFrom}
        />
        <FilterDay
          label={t('accessHistory.to')}
          value={to}
          problem={isTooLong ? t('accessHistory.tooLong', { days: MAX_SPAN_DAYS }) : null}
          testId="access-history-to"
          onChoose={setTo}
        />
        <Button
          type="submit"
          weight="main"
          className={formCss.level}
          disabled={
            busy !== 'none' || staffId === undefined || from === undefined || to === undefined || isTooLong
          }
          data-testid="access-history-show"
        >
          {t('accessHistory.show')}
        </Button>
      </div>
      <p className={cx('quiet', 'small')}>{t('accessHistory.start.staff', { days: MAX_SPAN_DAYS })}</p>
      <FailureNote failure={failure} />
    </form>
  );
}

const daysAgo = (days: number): string => formatDate(Date.now() - days * DAY_MS);

/** In the order of days, and no longer than the vault looks through at once. */
const isSpan = (from: string, to: string): boolean =>
  from <= to && Date.parse(to) - Date.parse(from) < MAX_SPAN_DAYS * DAY_MS;

function AskDay() {
  const { t } = useTranslation();
  const { about, ask, busy } = useStore(accessHistoryStore);
  const [day, setDay] = useState<string | undefined>(() => (about?.by === 'day' ? about.day : daysAgo(0)));
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (day !== undefined) void ask({ by: 'day', day });
  };
  return (
    <form className={cx(formCss.line)} aria-label={t('accessHistory.subjects.day')} onSubmit={send}>
      <FilterDay label={t('accessHistory.day')} value={day} testId="access-history-day" onChoose={setDay} />
      <Button
        type="submit"
        weight="main"
        className={formCss.level}
        disabled={busy !== 'none' || day === undefined}
        data-testid="access-history-show"
      >
        {t('accessHistory.show')}
      </Button>
    </form>
  );
}

/** The number stays in the box until it goes with the PIN, and is then nowhere on the page. */
function AskNumber() {
  const { t } = useTranslation();
  const { signedIn, people } = useDesk();
  const { trace, busy } = useStore(accessHistoryStore);
  const [failure, setFailure] = useState<Failure | null>(null);
  const number = useRef<SecretHandle>(null);
  const supervisor = useRef<ProofHandle>(null);
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy !== 'none') return;
    const typed = (number.current?.peek() ?? '').trim();
    if (typed.replace(/\D/g, '').length < MIN_DIGITS) return number.current?.focus();
    const proof = supervisor.current?.take() ?? null;
    if (proof === null) return supervisor.current?.focus();
    setFailure(null);
    const problem = await trace({ number: typed, supervisor: proof });
    setFailure(problem);
    if (problem === null) number.current?.clear();
    else supervisor.current?.focus();
  };
  return (
    <form aria-label={t('accessHistory.subjects.number')} onSubmit={(event) => void send(event)}>
      <div className={cx(formCss.line)}>
        <Field label={t('accessHistory.number')}>
          {(ids) => (
            <ShownSecretInput
              {...ids}
              handle={number}
              required
              inputMode="tel"
              maxLength={40}
              data-testid="access-history-number"
            />
          )}
        </Field>
        <ProofFields
          people={people.filter((one) => one.role === 'supervisor')}
          preferred={signedIn.slotId}
          handle={supervisor}
          testId="access-history-supervisor"
        />
        <Button
          type="submit"
          weight="main"
          className={formCss.level}
          disabled={busy !== 'none'}
          data-testid="access-history-trace"
        >
          {t(busy === 'reading' ? 'accessHistory.tracing' : 'accessHistory.trace')}
        </Button>
      </div>
      <p className={cx('quiet', 'small')}>
        {t('accessHistory.start.number')} {t('accessHistory.numberLead')}
      </p>
      <FailureNote failure={failure} />
    </form>
  );
}

/** Fewest that the vault takes for a number. */
const MIN_DIGITS = 5;
