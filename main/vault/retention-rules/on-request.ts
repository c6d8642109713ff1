/**
 * Who has limited what is done with their information (PIPL, Article 44): by a request that was done and whose restriction was not lifted. A row says so, and
 * signed entries vouch for it: a row beyond them restricts as well, one that is missing is found out.
 */
import type { PersonId } from '../../../contract/ids.ts';
import { AppError } from '../app-error.ts';
import { allChains } from '../log/chains.ts';
import { type KnowsStaff, readDecisions } from '../log/decisions.ts';
import { type Sql, sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';
import { isNotReturned } from './returned.ts';

/** Their numbers, as their records are now. */
const RESTRICTED = `WITH RECURSIVE now_of (id) AS (
  SELECT person_id FROM subject_request WHERE restricts = 1 UNION SELECT into_id FROM merged_person JOIN now_of ON gone_id = now_of.id)
  SELECT id AS personId FROM now_of`;

/** A condition that leaves them, and whoever is back by a restore, out of a list of whoever lives somewhere. `column`: a number of a person. */
export const isInUse = (column: string): string =>
  `${isNotReturned(column)} AND ${column} NOT IN (${RESTRICTED})`;

/** Which of some people, or are back by a restore. One text, however many they are: it is prepared once, and asked at each key of a search. */
export const restrictedRowsAmong = (people: readonly PersonId[]): Sql => ({
  text: `SELECT value AS personId FROM json_each(?) WHERE NOT (${isInUse('value')})`,
  values: [JSON.stringify(people)],
});

/** As their records are now. */
export async function readRestrictedOnRequest(store: ReadableStore): Promise<readonly PersonId[]> {
  const rows = await store.all<{ readonly personId: PersonId }>({ text: RESTRICTED, values: [] });
  return rows.map(({ personId }) => personId);
}

/** Requests that the log says to restrict, and not to have been lifted since. Errors: those of `readDecisions`. */
export async function readRestricting(staff: KnowsStaff, store: ReadableStore): Promise<ReadonlySet<number>> {
  const restricting = new Set<number>();
  for (const { action, detail } of await readDecisions(
    staff,
    store,
    allChains,
    'request-restrict',
    'request-lift',
  )) {
    if (action === 'request-restrict') restricting.add(detail.request);
    else restricting.delete(detail.request);
  }
  return restricting;
}

/**
 * That whoever the log says is restricted, and not freed since, has their row. Errors: AppError `store-tampered` {part: 'restriction'}; those of
 * `readDecisions`.
 */
export async function requireRestrictions(staff: KnowsStaff, store: ReadableStore): Promise<void> {
  const restricting = await readRestricting(staff, store);
  if (restricting.size === 0) return;
  const lost = await store.get(sql`
    SELECT 1 FROM json_each(${JSON.stringify([...restricting])}) j
    WHERE j.value NOT IN (SELECT id FROM subject_request WHERE restricts = 1) LIMIT 1`);
  if (lost !== undefined) throw new AppError('store-tampered', { part: 'restriction' });
}
