/** An op at its place in the order: what is gone there, and what is told of its parts that do not count. */
import { sql } from '../store/sql.ts';
import type { WritableStore } from '../store/store.ts';
import { TABLES, type TableName, personColumns } from '../store/tables.ts';
import { query } from './applying.ts';
import { type Lost, type Row, type Why, personOf } from './losses.ts';
import type { OpContent, Value } from './op-content.ts';
import type { SharedTable } from './shared-tables.ts';

/** Whether each desk changes its own rows of a table alone, entries of the log among them: they count whatever becomes of the rest. */
export const isOwnTable = (table: string): boolean => TABLES[table as TableName]?.desks === 'own';

/** An op that is being applied. */
export interface Place {
  readonly tx: WritableStore;
  readonly tables: readonly SharedTable[];
  readonly content: OpContent;
  /** Whether what it does to a table is in the store since it was written, as it is this desk's own op. */
  readonly isHere: (table: string) => boolean;
  /** Its number, if it is this desk's and has no place yet. */
  readonly waiting: number | null;
  /** What of it does not count, so far. */
  readonly lost: Lost[];
  /** Rows of it that are one with those of other desks: `table number`, and the number that stayed. */
  readonly gone: Map<string, Value>;
  /** Natural keys at which it replaces a value that another desk has replaced meanwhile. */
  readonly overtaken: Set<string>;
  /** Values of it that are kept as replaced ones, by number. */
  readonly replaced: Map<Value, Row>;
  /** Rows that are known to be there while others are added, by `rowAt`. */
  readonly there: Set<string>;
}

/** Tells that a part does not count. `now`: the row as it is, where it says more than the part. */
export async function lose(
  place: Place,
  table: SharedTable,
  key: readonly Value[],
  why: Why,
  row: Row,
  columns?: readonly string[],
  now: Row = {},
): Promise<void> {
  const person = await personOf(place.tx, place.content, table.name, {
    ...now,
    ...Object.fromEntries(table.key.map(({ name }, at) => [name, key[at] ?? null])),
    ...row,
  });
  const isGone = person !== null && (await isErased(place, person));
  place.lost.push({
    table: table.name,
    key,
    why,
    ...(columns === undefined ? {} : { columns }),
    row: isGone ? null : row,
    person,
  });
}

/** Whether somebody was deleted for good, at an earlier place or by this op. */
async function isErased({ tx, content }: Place, person: Value): Promise<boolean> {
  const adding = content.find(({ table }) => table === 'erased_person');
  if (adding?.added.some(([id]) => id === person) === true) return true;
  return (await tx.get(sql`SELECT 1 FROM erased_person WHERE person_id = ${person}`)) !== undefined;
}

/** Whether a row is of somebody who was merged into another, or is gone with what it belongs to. */
export async function whyGone({ tx }: Place, table: SharedTable, row: Row): Promise<'merged' | 'gone'> {
  for (const column of personColumns(table.name)) {
    const person = row[column] ?? null;
    if (person === null) continue;
    const merged = await tx.get(sql`SELECT 1 FROM merged_person WHERE gone_id = ${person}`);
    if (merged !== undefined) return 'merged';
  }
  return 'gone';
}

/** Whether a row names somebody without a foreign key, so that a deletion of them takes it away by their number, and they were deleted. */
export async function isOfErased(place: Place, table: SharedTable, row: Row): Promise<boolean> {
  if (TABLES[table.name].ofPeople?.erased !== 'by-number') return false;
  for (const column of personColumns(table.name))
    if ((row[column] ?? null) !== null && (await isErased(place, row[column] ?? null))) return true;
  return false;
}

/** The row of a part of the op that does not count by then. */
export const lostOf = ({ lost }: Place, table: TableName, id: Value): Lost | undefined =>
  lost.find((one) => one.table === table && one.key[0] === id && one.columns === undefined);

/** What a row is known by. */
export const rowAt = (table: TableName, columns: readonly string[], values: readonly Value[]): string =>
  JSON.stringify([table, columns, values]);

/** Whether a row with these values is there, asked while rows are added, of which each is there from then on. */
export async function isThere(
  { tx, there }: Place,
  table: TableName,
  columns: readonly string[],
  values: readonly Value[],
): Promise<boolean> {
  const at = rowAt(table, columns, values);
  if (there.has(at)) return true;
  const row = await tx.get(
    query(`SELECT 1 FROM ${table} WHERE ${columns.map((name) => `${name} = ?`).join(' AND ')}`, values),
  );
  if (row !== undefined) there.add(at);
  return row !== undefined;
}
