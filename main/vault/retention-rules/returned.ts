/**
 * Who was deleted and may be on record again: a restored store has people who were deleted after its backup was made. Their numbers are in
 * `recalled_person` until they are deleted once more; meanwhile they are restricted, whether or not anybody has confirmed times.
 */
import type { PersonId } from '../../../contract/ids.ts';
import { AppError } from '../app-error.ts';
import { dayOf } from '../clock.ts';
import { allChains } from '../log/chains.ts';
import { type KnowsStaff, decisionRows, readDecisions } from '../log/decisions.ts';
import { hadBy } from '../store/follow-merges.ts';
import { type Sql, sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';

/** A condition that leaves them out of a list of whoever lives somewhere. `column`: a number of a person. */
export const isNotReturned = (column: string): string =>
  `${column} NOT IN (SELECT person_id FROM recalled_person)`;

/** Somebody who is on record again. */
export interface ReturnedRow {
  readonly personId: PersonId;
  readonly origin: string;
  /** When the number was learnt, in milliseconds since 1970. */
  readonly at: number;
  readonly relation: string | null;
  readonly room: string | null;
}

/** In force on a day, of `r`, under that number or that of a record that was merged into it. */
const isHeld = `EXISTS (
  ${hadBy('r.person_id')}
  SELECT 1 FROM hold h JOIN had ON had.id = h.person_id WHERE h.ended_at IS NULL AND (h.until_date IS NULL OR h.until_date >= ?))`;

/** Queries of them, exported for the test of their plans. */
export const RETURNED_QUERIES = {
  among: (people: readonly PersonId[]): Sql => ({
    text: `SELECT person_id AS personId FROM recalled_person WHERE person_id IN (${people.map(() => '?').join(', ')})`,
    values: people,
  }),
  page: (after: number, limit: number): Sql => sql`
    SELECT r.person_id AS personId, r.origin, r.at, p.list_relation AS relation, p.list_room AS room
    FROM recalled_person r CROSS JOIN person p ON p.id = r.person_id WHERE r.person_id > ${after} ORDER BY r.person_id LIMIT ${limit}`,
  all: (limit: number): Sql =>
    sql`SELECT r.person_id AS personId FROM recalled_person r CROSS JOIN person p ON p.id = r.person_id ORDER BY r.person_id LIMIT ${limit}`,
  /** Those who can be deleted now. `now`: milliseconds since 1970. */
  notHeld: (now: number, limit: number): Sql => ({
    text: `SELECT r.person_id AS personId FROM recalled_person r CROSS JOIN person p ON p.id = r.person_id WHERE NOT ${isHeld} LIMIT ?`,
    values: [dayOf(now), limit],
  }),
} as const;

/** Query of all that the log says of people who were deleted before a restore, exported for the test of its plan. */
export const RECALL_ENTRIES = decisionRows(allChains, ['recall', 'recall-end'], 'ORDER BY seq');

/**
 * That whoever the log says was deleted, and is on record again, stays restricted: a row may be taken away by whoever has the store key, an entry with a
 * signature not. Errors: AppError `store-tampered` {part: 'recall'}; those of `readDecisions`.
 */
export async function requireRecalled(staff: KnowsStaff, store: ReadableStore): Promise<void> {
  const recalled = new Set<PersonId>();
  for (const { action, row } of await readDecisions(staff, store, allChains, 'recall', 'recall-end')) {
    if (row.personId === null) continue;
    if (action === 'recall') recalled.add(row.personId);
    else recalled.delete(row.personId);
  }
  if (recalled.size === 0) return;
  const lost = await store.get(
    sql`SELECT 1 FROM json_each(${JSON.stringify([...recalled])}) j CROSS JOIN person p ON p.id = j.value
      WHERE p.id NOT IN (SELECT person_id FROM recalled_person) LIMIT 1`,
  );
  if (lost !== undefined) throw new AppError('store-tampered', { part: 'recall' });
}
