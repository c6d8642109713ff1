/** Whose information an incident is about: chosen from what is there, and counted by the vault. */
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { type Translate, useTranslation } from '../messages/translate.ts';
import { disclosureNumber } from '../../contract/disclosures/lists.ts';
import type { RoomId } from '../../contract/ids.ts';
import {
  INCIDENT_SCOPES,
  type IncidentScope,
  MAX_AFFECTED,
  incidentNumber,
} from '../../contract/incidents/lists.ts';
import type { ScopeRequest } from '../../contract/incidents/routes.ts';
import { paperNumber } from '../../contract/paper-register/lists.ts';
import type { Failure } from '../../contract/result.ts';
import { bridge } from '../bridge.ts';
import { formatMoment } from '../messages/format.ts';
import { personStore } from '../current-record/stores.ts';
import { StepForm } from '../pages/StepForm.tsx';
import { Button } from '../ui/Button.tsx';
import { Chips, SeveralChips } from '../ui/Chips.tsx';
import { Field } from '../ui/Field.tsx';
import formCss from '../ui/form.module.css';
import { FailureNote, Note } from '../ui/Note.tsx';
import { type Choice, Select } from '../ui/Select.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { type IncidentFormProps, seenOf } from './FactsForm.tsx';

const { vault } = bridge;

interface Room {
  readonly roomId: RoomId;
  readonly label: string;
}

/** Null where nothing is typed, undefined where it is no number of people. */
export function peopleOf(text: string): number | null | undefined {
  const typed = text.normalize('NFKC').trim();
  if (typed === '') return null;
  const people = /^\d{1,9}$/.test(typed) ? Number(typed) : MAX_AFFECTED + 1;
  return people <= MAX_AFFECTED ? people : undefined;
}

export function ScopeForm({ incident, onClose, onStale }: IncidentFormProps) {
  const { t } = useTranslation();
  const person = useStore(personStore, (state) => state.person);
  const [of, setOf] = useState<IncidentScope>(incident.scope);
  const [estimate, setEstimate] = useState(incident.people === null ? '' : String(incident.people));
  const [rooms, setRooms] = useState<readonly Room[]>([]);
  const [one, setOne] = useState<number | null>(incident.scope === of ? incident.originId : null);
  const [isAsked, setIsAsked] = useState(false);
  const people = peopleOf(estimate);
  const request = requestOf({ of, people, rooms, one, personId: person?.personId ?? null });
  return (
    <StepForm
      name="incident"
      focus="title"
      title={t('incidents.countTitle', { number: incidentNumber(incident.incidentId) })}
      lead={t('incidents.countLead')}
      yes={t('incidents.count')}
      isReady={() => {
        setIsAsked(true);
        return request !== null;
      }}
      send={() => {
        if (request === null) throw new RangeError('asked before it is ready');
        return vault['incidents.count']({ ...seenOf(incident), scope: request });
      }}
      onClose={onClose}
      onStale={onStale}
    >
      <Chips
        label={t('incidents.scope')}
        options={INCIDENT_SCOPES.map((id) => ({ id, label: t(`incidents.scopes.${id}`) }))}
        chosen={of}
        testId="incident-scope"
        onChoose={(next) => {
          setOf(next);
          setOne(null);
          setIsAsked(false);
        }}
      />
      {of === 'person' &&
        (person === null ? (
          <Note kind="warn" testId="incident-no-person">
            <p>{t('incidents.noPerson')}</p>
          </Note>
        ) : (
          <p>
            {t('incidents.person')} <b>{person.nameMask}</b>
          </p>
        ))}
      {of === 'rooms' && <RoomsField rooms={rooms} onChange={setRooms} />}
      {(of === 'paper' || of === 'file' || of === 'alert') && (
        <OneOf key={of} of={of} value={one} onChoose={setOne} />
      )}
      {(of === 'unknown' || of === 'paper') && (
        <Field
          label={t(of === 'paper' ? 'incidents.estimatePaper' : 'incidents.estimate')}
          problem={isAsked && people === undefined ? t('incidents.badNumber') : null}
          className={formCss.half}
        >
          {(ids) => (
            <TextInput
              {...ids}
              inputMode="numeric"
              maxLength={9}
              value={estimate}
              data-testid="incident-estimate"
              onChange={(event) => setEstimate(event.currentTarget.value)}
            />
          )}
        </Field>
      )}
    </StepForm>
  );
}

interface Typed {
  readonly of: IncidentScope;
  readonly people: number | null | undefined;
  readonly rooms: readonly Room[];
  readonly one: number | null;
  readonly personId: Extract<ScopeRequest, { of: 'person' }>['personId'] | null;
}

