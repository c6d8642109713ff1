/** What of an op does not count at its place: told by whoever applies it, kept for thirty days by the estate's time, alike at every desk. */
import type { WHYS } from '../../../contract/losses/lists.ts';
import { fromBase64 } from '../crypto/bytes.ts';
import { KEPT_MS } from '../store/replaced-values.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore, WritableStore } from '../store/store.ts';
import { type TableName, isEmptyBatch, linksOf, personColumns } from '../store/tables.ts';
import { query } from './applying.ts';
import { type OpContent, type Value, rowText } from './op-content.ts';

/** Columns of a row by their names. */
export type Row = Readonly<Record<string, Value>>;

/** Why it does not count, or is to be looked at. */
export type Why = (typeof WHYS)[number];

/** A part of an op that does not count, or is to be looked at. */
export interface Lost {
  readonly table: TableName;
  readonly key: readonly Value[];
  readonly why: Why;
  /** Columns of a change that does not count. */
  readonly columns?: readonly string[];
  /** What was to be; null of somebody who was deleted. */
  readonly row: Row | null;
  /** Whose it is. */
  readonly person: number | null;
}

/** Whether something of the op does not count. */
export const isLoss = ({ why }: Lost): boolean => why !== 'replaced' && why !== 'many';

/** How far from a row to whoever it is of: a tag, its value, the person. */
const MAX_STEPS = 4;

/** Whose a row is, by its own columns or those of the rows that it belongs to, in the store or added by the same op. */
export async function personOf(
  store: ReadableStore,
  content: OpContent,
  table: TableName,
  row: Row,
  steps = MAX_STEPS,
): Promise<number | null> {
  const own = personColumns(table).flatMap((column) => row[column] ?? []);
  if (typeof own[0] === 'number') return own[0];
  if (steps === 0) return null;
  for (const [column, to] of linksOf(table)) {
    const id = row[column] ?? null;
    if (typeof id !== 'number' || !LEADS_TO_PEOPLE.has(to)) continue;
    const parent =
      addedRow(content, to, id) ?? (await store.get<Row>(query(`SELECT * FROM ${to} WHERE id = ?`, [id])));
    const person = parent === undefined ? null : await personOf(store, content, to, parent, steps - 1);
    if (person !== null) return person;
  }
  return null;
}

/** Tables of numbered rows that somebody's rows refer to. */
const LEADS_TO_PEOPLE = new Set<TableName>(['sealed_value', 'counter_note', 'vehicle']);

/** A row that an op adds, by its number. */
export function addedRow(content: OpContent, table: string, id: Value): Row | undefined {
  const changes = content.find((one) => one.table === table);
  const row = changes?.added.find(([key]) => key === id);
  return row === undefined || changes === undefined
    ? undefined
    : Object.fromEntries(changes.columns.map((name, at) => [name, row[at] ?? null]));
}

/** Losses as JSON, as `readLosses` reads them back. */
export const lossText = (losses: readonly Lost[]): string => rowText(losses);

/** Losses that this store has kept. */
export const readLosses = (text: string): readonly Lost[] =>
  JSON.parse(text, (_, value: unknown) =>
    typeof value === 'object' && value !== null && 'b' in value && typeof value.b === 'string'
      ? fromBase64(value.b)
      : value,
  ) as readonly Lost[];

/** Keeps what an op has lost at its place. `at`: the estate's time there. */
export async function keepLosses(
  tx: WritableStore,
  { desk, n, at }: { readonly desk: number; readonly n: number; readonly at: number },
  losses: readonly Lost[],
): Promise<void> {
  for (const [part, { table, key, why, columns, row, person }] of losses.entries()) {
    const batch = row?.['batch_id'] ?? null;
    const content = row === null ? null : rowText(columns === undefined ? { row } : { columns, row });
    await tx.run(sql`
      INSERT INTO op_loss (desk, n, part, at, of_table, why, row_key, content, person_id, batch_id)
      VALUES (${desk}, ${n}, ${part}, ${at}, ${table}, ${why}, ${rowText(key)}, ${content}, ${person}, ${typeof batch === 'number' ? batch : null})`);
  }
}

/** Drops what was lost more than thirty days before, and the batches of values that were set aside with it. `at`: the estate's time. */
export async function purgeLosses(tx: WritableStore, at: number): Promise<void> {
  const batches = await tx.all<{ readonly id: number }>(
    sql`SELECT DISTINCT batch_id AS id FROM op_loss WHERE batch_id IS NOT NULL AND at < ${at - KEPT_MS}`,
  );
  await tx.run(sql`DELETE FROM op_loss WHERE at < ${at - KEPT_MS}`);
  for (const { id } of batches)
    await tx.run(query(`DELETE FROM seal_batch WHERE id = ? AND ${isEmptyBatch('seal_batch')}`, [id]));
}
