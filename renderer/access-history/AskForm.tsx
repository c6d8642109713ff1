/** The panel of a question to the access history, one for each subject. */
import { useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import type { StaffId } from '../../contract/ids.ts';
import { type Result, ok } from '../../contract/result.ts';
import type { SearchReply } from '../../contract/search/views.ts';
import { MAX_SPAN_DAYS } from '../../contract/access-history/lists.ts';
import type { AccessHistoryAbout } from '../../contract/access-history/requests.ts';
import { accessHistoryStore } from '../page-intents/stores.ts';
import { bridge } from '../bridge.ts';
import { formatDate } from '../messages/format.ts';
import { SecondPerson } from '../pages/SecondPerson.tsx';
import { useAnswer } from '../pages/use-reply.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { DayField } from '../ui/DayField.tsx';
import { dayFrom } from '../ui/days.ts';
import { FieldPair } from '../ui/FieldPair.tsx';
import { Form } from '../ui/Form.tsx';
import { SecretField } from '../ui/SecretField.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import type { SecretHandle } from '../ui/TextInput.tsx';
import { resultOf } from '../ui/use-submit.ts';
import css from './access-history.module.css';

const DAY_MS = 24 * 60 * 60 * 1000;

interface AskProps {
  /** Called once it was asked, and where it is not to be. */
  readonly onClose: () => void;
}

const FORMS = { person: AskPerson, room: AskRoom, staff: AskStaff, day: AskDay, number: AskNumber } as const;

export function AskForm({ subject, ...ask }: AskProps & { readonly subject: keyof typeof FORMS }) {
  const Ask = FORMS[subject];
  return <Ask {...ask} />;
}

interface Offered {
  readonly id: number;
  readonly words: string;
  readonly about: AccessHistoryAbout;
}

interface Found {
  readonly offered: readonly Offered[];
  readonly more: boolean;
}

interface LookUpProps extends AskProps {
  readonly of: 'person' | 'room';
  readonly label: string;
  readonly hint: string;
  readonly find: (text: string) => Promise<Result<Found>>;
}

/** What is asked about is found by some text, and chosen where several have it. */
function LookUp({ of, label, hint, find, onClose }: LookUpProps) {
  const { t } = useTranslation();
  const { ask } = useStore(accessHistoryStore);
  const [text, setText] = useState('');
  const [found, setFound] = useState<Found | null>(null);
  const choose = (about: AccessHistoryAbout): void => {
    void ask(about);
    onClose();
  };
  return (
    <Form
      name={`access-history-${of}`}
      testIds={{ submit: `access-history-${of}-find` }}
      title={t(`accessHistory.titles.${of}`)}
      yes={t('guardian.find')}
      focus="field"
      send={() => (text.trim() === '' ? null : find(text.trim()))}
      onDone={(reply) => {
        const [only] = reply.offered;
        if (only !== undefined && reply.offered.length === 1) choose(only.about);
        else setFound(reply);
      }}
      onFailed={() => setFound(null)}
      onClose={onClose}
    >
      <TextField
        label={label}
        hint={hint}
        autoFocus
        maxLength={60}
        value={text}
        testId={`access-history-${of}-text`}
        onChange={setText}
      />
      {found !== null && (
        <div className={cx(css.offered)} role="status">
          {found.offered.length === 0 && <p className="quiet">{t(`accessHistory.notFound.${of}`)}</p>}
          {found.offered.map(({ id, words, about }) => (
            <Button
              key={id}
              weight="plain"
              data-testid={`access-history-${of}-${id}`}
              data-offered={id}
              onClick={() => choose(about)}
            >
              {words}
            </Button>
          ))}
          {found.more && <p className="quiet">{t('accessHistory.moreFound')}</p>}
        </div>
      )}
    </Form>
  );
}

function AskPerson(props: AskProps) {
  const { t } = useTranslation();
  const find = async (text: string): Promise<Result<Found>> => {
    const reply = await bridge.vault['people.search']({ text });
    return reply.ok ? ok(residentsIn(reply.value)) : reply;
  };
  return (
    <LookUp
      {...props}
      of="person"
      label={t('accessHistory.subjects.person')}
      hint={t('counter.placeholder')}
      find={find}
    />
  );
}

/** Each resident once, by whatever they were found, in masks. */
function residentsIn({ groups }: SearchReply): Found {
  const rows = [
    ...new Map(groups.flatMap((group) => group.rows.map((row) => [row.personId, row] as const))).values(),
  ];
  return {
    offered: rows.slice(0, MAX_OFFERED).map(({ personId, nameMask, roomLabel, phoneMask }) => ({
      id: personId,
      words: [nameMask, roomLabel, phoneMask].filter((part) => part !== null).join(' · '),
      about: { by: 'person', personId },
    })),
    more: rows.length > MAX_OFFERED || groups.some(({ more }) => more),
  };
}

/** As many are read at a glance; more of the text finds fewer. */
const MAX_OFFERED = 12;

function AskRoom(props: AskProps) {
  const { t } = useTranslation();
  const find = async (text: string): Promise<Result<Found>> => {
    const reply = await bridge.vault['rooms.find']({ text });
    if (!reply.ok) return reply;
    const { rooms, more } = reply.value;
    return ok({
      offered: rooms.map(({ roomId, label }) => ({
        id: roomId,
        words: label,
        about: { by: 'room', roomId },
      })),
      more,
    });
  };
  return (
    <LookUp
      {...props}
      of="room"
      label={t('accessHistory.room')}
      hint={t('accessHistory.start.room')}
      find={find}
    />
  );
}

const readStaff = () => bridge.vault['log.staff']({});

function AskStaff({ onClose }: AskProps) {
  const { t } = useTranslation();
  const { about, ask } = useStore(accessHistoryStore);
  const asked = about?.by === 'staff' ? about : null;
  const [staffId, setStaffId] = useState<StaffId | null>(asked?.staffId ?? null);
  const [from, setFrom] = useState(() => asked?.from ?? daysAgo(6));
  const [to, setTo] = useState(() => asked?.to ?? daysAgo(0));
  const { reply, failure } = useAnswer(readStaff, undefined);
  const days = { from: dayFrom(from), to: dayFrom(to) };
  const isTooLong = days.from !== null && days.to !== null && !isSpan(days.from, days.to);
  return (
    <Form
      name="access-history"
      testIds={{ form: 'access-history-staff-form', submit: 'access-history-show' }}
      title={t('accessHistory.titles.staff')}
      lead={t('accessHistory.start.staff', { days: MAX_SPAN_DAYS })}
      yes={t('accessHistory.show')}
      focus="field"
      failure={failure}
      ready={staffId !== null && days.from !== null && days.to !== null && !isTooLong}
      send={() => {
        if (staffId === null || days.from === null || days.to === null) return;
        void ask({ by: 'staff', staffId, from: days.from, to: days.to });
        onClose();
      }}
      onClose={onClose}
    >
      {/* Nobody opens it before there is anybody in it. */}
      {reply !== null && (
        <SelectField
          label={t('staff.title')}
          placeholder="–"
          value={staffId}
          choices={reply.staff.map(({ staffId: value, name, left }) => ({
            value,
            words: left ? t('log.filters.left', { name }) : name,
          }))}
          testId="access-history-staff-choice"
          autoFocus
          onChange={setStaffId}
        />
      )}
      <FieldPair>
        <DayField label={t('accessHistory.from')} name="from" value={from} onChange={setFrom} />
        <DayField
          label={t('accessHistory.to')}
          name="to"
          value={to}
          problem={isTooLong ? t('accessHistory.tooLong', { days: MAX_SPAN_DAYS }) : null}
          onChange={setTo}
        />
      </FieldPair>
    </Form>
  );
}

const daysAgo = (days: number): string => formatDate(Date.now() - days * DAY_MS);

/** In the order of days, and no longer than the vault looks through at once. */
const isSpan = (from: string, to: string): boolean =>
  from <= to && Date.parse(to) - Date.parse(from) < MAX_SPAN_DAYS * DAY_MS;

function AskDay({ onClose }: AskProps) {
  const { t } = useTranslation();
  const { about, ask } = useStore(accessHistoryStore);
  const [typed, setTyped] = useState(() => (about?.by === 'day' ? about.day : daysAgo(0)));
  const day = dayFrom(typed);
  return (
    <Form
      name="access-history"
      testIds={{ form: 'access-history-day-form', submit: 'access-history-show' }}
      title={t('accessHistory.titles.day')}
      yes={t('accessHistory.show')}
      focus="field"
      ready={day !== null}
      send={() => {
        if (day === null) return;
        void ask({ by: 'day', day });
        onClose();
      }}
      onClose={onClose}
    >
      <DayField
        label={t('accessHistory.subjects.day')}
        name="day"
        autoFocus
        value={typed}
        onChange={setTyped}
      />
    </Form>
  );
}

/** The number stays in the box until it goes with the PIN, and is then nowhere on the page. */
function AskNumber({ onClose }: AskProps) {
  const { t } = useTranslation();
  const { trace, busy } = useStore(accessHistoryStore);
  const number = useRef<SecretHandle>(null);
  return (
    <Form
      name="access-history-number"
      testIds={{ submit: 'access-history-trace' }}
      title={t('accessHistory.titles.number')}
      lead={t('accessHistory.start.number')}
      yes={t('accessHistory.trace')}
      busyWords={t('accessHistory.tracing')}
      focus="field"
      busy={busy !== 'none'}
      refocus="second"
      send={(typed) => {
        const said = (number.current?.peek() ?? '').trim();
        if (said.replace(/\D/g, '').length < MIN_DIGITS) return number.current?.focus();
        return resultOf(trace({ number: said, supervisor: typed.second }));
      }}
      onClose={() => onClose()}
    >
      <SecretField
        label={t('accessHistory.number')}
        handle={number}
        required
        autoFocus
        inputMode="tel"
        maxLength={40}
        testId="access-history-number"
      />
      <SecondPerson me="chosen" testId="access-history-supervisor" />
      <p className={cx('quiet', 'small')}>{t('accessHistory.numberLead')}</p>
    </Form>
  );
}

/** Fewest that the vault takes for a number. */
const MIN_DIGITS = 5;