/** Null while something is missing. */
function requestOf({ of, people, rooms, one, personId }: Typed): ScopeRequest | null {
  switch (of) {
    case 'unknown':
      return people === undefined ? null : { of, estimate: people };
    case 'person':
      return personId === null ? null : { of, personId };
    case 'rooms':
      return rooms.length === 0 ? null : { of, rooms: rooms.map(({ roomId }) => roomId) };
    case 'paper':
      return one === null || people === undefined ? null : { of, paperId: one, estimate: people };
    case 'file':
      return one === null ? null : { of, disclosureId: one };
    case 'alert':
      return one === null ? null : { of, entry: one };
    case 'everybody':
      return { of };
  }
}

interface RoomsFieldProps {
  readonly rooms: readonly Room[];
  readonly onChange: (rooms: readonly Room[]) => void;
}

function RoomsField({ rooms, onChange }: RoomsFieldProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [isNone, setIsNone] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const add = async (): Promise<void> => {
    if (text.trim() === '') return;
    const reply = await vault['rooms.find']({ text: text.trim() });
    setFailure(reply.ok ? null : reply.error);
    const found = reply.ok ? reply.value.rooms : [];
    setIsNone(reply.ok && found.length === 0);
    if (found.length === 0) return;
    const known = new Set(rooms.map(({ roomId }) => roomId));
    onChange([...rooms, ...found.filter(({ roomId }) => !known.has(roomId))].slice(0, 100));
    setText('');
  };
  return (
    <>
      <div className={formCss.line}>
        <Field label={t('incidents.room')} problem={isNone ? t('incidents.roomNone') : null}>
          {(ids) => (
            <TextInput
              {...ids}
              maxLength={60}
              value={text}
              data-testid="incident-room"
              onChange={(event) => setText(event.currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter') return;
                // The form is not sent by what looks up a part of it.
                event.preventDefault();
                void add();
              }}
            />
          )}
        </Field>
        <Button className={formCss.level} data-testid="incident-room-find" onClick={() => void add()}>
          {t('incidents.roomFind')}
        </Button>
      </div>
      <FailureNote failure={failure} />
      {rooms.length > 0 && (
        <SeveralChips
          label={t('incidents.roomsChosen')}
          options={rooms.map(({ roomId, label }) => ({ id: String(roomId), label }))}
          chosen={rooms.map(({ roomId }) => String(roomId))}
          testId="incident-rooms"
          onChoose={(ids) => onChange(rooms.filter(({ roomId }) => ids.includes(String(roomId))))}
        />
      )}
    </>
  );
}

interface OneOfProps {
  readonly of: 'paper' | 'file' | 'alert';
  readonly value: number | null;
  readonly onChoose: (id: number) => void;
}

function OneOf({ of, value, onChoose }: OneOfProps) {
  const { t } = useTranslation();
  const [choices, setChoices] = useState<readonly Choice<number>[] | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  useEffect(() => {
    let isThere = true;
    void readChoices(t, of).then((read) => {
      if (!isThere) return;
      if ('code' in read) setFailure(read);
      else setChoices(read);
    });
    return () => {
      isThere = false;
    };
  }, [of, t]);
  if (choices?.length === 0) return <p className="quiet">{t('incidents.chooseNone')}</p>;
  return (
    <>
      <FailureNote failure={failure} />
      <Field label={t('incidents.choose')} className={formCss.half}>
        {(ids) => (
          <Select
            ids={ids}
            value={value}
            choices={choices ?? []}
            placeholder="—"
            testId="incident-one"
            onChoose={onChoose}
          />
        )}
      </Field>
    </>
  );
}

async function readChoices(t: Translate, of: OneOfProps['of']): Promise<readonly Choice<number>[] | Failure> {
  if (of === 'paper') {
    const reply = await vault['papers.list']({});
    return reply.ok
      ? reply.value.papers.map(({ paperId, title }) => ({
          value: paperId,
          words: `${paperNumber(paperId)} · ${title}`,
        }))
      : reply.error;
  }
  if (of === 'file') {
    const reply = await vault['disclosures.list']({});
    return reply.ok
      ? reply.value.disclosures.map(({ disclosureId, kind }) => ({
          value: disclosureId,
          words: `${disclosureNumber(disclosureId)} · ${t(`disclosures.kinds.${kind}`)}`,
        }))
      : reply.error;
  }
  const reply = await vault['alerts.list']({});
  return reply.ok
    ? [...reply.value.open, ...reply.value.seen].map(({ alertId, at, staffName }) => ({
        value: alertId,
        words: t('incidents.alertOf', {
          time: formatMoment(at),
          staff: staffName ?? t('incidents.several'),
        }),
      }))
    : reply.error;
}
