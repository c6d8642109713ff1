/** Form for a question to the access history, one for each subject. A resident is chosen where they are looked up, at the counter. */
import { useEffect, useRef, useState } from 'react';
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
import { SecondPerson } from '../pages/SecondPerson.tsx';
import { deskStore } from '../pages/stores.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { FieldLine } from '../ui/FieldLine.tsx';
import { FilterDay, FilterSelect } from '../ui/FilterBar.tsx';
import formCss from '../ui/form.module.css';
import { Form, SubmitButton } from '../ui/Form.tsx';
import { SecretField } from '../ui/SecretField.tsx';
import { TextField } from '../ui/TextField.tsx';
import type { SecretHandle } from '../ui/TextInput.tsx';
import { resultOf } from '../ui/use-submit.ts';

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
  return (
    <Form
      name="access-history-room"
      className=""
      label={t('accessHistory.subjects.room')}
      send={() => (text.trim() === '' ? null : bridge.vault['rooms.find']({ text: text.trim() }))}
      onDone={setFound}
      onFailed={() => setFound(null)}
      foot={
        found !== null && (
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
        )
      }
    >
      <FieldLine>
        <TextField
          label={t('accessHistory.room')}
          hint={t('accessHistory.start.room')}
          maxLength={60}
          value={text}
          testId="access-history-room-text"
          onChange={setText}
        />
        <SubmitButton className={formCss.level} testId="access-history-room-find">
          {t('accessHistory.find')}
        </SubmitButton>
      </FieldLine>
    </Form>
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
  const isWhole = staffId !== undefined && from !== undefined && to !== undefined && !isTooLong;
  return (
    <Form
      name="access-history-staff"
      className=""
      label={t('accessHistory.subjects.staff')}
      busy={busy !== 'none'}
      failure={failure}
      ready={isWhole}
      send={() => {
        if (isWhole) void ask({ by: 'staff', staffId, from, to });
      }}
    >
      <FieldLine>
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
        <ShowButton disabled={!isWhole} />
      </FieldLine>
      <p className={cx('quiet', 'small')}>{t('accessHistory.start.staff', { days: MAX_SPAN_DAYS })}</p>
    </Form>
  );
}

const daysAgo = (days: number): string => formatDate(Date.now() - days * DAY_MS);

/** In the order of days, and no longer than the vault looks through at once. */
const isSpan = (from: string, to: string): boolean =>
  from <= to && Date.parse(to) - Date.parse(from) < MAX_SPAN_DAYS * DAY_MS;

function ShowButton({ disabled }: { readonly disabled: boolean }) {
  const { t } = useTranslation();
  return (
    <SubmitButton weight="main" className={formCss.level} disabled={disabled} testId="access-history-show">
      {t('accessHistory.show')}
    </SubmitButton>
  );
}

function AskDay() {
  const { t } = useTranslation();
  const { about, ask, busy } = useStore(accessHistoryStore);
  const [day, setDay] = useState<string | undefined>(() => (about?.by === 'day' ? about.day : daysAgo(0)));
  return (
    <Form
      name="access-history-day"
      className={formCss.line}
      label={t('accessHistory.subjects.day')}
      busy={busy !== 'none'}
      send={() => {
        if (day !== undefined) void ask({ by: 'day', day });
      }}
    >
      <FilterDay label={t('accessHistory.day')} value={day} testId="access-history-day" onChoose={setDay} />
      <ShowButton disabled={day === undefined} />
    </Form>
  );
}

/** The number stays in the box until it goes with the PIN, and is then nowhere on the page. */
function AskNumber() {
  const { t } = useTranslation();
  const { trace, busy } = useStore(accessHistoryStore);
  const number = useRef<SecretHandle>(null);
  return (
    <Form
      name="access-history-number"
      className=""
      label={t('accessHistory.subjects.number')}
      busy={busy !== 'none'}
      refocus="second"
      send={(typed) => {
        const said = (number.current?.peek() ?? '').trim();
        if (said.replace(/\D/g, '').length < MIN_DIGITS) return number.current?.focus();
        return resultOf(trace({ number: said, supervisor: typed.second }));
      }}
      onDone={() => number.current?.clear()}
    >
      <FieldLine>
        <SecretField
          label={t('accessHistory.number')}
          handle={number}
          required
          inputMode="tel"
          maxLength={40}
          testId="access-history-number"
        />
        <SecondPerson me="chosen" testId="access-history-supervisor" />
        <SubmitButton weight="main" className={formCss.level} testId="access-history-trace">
          {t(busy === 'reading' ? 'accessHistory.tracing' : 'accessHistory.trace')}
        </SubmitButton>
      </FieldLine>
      <p className={cx('quiet', 'small')}>
        {t('accessHistory.start.number')} {t('accessHistory.numberLead')}
      </p>
    </Form>
  );
}

/** Fewest that the vault takes for a number. */
const MIN_DIGITS = 5;
