/**
 * Facts that outlive a restore: who was deleted since the backup was made, in which deletion, and who may not be deleted. Numbers and words of the staff alone;
 * nothing about the people is in it. The restored log knows none of it, so that what the vault goes by is entered there again, signed by whoever restores.
 */
import type { PersonId, StaffId } from '../../../contract/ids.ts';
import type { LogDetail } from '../../../contract/log/entries.ts';
import { AppError } from '../app-error.ts';
import { type KnowsStaff, readDecisions } from '../log/decisions.ts';
import { type WholeRow, putRows, readRows } from '../store/copy-rows.ts';
import { recallPeople } from '../store/recall-people.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore, WritableStore } from '../store/store.ts';
import { HOLD_QUERIES, type HoldRow, readSaidHolds } from './holds.ts';

/** In an order in which no row refers to one that is not there yet. */
const TABLES = ['erasure', 'erased_person', 'recalled_person', 'hold'] as const;

/** What the store of before knows. */
interface KnownErasures {
  /** Rows of each of the tables, in their order. */
  readonly rows: readonly (readonly WholeRow[])[];
  /** Whom its log says to be deleted, whether or not a row does. */
  readonly erased: readonly PersonId[];
  /** Holds that its log says to have ended. */
  readonly ended: ReadonlySet<number>;
}

/** An entry of the restored log, but for who signs it. */
type SaidAgain =
  | { readonly action: 'recall'; readonly outcome: 'done'; readonly personId: PersonId }
  | {
      readonly action: 'hold';
      readonly outcome: 'done';
      readonly personId: PersonId;
      readonly reason: string;
      readonly detail: LogDetail<'hold'>;
    }
  | {
      readonly action: 'hold-end';
      readonly outcome: 'done';
      readonly personId: PersonId | null;
      readonly detail: LogDetail<'hold-end'>;
    };

/** How many people the store of before knows to be deleted, how many of them the restored one has, and what its log has to say of them and of holds. */
export interface CarriedOver {
  readonly people: number;
  readonly there: number;
  readonly said: readonly SaidAgain[];
}

/** Null where the store is damaged or tampered with and cannot say. Errors: those of the store. */
export async function readErasuresKnown(
  staff: KnowsStaff,
  store: ReadableStore,
): Promise<KnownErasures | null> {
  try {
    const erased = await readDecisions(staff, store, 'erase');
    const holds = await readDecisions(staff, store, 'hold', 'hold-end');
    return {
      rows: await Promise.all(TABLES.map((table) => readRows(store, table))),
      erased: erased.flatMap(({ row }) => row.personId ?? []),
      ended: new Set(holds.flatMap(({ action, detail }) => (action === 'hold-end' ? [detail.hold] : []))),
    };
  } catch (error) {
    if (error instanceof AppError && ['store-damaged', 'store-tampered'].includes(error.code)) return null;
    throw error;
  }
}

/**
 * Writes them into a restored store, in the caller's transaction. Whoever is on record there again is restricted from then on
 * (`retention-rules/returned.ts`), and so is whoever would be back by the undo of a merge. `by`: who restores.
 */
export async function carryErasuresOver(
  staff: KnowsStaff,
  tx: WritableStore,
  known: KnownErasures,
  by: { readonly at: number; readonly staffId: StaffId },
): Promise<CarriedOver> {
  for (const [index, table] of TABLES.entries()) await putRows(tx, table, known.rows[index] ?? []);
  const rows = await tx.all<{ readonly id: PersonId }>(sql`SELECT person_id AS id FROM erased_person`);
  const people = [...new Set([...rows.map(({ id }) => id), ...known.erased])];
  const there = await recallPeople(tx, people, { origin: 'store', ...by });
  return {
    people: people.length,
    there,
    said: [...(await recallsToSay(tx)), ...(await holdsToSay(staff, tx, known))],
  };
}

const recallsToSay = async (tx: ReadableStore): Promise<readonly SaidAgain[]> =>
  (
    await tx.all<{ readonly personId: PersonId }>(
      sql`SELECT r.person_id AS personId FROM recalled_person r CROSS JOIN person p ON p.id = r.person_id WHERE r.origin = 'store' ORDER BY p.id`,
    )
  ).map(({ personId }) => ({ action: 'recall', outcome: 'done', personId }));

/** Holds that the restored log does not know, and ends of those that it has not heard of. */
async function holdsToSay(
  staff: KnowsStaff,
  tx: ReadableStore,
  { ended }: KnownErasures,
): Promise<readonly SaidAgain[]> {
  const said = await readSaidHolds(staff, tx);
  const known = new Set(said.map(({ detail }) => detail.hold));
  const rows = await tx.all<HoldRow>(HOLD_QUERIES.all(-1));
  return [
    ...rows
      .filter(({ holdId }) => !known.has(holdId))
      .map(({ holdId, personId, kind, words, untilDate }): SaidAgain => ({
        action: 'hold',
        outcome: 'done',
        personId,
        reason: words,
        detail: { hold: holdId, kind, until: untilDate } as LogDetail<'hold'>,
      })),
    ...said
      .filter(({ detail }) => ended.has(detail.hold))
      .map(({ row, detail }): SaidAgain => ({
        action: 'hold-end',
        outcome: 'done',
        personId: row.personId,
        detail: { hold: detail.hold, kind: detail.kind },
      })),
  ];
}
