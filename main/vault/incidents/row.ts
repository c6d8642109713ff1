/** Incidents as the store has them. */
import { FIELD_IDS, type FieldId } from '../../../contract/fields.ts';
import type { PersonId, RoomId, StaffId } from '../../../contract/ids.ts';
import {
  type Certainty,
  type IncidentKind,
  type IncidentOrigin,
  type IncidentScope,
  type IncidentState,
  MAX_INCIDENTS_LISTED,
  MAX_STEPS_SHOWN,
} from '../../../contract/incidents/lists.ts';
import { incidentOf } from './open-incident.ts';
import { type Sql, sql, startingWith } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';
import { asSeen, requireRow } from '../store/rows.ts';

/** An incident as the store has it. */
export interface IncidentRow {
  readonly incidentId: number;
  readonly version: number;
  readonly drill: number;
  readonly kind: IncidentKind;
  readonly certainty: Certainty;
  readonly origin: IncidentOrigin;
  readonly originId: number | null;
  readonly title: string;
  readonly noticedAt: number;
  readonly openedAt: number;
  readonly openedBy: StaffId;
  readonly scope: IncidentScope;
  readonly personId: PersonId | null;
  readonly scopeId: number | null;
  /** A list of numbers, as JSON. */
  readonly rooms: string;
  readonly people: number | null;
  /** Names of fields, comma-separated. */
  readonly fields: string;
  readonly causes: string;
  readonly harm: string;
  readonly measures: string;
  readonly advice: string;
  readonly contact: string;
  readonly level: string | null;
  readonly authorityAt: number | null;
  readonly authorityHow: string;
  readonly tellPeople: number | null;
  readonly whyNot: string;
  readonly told: number;
  readonly unreached: number;
  readonly peopleHow: string;
  readonly authorityText: string;
  readonly peopleText: string;
  readonly state: IncidentState;
  readonly closedAt: number | null;
  readonly closedBy: StaffId | null;
  readonly closedWords: string;
  /** Of the data file by which its level was chosen, or it was reported or closed. */
  readonly edition: string | null;
}

const rows =
  startingWith(`SELECT id AS incidentId, version, drill, kind, certainty, origin, origin_id AS originId, title, noticed_at AS noticedAt, opened_at AS openedAt,
    opened_by AS openedBy, scope, person_id AS personId, scope_id AS scopeId, rooms, people, fields, causes, harm, measures, advice, contact, level,
    authority_at AS authorityAt, authority_how AS authorityHow, tell_people AS tellPeople, why_not AS whyNot, told, unreached,
    people_how AS peopleHow, authority_text AS authorityText, people_text AS peopleText, state, closed_at AS closedAt, closed_by AS closedBy, closed_words AS closedWords, edition
    FROM incident`);

/** Queries of the book. */
export const INCIDENT_QUERIES = {
  open: rows(`WHERE state = 'open' ORDER BY noticed_at, id LIMIT ?`, MAX_INCIDENTS_LISTED),
  closed: rows(`WHERE state = 'closed' ORDER BY closed_at DESC, id DESC LIMIT ?`, MAX_INCIDENTS_LISTED + 1),
  one: (incidentId: number): Sql => rows('WHERE id = ?', incidentId),
  lastDrill: sql`SELECT MAX(closed_at) AS at FROM incident WHERE state = 'closed' AND drill = 1`,
  steps: (incidentId: number): Sql => sql`
    SELECT at, staff_id AS staffId, what, count FROM incident_step WHERE incident_id = ${incidentId} ORDER BY n DESC LIMIT ${MAX_STEPS_SHOWN}`,
} as const;

/** Errors: `not-found`, `changed-meanwhile` where it is no longer what the request has seen. */
export const requireIncident = async (
  store: ReadableStore,
  { incidentId, version }: { readonly incidentId: number; readonly version?: number },
): Promise<IncidentRow> =>
  asSeen(await requireRow<IncidentRow>(store, INCIDENT_QUERIES.one(incidentId)), version);

/** The kinds of information that it is about. */
export const fieldsOf = ({ fields }: Pick<IncidentRow, 'fields'>): FieldId[] => {
  const named = new Set(fields.split(','));
  return FIELD_IDS.filter((field) => named.has(field));
};

/** The rooms that it is about. What is no list of numbers is none: others could write the store. */
export function roomsOf({ rooms }: Pick<IncidentRow, 'rooms'>): readonly RoomId[] {
  const read: unknown = JSON.parse(rooms);
  return Array.isArray(read) ? read.filter((one): one is RoomId => typeof one === 'number') : [];
}

/** Reference to an incident in an entry of the log. */
export const logReference = ({ incidentId, drill }: Pick<IncidentRow, 'incidentId' | 'drill'>) =>
  incidentOf(incidentId, drill === 1);
