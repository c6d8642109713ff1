/** Requests of individuals as the store has them. */
import { FIELD_IDS, type FieldId } from '../../../contract/fields.ts';
import type { PersonId, StaffId } from '../../../contract/ids.ts';
import {
  type AuthorityPaper,
  MAX_REQUESTS_LISTED,
  type RequestAct,
  type RequestAsker,
  type RequestState,
  type RequestWay,
  type RequestWhat,
} from '../../../contract/requests/lists.ts';
import { AppError } from '../app-error.ts';
import { type Sql, sql, startingWith } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';
import { asSeen, requireRow } from '../store/rows.ts';

/** A request as the store has it. */
export interface RequestRow {
  readonly requestId: number;
  readonly version: number;
  readonly what: RequestWhat;
  /** Names of fields, comma-separated; empty for the whole record. */
  readonly fields: string;
  readonly asker: RequestAsker;
  readonly way: RequestWay;
  /** As it was when the request came in; a merge since then is followed as it is read. */
  readonly personId: PersonId;
  readonly room: string;
  readonly takenAt: number;
  readonly takenBy: StaffId;
  /** Number of the entry that took it in. */
  readonly takenSeq: number;
  readonly dueOn: string;
  /** Number of the entry by which their answer was verified; what it says is read from the log each time. */
  readonly identitySeq: number | null;
  readonly state: RequestState;
  readonly endedAt: number | null;
  readonly endedBy: StaffId | null;
  readonly act: RequestAct | null;
  readonly refusal: string | null;
  readonly words: string;
  /** Number of the entry by which it was done. */
  readonly actSeq: number | null;
  /** Who acts for the person, and by which paper; until when is read from the entry. */
  readonly agent: string | null;
  readonly agentPaper: AuthorityPaper | null;
  /** Number of the entry by which they were shown to. */
  readonly authoritySeq: number | null;
  /** The record is restricted by it: 1 or 0. */
  readonly restricts: number;
  readonly letterAt: number | null;
  /** Of the data file by which it ended. */
  readonly edition: string | null;
}

const rows =
  startingWith(`SELECT id AS requestId, version, what, fields, asker, way, person_id AS personId, room, taken_at AS takenAt, taken_by AS takenBy,
    taken_seq AS takenSeq, due_on AS dueOn, identity_seq AS identitySeq, state, ended_at AS endedAt, ended_by AS endedBy, act, refusal, words,
    act_seq AS actSeq, agent, agent_paper AS agentPaper, authority_seq AS authoritySeq, restricts, letter_at AS letterAt, edition FROM subject_request`);

/** Queries of the register. Whatever is open is listed whatever its age. */
export const REQUEST_QUERIES = {
  open: rows(`WHERE state = 'open' ORDER BY due_on, id LIMIT ?`, MAX_REQUESTS_LISTED),
  ended: rows(`WHERE state <> 'open' ORDER BY ended_at DESC LIMIT ?`, MAX_REQUESTS_LISTED + 1),
  one: (requestId: number): Sql => rows('WHERE id = ?', requestId),
  due: (today: string): Sql => sql`
    SELECT COUNT(*) AS open, COUNT(*) FILTER (WHERE due_on < ${today}) AS overdue, MIN(due_on) FILTER (WHERE due_on >= ${today}) AS next
    FROM subject_request WHERE state = 'open'`,
} as const;

/** Errors: `not-found`, `changed-meanwhile` where it is no longer what the request has seen. */
export const requireRequest = async (
  store: ReadableStore,
  { requestId, version }: { readonly requestId: number; readonly version?: number },
): Promise<RequestRow> =>
  asSeen(await requireRow<RequestRow>(store, REQUEST_QUERIES.one(requestId)), version);

/** Reference to a request in an entry of the log. */
export const logReference = ({ requestId, what }: Pick<RequestRow, 'requestId' | 'what'>) => ({
  request: requestId,
  what,
});

/** The fields that a request names. */
export const fieldsOf = ({ fields }: Pick<RequestRow, 'fields'>): FieldId[] => {
  const named = new Set(fields.split(','));
  return FIELD_IDS.filter((field) => named.has(field));
};

/** Errors: as `requireRequest`, `not-found` where it has ended. */
export async function requireOpen(
  store: ReadableStore,
  seen: { readonly requestId: number; readonly version: number },
): Promise<RequestRow> {
  const row = await requireRequest(store, seen);
  if (row.state !== 'open') throw new AppError('not-found');
  return row;
}
