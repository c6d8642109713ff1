/**
 * Takes people out of the store with every row of theirs, in the transaction of whoever calls it. What stays are numbers: the entries of the log, the
 * registers of what was given, and the number itself in `erased_person`, which is never given again, with those of records that were merged into it:
 * a backup from before the merge has them.
 */
import type { PersonId } from '../../../contract/ids.ts';
import { AppError } from '../app-error.ts';
import { forgetMergesOfNobody } from '../records/merge-journal.ts';
import { TABLES_OF_PEOPLE } from '../records/merge-records.ts';
import { OUR_NAME } from '../store/kept-rows.ts';
import { HAD } from '../store/follow-merges.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore, WritableStore } from '../store/store.ts';
import { utf8 } from '../crypto/bytes.ts';
import {
  type NameTrace,
  type SearchKey,
  type Traces,
  collectKeys,
  collectNames,
  collectValues,
  isKeyShared,
  stillShared,
} from './erased-values.ts';

/** How many rows of a table went, by its name. */
export type RowCounts = Readonly<Record<string, number>>;

/** Tables whose rows are somebody's own, the person's first. Those that are derived from them go along and are not counted. */
const COUNTED = [
  'person',
  ...Object.entries(TABLES_OF_PEOPLE).flatMap(([table, way]) => (way === 'moved' ? [table] : [])),
];

/**
 * Deletes them and returns how many rows went. `traces` gets byte strings by which what is left of them would be found.
 * `erasureId`: of the row that says so. An import that had changed one of them cannot be undone afterwards, since what it kept went too.
 */
export async function deletePeople(
  tx: WritableStore,
  people: readonly PersonId[],
  erasureId: number,
  traces: Traces,
): Promise<RowCounts> {
  const rows: Record<string, number> = {};
  const names: NameTrace[] = [];
  const keys: SearchKey[] = [];
  const batches = new Set<number>();
  for (const personId of people) {
    for (const table of COUNTED) rows[table] = (rows[table] ?? 0) + (await countOf(tx, table, personId));
    names.push(...(await collectNames(tx, personId)));
    keys.push(...(await collectKeys(tx, personId)));
    for (const batch of await collectValues(tx, personId, traces)) batches.add(batch);
    await forgetImports(tx, personId);
    await tx.run(sql`DELETE FROM merge_run WHERE ${personId} IN (person_id, other_id)`);
    await tx.run({
      text: `${HAD} DELETE FROM former_tag WHERE person_id IN (SELECT id FROM had)`,
      values: [personId],
    });
    await tx.run(sql`DELETE FROM person WHERE id = ${personId}`);
    await tx.run({
      text: `INSERT INTO erased_person (person_id, erasure_id) ${HAD} SELECT id, ? FROM had WHERE true ON CONFLICT DO NOTHING`,
      values: [personId, erasureId],
    });
    await tx.run(sql`DELETE FROM recalled_person WHERE person_id = ${personId}`);
  }
  // Somebody who was merged into one of them, and whose merge could still be undone.
  await forgetMergesOfNobody(tx);
  await dropEmptyBatches(tx, batches);
  for (const name of names)
    if (!(await stillShared(tx, name))) for (const bytes of name.bytes) traces.add(bytes);
  for (const key of keys) if (!(await isKeyShared(tx, key))) traces.addHint(utf8(key.key));
  return rows;
}

/** Adds up. */
export const addCounts = (one: RowCounts, other: RowCounts): RowCounts =>
  Object.fromEntries(
    [...new Set([...Object.keys(one), ...Object.keys(other)])].map((table) => [
      table,
      (one[table] ?? 0) + (other[table] ?? 0),
    ]),
  );

async function countOf(tx: ReadableStore, table: string, personId: PersonId): Promise<number> {
  const row = await tx.get<{ readonly n: number }>({
    text: `SELECT count(*) AS n FROM ${table} WHERE ${table === 'person' ? 'id' : 'person_id'} = ?`,
    values: [personId],
  });
  return row?.n ?? 0;
}

/** What an import has kept of somebody is a part of its whole, which the log vouches for: without it the import is one of those that kept nothing. */
export async function forgetImports(tx: WritableStore, personId: PersonId): Promise<void> {
  const imports = await tx.all<{ readonly id: number }>(sql`
    SELECT import_id AS id FROM import_person WHERE person_id = ${personId}
    UNION SELECT import_id FROM import_record WHERE person_id = ${personId}`);
  for (const { id } of imports) {
    for (const table of KEPT_BY_IMPORTS)
      await tx.run({ text: `DELETE FROM ${table} WHERE import_id = ?`, values: [id] });
    await tx.run(sql`UPDATE import_run SET journal = 0 WHERE id = ${id}`);
  }
}

const KEPT_BY_IMPORTS = [
  'import_range',
  'import_person',
  'import_room',
  'import_record',
  'import_replaced',
  'import_digest',
] as const;

/** Batches of sealed values that nothing is sealed in any more. */
async function dropEmptyBatches(tx: WritableStore, batches: ReadonlySet<number>): Promise<void> {
  const used = (await referencesTo(tx, 'seal_batch')).map(
    ({ name, column }) => `NOT EXISTS (SELECT 1 FROM ${name} WHERE ${column} = seal_batch.id)`,
  );
  for (const batch of batches)
    await tx.run({ text: `DELETE FROM seal_batch WHERE id = ? AND ${used.join(' AND ')}`, values: [batch] });
}

interface Reference {
  readonly name: string;
  readonly column: string;
}

async function referencesTo(store: ReadableStore, table: string): Promise<readonly Reference[]> {
  const rows = await store.all<Reference>(sql`
    SELECT m.name, f."from" AS column FROM sqlite_schema m, pragma_foreign_key_list(m.name) f
    WHERE m.type = 'table' AND f."table" = ${table}`);
  if (!rows.every(({ name, column }) => OUR_NAME.test(name) && OUR_NAME.test(column)))
    throw new AppError('store-tampered', { part: 'schema' });
  return rows;
}
