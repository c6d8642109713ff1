/** Whose information an incident is about, and how many they are: counted from what the vault has, and estimated only where it has nothing. */
import type { ScopeRequest } from '../../../contract/incidents/routes.ts';
import { UNREADABLE } from '../../../contract/log/entries.ts';
import { AppError } from '../app-error.ts';
import { dayOf } from '../clock.ts';
import type { CountedScope } from './open-incident.ts';
import { type LogRow, selectRows } from '../log/audit-log.ts';
import {
  type Stretch,
  allChains,
  marksBefore,
  readBetween,
  readSince,
  upToMarks,
  withMark,
  within,
} from '../log/chains.ts';
import { decisionsIn } from '../log/decisions.ts';
import { readDetail } from '../log/detail.ts';
import { readPersonRow } from '../people/read-person.ts';
import type { Session } from '../session/session.ts';
import { type Sql, sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';
import { countOf, requireRow } from '../store/rows.ts';

const MINUTE_MS = 60_000;

/** How far back from an alert the records count that somebody has touched. */
const ALERT_MS = 24 * 3_600_000;

const NONE = { personId: null, scopeId: null, rooms: [] } as const;

/** Errors: `not-found` for a person, a room, a paper, a file or an alert that there is not. */
export async function countScope(
  session: Session,
  store: ReadableStore,
  scope: ScopeRequest,
): Promise<CountedScope> {
  switch (scope.of) {
    case 'unknown':
      return { ...NONE, scope: scope.of, people: scope.estimate };
    case 'person':
      await readPersonRow(store, scope.personId);
      return { ...NONE, scope: scope.of, personId: scope.personId, people: 1 };
    case 'rooms': {
      const rooms = [...new Set(scope.rooms)];
      const found = await countOf(
        store,
        sql`SELECT COUNT(*) AS n FROM room WHERE id IN (SELECT value FROM json_each(${JSON.stringify(rooms)}))`,
      );
      if (found !== rooms.length) throw new AppError('not-found');
      return { ...NONE, scope: scope.of, rooms, people: await countOf(store, peopleIn(session, rooms)) };
    }
    case 'paper':
      await requireRow(store, sql`SELECT id FROM paper WHERE id = ${scope.paperId}`);
      return {
        ...NONE,
        scope: scope.of,
        scopeId: scope.paperId,
        people: (await peopleOnPrint(store, scope.paperId)) ?? scope.estimate,
      };
    case 'file': {
      const file = await requireRow<{ readonly people: number }>(
        store,
        sql`SELECT people FROM disclosure WHERE id = ${scope.disclosureId}`,
      );
      return { ...NONE, scope: scope.of, scopeId: scope.disclosureId, people: file.people };
    }
    case 'alert':
      return {
        ...NONE,
        scope: scope.of,
        scopeId: scope.entry,
        people: await countOf(
          store,
          await peopleBefore(store, await requireAlert({ roster: session.roster, store }, scope.entry)),
        ),
      };
    case 'everybody':
      return {
        ...NONE,
        scope: scope.of,
        people: await countOf(store, sql`SELECT COUNT(*) AS n FROM person`),
      };
  }
}

/** Who lives in these rooms today. */
const peopleIn = ({ clock }: Session, rooms: readonly number[]): Sql => sql`
  SELECT COUNT(DISTINCT person_id) AS n FROM occupancy WHERE room_id IN (SELECT value FROM json_each(${JSON.stringify(rooms)}))
    AND (until_date IS NULL OR until_date > ${dayOf(clock.now())})`;

/** Of a copy that the product has printed: its rows, one for a record. Null for a paper that came from elsewhere. */
async function peopleOnPrint(store: ReadableStore, paperId: number): Promise<number | null> {
  const taken = await store.get<{ readonly at: number; readonly sort: string }>(
    sql`SELECT taken_in_at AS at, sort FROM paper WHERE id = ${paperId}`,
  );
  if (taken?.sort !== 'print') return null;
  // A copy is taken in in the commit of its order.
  const { text, values } = within(await readBetween(store, taken.at - MINUTE_MS, taken.at + MINUTE_MS));
  const orders = await store.all<LogRow>(
    selectRows(allChains, `WHERE ${text} AND action = 'print' ORDER BY seq`, ...values),
  );
  for (const order of orders) {
    const detail = readDetail({ ...order, action: 'print' });
    if (detail !== UNREADABLE && detail.papers.includes(paperId)) return Math.max(1, detail.rows);
  }
  return null;
}

/** An alert of the log. `staff`: whom it is about; null where it was several. */
export interface AlertEntry {
  readonly seq: number;
  readonly time: number;
  readonly staff: string | null;
}

/** Errors: `not-found` where the entry is no alert. */
export async function requireAlert(
  { roster, store }: Pick<Session, 'roster'> & { readonly store: ReadableStore },
  seq: number,
): Promise<AlertEntry> {
  const rows = await store.all<LogRow>(selectRows(allChains, 'WHERE seq = ?', seq));
  const [alert] = decisionsIn({ roster }, rows, ['alert']);
  if (alert === undefined) throw new AppError('not-found');
  return { seq, time: alert.row.time, staff: alert.detail.staff };
}

/** Whose records were touched by whoever the alert is about, in the day before it. */
async function peopleBefore(store: ReadableStore, alert: AlertEntry): Promise<Sql> {
  const { text, values } = within(await dayBefore(store, alert));
  return allChains({
    text: `SELECT COUNT(DISTINCT person_id) AS n FROM $log WHERE ${text} AND person_id IS NOT NULL AND (? IS NULL OR staff_id = ?)`,
    values: [...values, alert.staff, alert.staff],
  });
}

/** The day that ends with an alert. */
export const dayBefore = async (
  store: ReadableStore,
  { seq, time }: AlertEntry,
): Promise<readonly Stretch[]> =>
  upToMarks(await readSince(store, time - ALERT_MS), withMark(await marksBefore(store, time), seq));
