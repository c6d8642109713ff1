/**
 * Facts that outlive a restore: who was deleted since the backup was made, in which deletion, and who may not be deleted. Numbers and words of the staff alone;
 * nothing about the people is in it.
 */
import type { PersonId, StaffId } from '../../../contract/ids.ts';
import { AppError } from '../app-error.ts';
import { type WholeRow, putRows, readRows } from '../store/copy-rows.ts';
import { recallPeople } from '../store/recall-people.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore, WritableStore } from '../store/store.ts';

/** In an order in which no row refers to one that is not there yet. */
const TABLES = ['erasure', 'erased_person', 'recalled_person', 'hold'] as const;

/** Rows of each of the tables, in their order. */
export type KnownErasures = readonly (readonly WholeRow[])[];

/** How many people the store of before knows to be deleted, and how many of them the restored one has. */
export interface CarriedOver {
  readonly people: number;
  readonly there: number;
}

/** Null where the store is damaged and cannot say. Errors: those of the store. */
export async function readErasuresKnown(store: ReadableStore): Promise<KnownErasures | null> {
  try {
    return await Promise.all(TABLES.map((table) => readRows(store, table)));
  } catch (error) {
    if (error instanceof AppError && error.code === 'store-damaged') return null;
    throw error;
  }
}

/**
 * Writes them into a restored store, in the caller's transaction. Whoever is on record there again is restricted from then on
 * (`retention-rules/returned.ts`), and so is whoever would be back by the undo of a merge. `by`: who restores.
 */
export async function carryErasuresOver(
  tx: WritableStore,
  known: KnownErasures,
  by: { readonly at: number; readonly staffId: StaffId },
): Promise<CarriedOver> {
  for (const [index, table] of TABLES.entries()) await putRows(tx, table, known[index] ?? []);
  const people = (
    await tx.all<{ readonly id: PersonId }>(sql`SELECT person_id AS id FROM erased_person`)
  ).map(({ id }) => id);
  return { people: people.length, there: await recallPeople(tx, people, { origin: 'store', ...by }) };
}
