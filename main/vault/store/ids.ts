/**
 * Allocates ids so that many desks can do so at once: each desk has its own range in every table, and an id
 * is never reused, even when its row is deleted. The counters are in the store (`id_counter`, local to a
 * desk) and change in the transaction of the rows that they number.
 */
import { AppError } from '../app-error.ts';
import { sql } from './sql.ts';
import type { ReadableStore, WritableStore } from './store.ts';
import { type NumberedTable, TABLES, TABLE_NAMES } from './tables.ts';

/** Highest desk number; the first is 0. */
export const MAX_DESK = 2 ** 16 - 1;
/** Ids of one desk in a table: an id is desk · 2³² + counter. */
export const IDS_OF_A_DESK = 2 ** 32;
/** Highest id, given by the encodings of sealed values, log and anchor (48 bits). */
export const MAX_ID = 2 ** 48 - 1;
/** Log segments of one desk: a segment id is desk · 2¹⁶ + counter. */
export const SEGMENTS_OF_A_DESK = 2 ** 16;

/** The desk whose log a segment belongs to. */
export const deskOfSegment = (segment: number): number => Math.floor(segment / SEGMENTS_OF_A_DESK);

/** Every table that gives its rows numbers, with how many a desk has. */
export const ALLOCATED_TABLES = Object.fromEntries(
  TABLE_NAMES.flatMap((table) => {
    const { numbered } = TABLES[table];
    return numbered === undefined ? [] : [[table, numbered === 'rows' ? IDS_OF_A_DESK : SEGMENTS_OF_A_DESK]];
  }),
) as Readonly<Record<NumberedTable, number>>;

/** The statement that begins the counter of a table, on the desk that the store is on. */
const beginCounter = (table: NumberedTable): string =>
  `INSERT INTO id_counter (table_name, span, last) SELECT '${table}', ${ALLOCATED_TABLES[table]}, desk * ${ALLOCATED_TABLES[table]} FROM local_state`;

/** Those of the first schema. */
export const FIRST_COUNTERS: readonly string[] = (Object.keys(ALLOCATED_TABLES) as NumberedTable[]).map(
  beginCounter,
);

/**
 * The next id of a table. Errors: AppError `store-damaged` {part: 'value', table} where the counter is none, or
 * this desk has used all of its ids, which no desk does in its time.
 */
export const takeId = (tx: WritableStore, table: NumberedTable): Promise<number> => takeIds(tx, table, 1);

const noIds = (table: NumberedTable): AppError => new AppError('store-damaged', { part: 'value', table });

/** The first of `count` consecutive ids, all of which are taken. Errors: as `takeId`. */
export async function takeIds(tx: WritableStore, table: NumberedTable, count: number): Promise<number> {
  const taken = await tx.get<{ readonly last: number }>(sql`
    UPDATE id_counter SET last = last + ${count} WHERE table_name = ${table} AND last % span + ${count} < span RETURNING last`);
  if (taken === undefined) throw noIds(table);
  return taken.last - count + 1;
}

/**
 * The last id taken in each table, for callers that build rows before their transaction begins; `claimIds`
 * then takes the ids they used. Errors: as `takeId`.
 */
export async function lastIds<Table extends NumberedTable>(
  store: ReadableStore,
  tables: readonly Table[],
): Promise<Record<Table, number>> {
  const rows = await store.all<{ readonly name: Table; readonly last: number }>(
    sql`SELECT table_name AS name, last FROM id_counter`,
  );
  const known = new Map(rows.map(({ name, last }) => [name, last]));
  return Object.fromEntries(
    tables.map((table) => {
      const last = known.get(table);
      if (last === undefined) throw noIds(table);
      return [table, last] as const;
    }),
  ) as Record<Table, number>;
}

/**
 * Takes the ids after `from` (as `lastIds` returned it) up to `to`. False, and nothing taken, where others
 * have taken ids since. Errors: as `takeId`.
 */
export async function claimIds(
  tx: WritableStore,
  table: NumberedTable,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<boolean> {
  if (Math.floor(from / ALLOCATED_TABLES[table]) !== Math.floor(to / ALLOCATED_TABLES[table]))
    throw noIds(table);
  const { changes } = await tx.run(
    sql`UPDATE id_counter SET last = ${to} WHERE table_name = ${table} AND last = ${from}`,
  );
  return changes === 1;
}

/**
 * Moves the counter past an id that is remembered outside the store, because the counter of an older store
 * may be behind it.
 */
export async function passId(tx: WritableStore, table: NumberedTable, id: number): Promise<void> {
  const desk = Math.floor(id / ALLOCATED_TABLES[table]);
  await tx.run(
    sql`UPDATE id_counter SET last = ${id} WHERE table_name = ${table} AND last < ${id} AND last / span = ${desk}`,
  );
}

/**
 * The desk whose ids this store allocates. Errors: AppError `store-mismatch` {part: 'desk'} where it has
 * none.
 */
export async function readDesk(store: ReadableStore): Promise<number> {
  const row = await store.get<{ readonly desk: number }>(sql`SELECT desk FROM local_state`);
  if (row === undefined) throw new AppError('store-mismatch', { part: 'desk' });
  return row.desk;
}

/**
 * Makes the store allocate the ids of another desk, from the first; its log goes on in the chain that it has. Errors: AppError `internal` {what:
 * 'desk'} for an invalid number.
 */
export async function becomeDesk(tx: WritableStore, desk: number): Promise<void> {
  if (!Number.isSafeInteger(desk) || desk < 0 || desk > MAX_DESK)
    throw new AppError('internal', { what: 'desk' });
  await tx.run(sql`UPDATE local_state SET desk = ${desk}`);
  await tx.run(sql`UPDATE id_counter SET last = ${desk} * span`);
}

// --- places

/**
 * Ordinals of one desk among a person's values of a field or records of a kind: an ordinal is desk · 2¹⁶ +
 * counter.
 */
export const PLACES_OF_A_DESK = 2 ** 16;
/** Highest ordinal. */
export const MAX_PLACE = 2 ** 32 - 1;

/**
 * The first ordinal of this desk that is not in `taken`. Errors: AppError `internal` {what: 'places'} where
 * none is left.
 */
export function freePlace(desk: number, taken: ReadonlySet<number>): number {
  const first = desk * PLACES_OF_A_DESK;
  for (let place = first; place < first + PLACES_OF_A_DESK; place += 1) if (!taken.has(place)) return place;
  throw new AppError('internal', { what: 'places' });
}
