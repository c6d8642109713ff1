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
import { useDraft } from '../pages/use-draft.ts';
import { Button } from '../ui/Button.tsx';
import { Chips, SeveralChips } from '../ui/Chips.tsx';
import { FieldLine } from '../ui/FieldLine.tsx';
import formCss from '../ui/form.module.css';
import { Form } from '../ui/Form.tsx';
import type { Bound } from '../ui/form-scope.ts';
import { FailureNote, Note } from '../ui/Note.tsx';
import { type Choice, choicesOf } from '../ui/Select.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
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

interface Draft {
  readonly scope: IncidentScope;
  readonly estimate: string;
  readonly rooms: readonly Room[];
  readonly one: number | null;
}

export function ScopeForm({ incident, isLed, ...form }: IncidentFormProps & { readonly isLed: boolean }) {
  const { t } = useTranslation();
  const person = useStore(personStore, (state) => state.person);
  const { draft, put, of } = useDraft<Draft>({
    // Of what nobody could say yet, everybody is assumed.
    scope: isLed && incident.people === null ? 'everybody' : incident.scope,
    estimate: incident.people === null ? '' : String(incident.people),
    rooms: [],
    one: incident.originId,
  });
  const { scope } = draft;
  return (
    <Form
      {...form}
      about={`scope ${incident.incidentId}`}
      name="incident"
      title={t('incidents.countTitle', { number: incidentNumber(incident.incidentId) })}
      lead={t('incidents.countLead')}
      yes={t('incidents.count')}
      send={() => {
        const request = requestOf(draft, person?.personId ?? null);
        return request === null ? null : vault['incidents.count']({ ...seenOf(incident), scope: request });
      }}
    >
      <Chips
        {...of('scope')}
        label={t('incidents.scope')}
        choices={choicesOf(INCIDENT_SCOPES, (one) => t(`incidents.scopes.${one}`))}
        onChange={(next) => put({ scope: next, one: null })}
      />
      {scope === 'person' &&
        (person === null ? (
          <Note kind="warn" testId="incident-no-person">
            <p>{t('incidents.noPerson')}</p>
          </Note>
        ) : (
          <p>
            {t('incidents.person')} <b>{person.nameMask}</b>
          </p>
        ))}
      {scope === 'rooms' && <RoomsField {...of('rooms')} />}
      {(scope === 'paper' || scope === 'file' || scope === 'alert') && (
        <OneOf key={scope} {...of('one')} scope={scope} />
      )}
      {(scope === 'unknown' || scope === 'paper') && (
        <TextField
          {...of('estimate')}
          label={t(scope === 'paper' ? 'incidents.estimatePaper' : 'incidents.estimate')}
          inputMode="numeric"
          maxLength={9}
          validate={(text) => (peopleOf(text) === undefined ? t('incidents.badNumber') : null)}
        />
      )}
    </Form>
  );
}

/** Null while something is missing. */
function requestOf(
  { scope: of, estimate, rooms, one }: Draft,
  personId: Extract<ScopeRequest, { of: 'person' }>['personId'] | null,
): ScopeRequest | null {
  const people = peopleOf(estimate);
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

function RoomsField({ value: rooms, onChange }: Bound<readonly Room[]>) {
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
      <FieldLine>
        <TextField
          label={t('incidents.room')}
          problem={isNone ? t('incidents.roomNone') : null}
          maxLength={60}
          value={text}
          testId="incident-room"
          onChange={setText}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            // The form is not sent by what looks up a part of it.
            event.preventDefault();
            void add();
          }}
        />
        <Button className={formCss.level} data-testid="incident-room-find" onClick={() => void add()}>
          {t('incidents.roomFind')}
        </Button>
      </FieldLine>
      <FailureNote failure={failure} />
      {rooms.length > 0 && (
        <SeveralChips
          label={t('incidents.roomsChosen')}
          choices={rooms.map(({ roomId, label }) => ({ value: String(roomId), words: label }))}
          value={rooms.map(({ roomId }) => String(roomId))}
          testId="incident-rooms"
          onChange={(ids) => onChange(rooms.filter(({ roomId }) => ids.includes(String(roomId))))}
        />
      )}
    </>
  );
}

type ScopeOfOne = 'paper' | 'file' | 'alert';

function OneOf({ scope, ...one }: Bound<number | null, number> & { readonly scope: ScopeOfOne }) {
  const { t } = useTranslation();
  const [choices, setChoices] = useState<readonly Choice<number>[] | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  useEffect(() => {
    let isThere = true;
    void readChoices(t, scope).then((read) => {
      if (!isThere) return;
      if ('code' in read) setFailure(read);
      else setChoices(read);
    });
    return () => {
      isThere = false;
    };
  }, [scope, t]);
  if (choices?.length === 0) return <p className="quiet">{t('incidents.chooseNone')}</p>;
  return (
    <>
      <FailureNote failure={failure} />
      <SelectField {...one} label={t('incidents.choose')} choices={choices ?? []} placeholder="—" />
    </>
  );
}

async function readChoices(t: Translate, of: ScopeOfOne): Promise<readonly Choice<number>[] | Failure> {
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
        words: t('incidents.alertOf', { time: formatMoment(at), staff: staffName ?? t('incidents.several') }),
      }))
    : reply.error;
}
