/**
 * Numbers that many desks may give out at once: each desk has a range of its own in every table, and a number that has been given never
 * comes back, whatever becomes of its row. The counters are the store's own (`id_counter`, local to a desk) and move in the transaction of what they number.
 */
import { AppError } from '../app-error.ts';
import { sql } from './sql.ts';
import type { ReadableStore, WritableStore } from './store.ts';

/** Desks are numbered from 0 to this. */
export const MAX_DESK = 2 ** 16 - 1;
/** An id is desk · 2³² + counter. */
export const IDS_OF_A_DESK = 2 ** 32;
/** Of the whole vault: what a sealed value's binding, the log's encoding and the anchor hold. */
export const MAX_ID = 2 ** 48 - 1;
/** A log segment is desk · 2¹⁶ + counter, and so is a place among the values or records of a person. */
export const SEGMENTS_OF_A_DESK = 2 ** 16;

/** The desk whose log a segment is of. */
export const deskOfSegment = (segment: number): number => Math.floor(segment / SEGMENTS_OF_A_DESK);

/** Every table that gives its rows numbers, with how many a desk has. */
export const ALLOCATED_TABLES = {
  room: IDS_OF_A_DESK,
  person: IDS_OF_A_DESK,
  occupancy: IDS_OF_A_DESK,
  lease: IDS_OF_A_DESK,
  vehicle: IDS_OF_A_DESK,
  space: IDS_OF_A_DESK,
  renovation: IDS_OF_A_DESK,
  pet: IDS_OF_A_DESK,
  notice: IDS_OF_A_DESK,
  counter_note: IDS_OF_A_DESK,
  seal_batch: IDS_OF_A_DESK,
  sealed_value: IDS_OF_A_DESK,
  import_run: IDS_OF_A_DESK,
  merge_run: IDS_OF_A_DESK,
  log_segment: SEGMENTS_OF_A_DESK,
} as const;
export type AllocatedTable = keyof typeof ALLOCATED_TABLES;

/** The next number of a table. Errors: AppError `internal` {what: 'ids', table} where this desk has given all that it has. */
export const takeId = (tx: WritableStore, table: AllocatedTable): Promise<number> => takeIds(tx, table, 1);

/** The first of `count` numbers in a row, which are the caller's from here on. Errors: as `takeId`. */
export async function takeIds(tx: WritableStore, table: AllocatedTable, count: number): Promise<number> {
  const taken = await tx.get<{ readonly last: number }>(sql`
    UPDATE id_counter SET last = last + ${count} WHERE table_name = ${table} AND last % span + ${count} < span RETURNING last`);
  if (taken === undefined) throw new AppError('internal', { what: 'ids', table });
  return taken.last - count + 1;
}

/** The last number given of each, for whoever builds rows before their transaction begins; `claimIds` takes what was used. */
export async function lastIds<Table extends AllocatedTable>(
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
      if (last === undefined) throw new AppError('internal', { what: 'ids', table });
      return [table, last] as const;
    }),
  ) as Record<Table, number>;
}

/**
 * Takes the numbers after `from` up to `to`, as `lastIds` told and the caller counted on. False where somebody has taken numbers since: nothing is
 * taken then. Errors: as `takeId`.
 */
export async function claimIds(
  tx: WritableStore,
  table: AllocatedTable,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<boolean> {
  if (Math.floor(from / ALLOCATED_TABLES[table]) !== Math.floor(to / ALLOCATED_TABLES[table]))
    throw new AppError('internal', { what: 'ids', table });
  const { changes } = await tx.run(
    sql`UPDATE id_counter SET last = ${to} WHERE table_name = ${table} AND last = ${from}`,
  );
  return changes === 1;
}

/** For a number that is remembered outside the store, whose counter an older store has behind it: what is given from now on is higher. */
export async function passId(tx: WritableStore, table: AllocatedTable, id: number): Promise<void> {
  const desk = Math.floor(id / ALLOCATED_TABLES[table]);
  await tx.run(
    sql`UPDATE id_counter SET last = ${id} WHERE table_name = ${table} AND last < ${id} AND last / span = ${desk}`,
  );
}

/** Whose numbers this store gives. */
export async function readDesk(store: ReadableStore): Promise<number> {
  const row = await store.get<{ readonly desk: number }>(sql`SELECT desk FROM local_state`);
  if (row === undefined) throw new AppError('store-mismatch', { part: 'desk' });
  return row.desk;
}

/** From here on the store gives the numbers of another desk, from the first. Errors: AppError `internal` {what: 'desk'} for one that there is not. */
export async function becomeDesk(tx: WritableStore, desk: number): Promise<void> {
  if (!Number.isSafeInteger(desk) || desk < 0 || desk > MAX_DESK)
    throw new AppError('internal', { what: 'desk' });
  await tx.run(sql`UPDATE local_state SET desk = ${desk}`);
  await tx.run(sql`UPDATE id_counter SET last = ${desk} * span`);
}

// --- places

/** Of one desk among the values of a field or the records of a kind of one person: desk · 2¹⁶ + counter. */
export const PLACES_OF_A_DESK = 2 ** 16;
export const MAX_PLACE = 2 ** 32 - 1;

/** The first of this desk's places that is not in `taken`. Errors: AppError `internal` {what: 'places'} where it has none left. */
export function freePlace(desk: number, taken: ReadonlySet<number>): number {
  const first = desk * PLACES_OF_A_DESK;
  for (let place = first; place < first + PLACES_OF_A_DESK; place += 1) if (!taken.has(place)) return place;
  throw new AppError('internal', { what: 'places' });
}
