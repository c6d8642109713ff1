/** Keeps two people as they are before they are merged, in the same transaction, for as long as a merge can be undone. */
import type { SealedFieldId } from '../../../contract/fields.ts';
import type { PersonId, StaffId } from '../../../contract/ids.ts';
import type { LogRow } from '../log/audit-log.ts';
import { decisionsIn } from '../log/decisions.ts';
import { type VouchingLog, findEntry } from '../session/find-entry.ts';
import { createJournalDigest, journalTampered, newJournalSalt } from '../store/journal-digest.ts';
import { type Kept, asJson, keptColumns, parseKept, parseKeptList } from '../store/kept-rows.ts';
import { takeId } from '../store/ids.ts';
import { KEPT_MS } from '../store/replaced-values.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore, WritableStore } from '../store/store.ts';
import { requireRow } from '../store/rows.ts';

/** Tables whose rows a merge gives to the other person, vehicles before the spaces that name them. */
export const MOVED_TABLES = [
  'occupancy',
  'lease',
  'vehicle',
  'space',
  'renovation',
  'pet',
  'notice',
  'counter_note',
] as const;
export type MovedTable = (typeof MOVED_TABLES)[number];
const WITH_NUMBER = ['person', ...MOVED_TABLES, 'sealed_value'] as const;
/** Rows that have no number of their own are kept as one list a person. */
const LIST_TABLES = ['confirmed_field', 'import_person', 'import_record'] as const;
export type ListTable = (typeof LIST_TABLES)[number];

export interface Merging {
  readonly keep: PersonId;
  readonly other: PersonId;
}
export interface MergeRun {
  readonly id: number;
  readonly at: number;
  readonly staffId: StaffId;
  readonly personId: PersonId;
  readonly otherId: PersonId;
}

/** A row as it was before the merge, as the merge left it, and as it is now; null where it was or is no more. */
export interface KeptRow {
  readonly what: (typeof WITH_NUMBER)[number];
  readonly rowId: number;
  readonly before: Kept;
  readonly after: Kept | null;
  readonly now: Kept | null;
}
export interface ValuePlace {
  readonly field: SealedFieldId;
  readonly ordinal: number;
}

/** Of a sealed value its place alone, and whether it had a tag. */
const VALUE_COLUMNS = ['person_id', 'field', 'ordinal', 'replaced_at', 'tagged'] as const;
const VALUE = `json_object('person_id', person_id, 'field', field, 'ordinal', ordinal, 'replaced_at', replaced_at, 'tagged', EXISTS (SELECT 1 FROM match_tag WHERE value_id = sealed_value.id))`;
const rowJson = (what: (typeof WITH_NUMBER)[number]): string =>
  what === 'sealed_value' ? VALUE : asJson(keptColumns(what));
const columnsOf = (what: (typeof WITH_NUMBER)[number]): readonly string[] =>
  what === 'sealed_value' ? VALUE_COLUMNS : keptColumns(what);
const listJson = (table: ListTable, personId: string): string =>
  `(SELECT json_group_array(${asJson(keptColumns(table))}) FROM ${table} WHERE person_id = ${personId})`;

/** Before anything is changed. Returns the number of the merge. */
export async function keepBefore(
  tx: WritableStore,
  { keep, other }: Merging,
  by: { readonly at: number; readonly staffId: StaffId },
): Promise<number> {
  const mergeId = await takeId(tx, 'merge_run');
  await tx.run(
    sql`INSERT INTO merge_run (id, at, staff_id, person_id, other_id) VALUES (${mergeId}, ${by.at}, ${by.staffId}, ${keep}, ${other})`,
  );
  await tx.run(
    sql`INSERT INTO merge_row (merge_id, what, row_id, before) VALUES (${mergeId}, 'salt', 0, ${newJournalSalt()})`,
  );
  for (const what of WITH_NUMBER) {
    await tx.run({
      text: `INSERT INTO merge_row (merge_id, what, row_id, before) SELECT ?, '${what}', id, ${rowJson(what)} FROM ${what} WHERE ${what === 'person' ? 'id' : 'person_id'} IN (?, ?)`,
      values: [mergeId, keep, other],
    });
  }
  for (const table of LIST_TABLES) {
    await tx.run({
      text: `INSERT INTO merge_row (merge_id, what, row_id, before) SELECT ?, '${table}', id, ${listJson(table, 'person.id')} FROM person WHERE id IN (?, ?)`,
      values: [mergeId, keep, other],
    });
  }
  return mergeId;
}

/** Once all is done. `hidden`: values that both had, which are there for an undo alone. What the merge left as it was is kept no longer. */
export async function keepAfter(
  tx: WritableStore,
  mergeId: number,
  hidden: readonly number[],
): Promise<void> {
  for (const what of WITH_NUMBER) {
    await tx.run({
      text: `UPDATE merge_row SET after = (SELECT ${rowJson(what)} FROM ${what} WHERE id = merge_row.row_id) WHERE merge_id = ? AND what = '${what}'`,
      values: [mergeId],
    });
  }
  for (const table of LIST_TABLES) {
    await tx.run({
      text: `UPDATE merge_row SET after = ${listJson(table, 'merge_row.row_id')} WHERE merge_id = ? AND what = '${table}'`,
      values: [mergeId],
    });
  }
  await tx.runMany(
    `UPDATE merge_row SET after = NULL WHERE merge_id = ? AND what = 'sealed_value' AND row_id = ?`,
    hidden.map((id) => [mergeId, id]),
  );
  await tx.run(sql`DELETE FROM merge_row WHERE merge_id = ${mergeId} AND before = after`);
}

interface JournalRow {
  readonly what: string;
  readonly row_id: number;
  readonly before: string;
  readonly after: string | null;
}

