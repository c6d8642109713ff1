/** What is asked about: one form for each kind. A resident is chosen where they are looked up, at the counter. */
import { useEffect, useRef, useState } from 'react';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { StaffId } from '../../contract/ids.ts';
import type { LoggedStaff } from '../../contract/log/routes.ts';
import type { Failure } from '../../contract/result.ts';
import type { RouteReply } from '../../contract/routes.ts';
import { MAX_SPAN_DAYS } from '../../contract/who-saw/lists.ts';
import type { WhoSawSubject } from '../../contract/who-saw/lists.ts';
import { whoSawStore } from '../asked/stores.ts';
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
import { ProofFields } from '../ui/ProofFields.tsx';
import type { ProofHandle } from '../ui/ProofFields.tsx';
import { ShownSecretInput, TextInput } from '../ui/TextInput.tsx';
import type { SecretHandle } from '../ui/TextInput.tsx';

const DAY_MS = 24 * 60 * 60 * 1000;

export function AskForm({ subject }: { readonly subject: WhoSawSubject }) {
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
  const about = useStore(whoSawStore, (state) => state.about);
  if (about !== null) return null;
  return (
    <EmptyState drawing="person" words={t('whoSaw.start.person')} testId="who-saw-start">
      <Button data-testid="who-saw-to-counter" onClick={() => deskStore.getState().go('counter')}>
        {t('whoSaw.toCounter')}
      </Button>
    </EmptyState>
  );
}

function AskRoom() {
  const { t } = useTranslation();
  const { ask } = useStore(whoSawStore);
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
    <form aria-label={t('whoSaw.subjects.room')} onSubmit={(event) => void find(event)}>
      <div className={cx(formCss.line)}>
        <Field label={t('whoSaw.room')} hint={t('whoSaw.start.room')}>
          {(ids) => (
            <TextInput
              {...ids}
              maxLength={60}
              value={text}
              data-testid="who-saw-room-text"
              onChange={(event) => setText(event.currentTarget.value)}
            />
          )}
        </Field>
        <Button type="submit" className={formCss.level} data-testid="who-saw-room-find">
          {t('whoSaw.find')}
        </Button>
      </div>
      <FailureNote failure={failure} />
      {found !== null && (
        <div className={cx(formCss.actions)} role="status">
          {found.rooms.length === 0 && <p className="quiet">{t('whoSaw.noRoom')}</p>}
          {found.rooms.map(({ roomId, label }) => (
            <Button
              key={roomId}
              data-testid={`who-saw-room-${roomId}`}
              data-room={roomId}
              onClick={() => void ask({ by: 'room', roomId })}
            >
              {label}
            </Button>
          ))}
          {found.more && <p className="quiet">{t('whoSaw.moreRooms')}</p>}
        </div>
      )}
    </form>
  );
}

function AskStaff() {
  const { t } = useTranslation();
  const { about, ask, busy } = useStore(whoSawStore);
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
    <form aria-label={t('whoSaw.subjects.staff')} onSubmit={send}>
      <div className={cx(formCss.line)}>
        <FilterSelect
          label={t('whoSaw.staff')}
          allWords="–"
          value={staffId}
          choices={staff.map(({ staffId: value, name, left }) => ({
            value,
            words: left ? t('whoSaw.left', { name }) : name,
          }))}
          testId="who-saw-staff-choice"
          onChoose={setStaffId}
        />
        <FilterDay label={t('whoSaw.from')} value={from} testId="who-saw-from" onChoose={setFrom} />
        <FilterDay
          label={t('whoSaw.to')}
          value={to}
          problem={isTooLong ? t('whoSaw.tooLong', { days: MAX_SPAN_DAYS }) : null}
          testId="who-saw-to"
          onChoose={setTo}
        />
        <Button
          type="submit"
          weight="main"
          className={formCss.level}
          disabled={
            busy !== 'none' || staffId === undefined || from === undefined || to === undefined || isTooLong
          }
          data-testid="who-saw-show"
        >
          {t('whoSaw.show')}
        </Button>
      </div>
      <p className={cx('quiet', 'small')}>{t('whoSaw.start.staff', { days: MAX_SPAN_DAYS })}</p>
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
  const { about, ask, busy } = useStore(whoSawStore);
  const [day, setDay] = useState<string | undefined>(() => (about?.by === 'day' ? about.day : daysAgo(0)));
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (day !== undefined) void ask({ by: 'day', day });
  };
  return (
    <form className={cx(formCss.line)} aria-label={t('whoSaw.subjects.day')} onSubmit={send}>
      <FilterDay label={t('whoSaw.day')} value={day} testId="who-saw-day" onChoose={setDay} />
      <Button
        type="submit"
        weight="main"
        className={formCss.level}
        disabled={busy !== 'none' || day === undefined}
        data-testid="who-saw-show"
      >
        {t('whoSaw.show')}
      </Button>
    </form>
  );
}

/** The number stays in the box until it goes with the PIN, and is then nowhere on the page. */
function AskNumber() {
  const { t } = useTranslation();
  const { signedIn, people } = useDesk();
  const { trace, busy } = useStore(whoSawStore);
  const [failure, setFailure] = useState<Failure | null>(null);
  const number = useRef<SecretHandle>(null);
  const supervisor = useRef<ProofHandle>(null);
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy !== 'none') return;
    const typed = (number.current?.peek() ?? '').trim();
    if (typed.replace(/\D/g, '').length < FEWEST_DIGITS) return number.current?.focus();
    const proof = supervisor.current?.take() ?? null;
    if (proof === null) return supervisor.current?.focus();
    setFailure(null);
    const problem = await trace({ number: typed, supervisor: proof });
    setFailure(problem);
    if (problem === null) number.current?.clear();
    else supervisor.current?.focus();
  };
  return (
    <form aria-label={t('whoSaw.subjects.number')} onSubmit={(event) => void send(event)}>
      <div className={cx(formCss.line)}>
        <Field label={t('whoSaw.number')}>
          {(ids) => (
            <ShownSecretInput
              {...ids}
              handle={number}
              required
              inputMode="tel"
              maxLength={40}
              data-testid="who-saw-number"
            />
          )}
        </Field>
        <ProofFields
          people={people.filter((one) => one.role === 'supervisor')}
          preferred={signedIn.slotId}
          handle={supervisor}
          testId="who-saw-supervisor"
        />
        <Button
          type="submit"
          weight="main"
          className={formCss.level}
          disabled={busy !== 'none'}
          data-testid="who-saw-trace"
        >
          {t(busy === 'reading' ? 'whoSaw.tracing' : 'whoSaw.trace')}
        </Button>
      </div>
      <p className={cx('quiet', 'small')}>
        {t('whoSaw.start.number')} {t('whoSaw.numberLead')}
      </p>
      <FailureNote failure={failure} />
    </form>
  );
}

/** Fewest that the vault takes for a number. */
const FEWEST_DIGITS = 5;
