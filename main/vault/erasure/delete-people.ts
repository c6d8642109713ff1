/**
 * Takes people out of the store with every row of theirs, in the transaction of whoever calls it. What stays are numbers: the entries of the log, the
 * registers of what was given, and the number itself in `erased_person`, which is never given again, with those of records that were merged into it:
 * a backup from before the merge has them.
 */
import type { PersonId } from '../../../contract/ids.ts';
import { forgetMergesOfNobody } from '../records/merge-journal.ts';
import { HAD } from '../store/follow-merges.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore, WritableStore } from '../store/store.ts';
import {
  type MergedTable,
  isEmptyBatch,
  personColumns,
  tablesErased,
  tablesMerged,
} from '../store/tables.ts';
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
import { countOf } from '../store/rows.ts';

/** How many rows of a table went, by its name. */
export type RowCounts = Readonly<Record<string, number>>;

/** Tables whose rows are somebody's own, the person's first. Those that are derived from them go along and are not counted. */
export type CountedTable = MergedTable<'itself' | 'moved'>;
const COUNTED: readonly CountedTable[] = [...tablesMerged('itself'), ...tablesMerged('moved')];

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
    for (const table of COUNTED) rows[table] = (rows[table] ?? 0) + (await countRows(tx, table, personId));
    names.push(...(await collectNames(tx, personId)));
    keys.push(...(await collectKeys(tx, personId)));
    for (const batch of await collectValues(tx, personId, traces)) batches.add(batch);
    const setAside = await tx.all<{ readonly id: number }>(
      sql`SELECT batch_id AS id FROM op_loss WHERE person_id = ${personId} AND batch_id IS NOT NULL`,
    );
    for (const { id } of setAside) batches.add(id);
    await forgetImports(tx, personId);
    for (const text of BY_NUMBER) await tx.run({ text, values: [personId] });
    await tx.run(sql`DELETE FROM person WHERE id = ${personId}`);
    await tx.run({
      text: `INSERT INTO erased_person (person_id, erasure_id) ${HAD} SELECT id, ? FROM had WHERE true ON CONFLICT DO NOTHING`,
      values: [personId, erasureId],
    });
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

const countRows = (tx: ReadableStore, table: CountedTable, personId: PersonId): Promise<number> =>
  countOf(tx, {
    text: `SELECT count(*) AS n FROM ${table} WHERE ${personColumns(table)[0]} = ?`,
    values: [personId],
  });

/** Deletes each import journal that holds rows of somebody, whole, as the log vouches for it; the import then counts as one that kept nothing. */
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

const KEPT_BY_IMPORTS = tablesErased('with-import');

/** Rows that name somebody, or whoever was merged into them, without a foreign key. */
const BY_NUMBER = tablesErased('by-number').map((table) => {
  const theirs = personColumns(table).map((column) => `${column} IN (SELECT id FROM had)`);
  return `${HAD} DELETE FROM ${table} WHERE ${theirs.join(' OR ')}`;
});

/** Drops those of the batches in which nothing is sealed any more. */
export async function dropEmptyBatches(tx: WritableStore, batches: ReadonlySet<number>): Promise<void> {
  await tx.run({
    text: `DELETE FROM seal_batch WHERE id IN (SELECT value FROM json_each(?)) AND ${isEmptyBatch('seal_batch')}`,
    values: [JSON.stringify([...batches])],
  });
}