/** All that an undo goes by: what the log's entry of the merge says of it. Errors: `not-found`. */
export async function digestMerge(store: ReadableStore, mergeId: number): Promise<string> {
  const run = await requireRow<MergeRun>(
    store,
    sql`SELECT id, at, staff_id AS staffId, person_id AS personId, other_id AS otherId FROM merge_run WHERE id = ${mergeId}`,
  );
  const digest = createJournalDigest('merge-journal');
  digest.add([run.id, run.at, run.staffId, run.personId, run.otherId]);
  const rows = await store.all<JournalRow>(
    sql`SELECT what, row_id, before, after FROM merge_row WHERE merge_id = ${mergeId} ORDER BY what, row_id`,
  );
  for (const { what, row_id, before, after } of rows) digest.add([what, row_id, before, after]);
  return digest.end();
}

/**
 * Digest of the rows that a merge has kept, from the log: `digestMerge` is the same, else nothing is undone. Errors: AppError `store-tampered` {part:
 * 'journal'} where the log has no such merge, or says that it was undone; those of `findEntry`.
 */
export async function readKeptDigest(log: VouchingLog, store: ReadableStore, run: MergeRun): Promise<string> {
  const digest = await findEntry(log, store, (row) => digestIn(log, row, run));
  if (digest === null) throw journalTampered();
  return digest;
}

/** Null for an entry of anything else. Errors: those of `decisionsIn`. */
function digestIn(log: VouchingLog, row: LogRow, { personId, otherId }: MergeRun): string | null {
  if (row.personId !== personId || row.outcome !== 'done') return null;
  const [told] = decisionsIn(log, [row], ['merge', 'merge-undo']);
  if (told === undefined || told.detail.side !== 'into' || told.detail.other !== otherId) return null;
  if (!('journal' in told.detail)) throw journalTampered();
  return told.detail.journal;
}

/** Those that can still be undone, the newest first. */
export const readMerges = (
  store: ReadableStore,
  personId: PersonId,
  now: number,
): Promise<readonly MergeRun[]> =>
  store.all<MergeRun>(sql`
  SELECT id, at, staff_id AS staffId, person_id AS personId, other_id AS otherId FROM merge_run WHERE person_id = ${personId} AND at >= ${now - KEPT_MS} ORDER BY id DESC LIMIT 20`);

interface StoredRow {
  readonly row_id: number;
  readonly before: string;
  readonly after: string | null;
  readonly now: string | null;
}
/** Errors: AppError `store-tampered` {part: 'journal'} for what is no row. */
export async function readKeptRows(store: ReadableStore, mergeId: number): Promise<readonly KeptRow[]> {
  const kept: KeptRow[] = [];
  for (const what of WITH_NUMBER) {
    const columns = columnsOf(what);
    const parse = (text: string | null): Kept | null => (text === null ? null : parseKept(text, columns));
    const rows = await store.all<StoredRow>({
      text: `SELECT row_id, before, after, (SELECT ${rowJson(what)} FROM ${what} WHERE id = j.row_id) AS now FROM merge_row j WHERE merge_id = ? AND what = '${what}' ORDER BY row_id`,
      values: [mergeId],
    });
    kept.push(
      ...rows.map((row): KeptRow => ({
        what,
        rowId: row.row_id,
        before: parseKept(row.before, columns),
        after: parse(row.after),
        now: parse(row.now),
      })),
    );
  }
  return kept;
}

/** The rows of somebody that a list holds, as they were before. Errors: as `readKeptRows`. */
export async function readKeptList(
  store: ReadableStore,
  mergeId: number,
  table: ListTable,
  personId: PersonId,
): Promise<readonly Kept[]> {
  const row = await store.get<{ readonly before: string }>(
    sql`SELECT before FROM merge_row WHERE merge_id = ${mergeId} AND what = ${table} AND row_id = ${personId}`,
  );
  return row === undefined ? [] : parseKeptList(row.before, keptColumns(table));
}

/** Places of whoever stayed where a value stands that the merge did not put there: their own, and what came since. */
export const readOtherPlaces = (
  store: ReadableStore,
  { id, personId }: MergeRun,
): Promise<readonly ValuePlace[]> =>
  store.all<ValuePlace>(sql`
  SELECT field, ordinal FROM sealed_value v WHERE person_id = ${personId} AND replaced_at IS NULL
    AND NOT EXISTS (SELECT 1 FROM merge_row WHERE what = 'sealed_value' AND row_id = v.id AND merge_id = ${id})`);

/** Once it is undone. */
export async function forgetMerge(tx: WritableStore, { id, otherId }: MergeRun): Promise<void> {
  await tx.run(sql`DELETE FROM merged_person WHERE gone_id = ${otherId}`);
  await tx.run(sql`DELETE FROM merge_run WHERE id = ${id}`);
}

/** Deletes rows kept for an undo that is no longer possible. `now` in milliseconds since 1970. */
export async function forgetOldMerges(tx: WritableStore, now: number): Promise<void> {
  await tx.run(sql`DELETE FROM merge_run WHERE at < ${now - KEPT_MS}`);
}

/** Also where somebody was removed whom no undo of another merge brings back: nothing of them is kept here. */
export async function forgetMergesOfNobody(tx: WritableStore): Promise<void> {
  for (let changes = 1; changes > 0;) {
    ({ changes } = await tx.run(sql`
      DELETE FROM merge_run WHERE NOT EXISTS (SELECT 1 FROM person WHERE id = merge_run.person_id) AND NOT EXISTS (SELECT 1 FROM merge_run later WHERE later.other_id = merge_run.person_id)`));
  }
}
