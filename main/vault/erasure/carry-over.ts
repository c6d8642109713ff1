/**
 * Facts that outlive a restore: who was deleted since the backup was made, in which deletion, who may not be deleted, what was decided of ID numbers, and that they were removed. Numbers and words of the staff alone;
 * nothing about the people is in it. The restored log knows none of it, so that what the vault goes by is entered there again, signed by whoever restores.
 */
import type { PersonId, StaffId } from '../../../contract/ids.ts';
import type { LogDetail } from '../../../contract/log/entries.ts';
import { dayOf } from '../clock.ts';
import { type IdNumberDecision, readIdNumberDecision } from '../id-number-rules/decision.ts';
import { allChains } from '../log/chains.ts';
import { type Decision, type KnowsStaff, readDecisions, readLastDecision } from '../log/decisions.ts';
import { type WholeRow, nullWhereDamaged, putRows, readRows } from '../store/copy-rows.ts';
import { recallPeople } from '../store/recall-people.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore, WritableStore } from '../store/store.ts';
import { dropIdNumbers, readHeld, readWithout } from './drop-id-numbers.ts';
import { createTraces } from './erased-values.ts';
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
  /** What was decided of ID numbers last; null where nothing was. */
  readonly decision: IdNumberDecision | null;
  /** The last removal of ID numbers; null where there was none. */
  readonly removal: Decision<'id-removal'> | null;
}

/** An entry of the restored log, but for who signs it. */
type SaidAgain =
  | {
      readonly action: 'id-numbers';
      readonly outcome: 'done';
      readonly reason: string;
      readonly detail: LogDetail<'id-numbers'>;
    }
  | {
      readonly action: 'id-removal';
      readonly outcome: 'done';
      readonly reason: string;
      readonly detail: LogDetail<'id-removal'>;
    }
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
  /** ID numbers were removed again, so that every page is to be written anew. */
  readonly hasDropped: boolean;
}

/** Null where the store is damaged or tampered with and cannot say. Errors: those of the store. */
export const readErasuresKnown = (staff: KnowsStaff, store: ReadableStore): Promise<KnownErasures | null> =>
  nullWhereDamaged(async () => {
    const erased = await readDecisions(staff, store, allChains, 'erase');
    const holds = await readDecisions(staff, store, allChains, 'hold', 'hold-end');
    return {
      rows: await Promise.all(TABLES.map((table) => readRows(store, table))),
      erased: erased.flatMap(({ row }) => row.personId ?? []),
      decision: await readIdNumberDecision(staff, store),
      removal: await readLastDecision(staff, store, allChains, 'id-removal'),
      ended: new Set(holds.flatMap(({ action, detail }) => (action === 'hold-end' ? [detail.hold] : []))),
    };
  });

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
  const ids = await carryIdNumbersOver(staff, tx, known, by.at);
  return {
    people: people.length,
    there,
    said: [...(await recallsToSay(tx)), ...(await holdsToSay(staff, tx, known)), ...ids],
    hasDropped: ids.some(({ action }) => action === 'id-removal'),
  };
}

/** People of one statement. */
const AT_ONCE = 1_000;

/**
 * What was decided since the backup holds in the restored store, and a removal that it does not know is made again: two people have ordered it. Whoever is held keeps theirs.
 * Words need a PIN to be opened, and so wait for somebody (`again`).
 */
async function carryIdNumbersOver(
  staff: KnowsStaff,
  tx: WritableStore,
  { decision, removal }: KnownErasures,
  at: number,
): Promise<readonly SaidAgain[]> {
  if (decision === null) return [];
  const { choice, words } = decision;
  const then = await readIdNumberDecision(staff, tx);
  const said: SaidAgain[] =
    then?.choice === choice
      ? []
      : [{ action: 'id-numbers', outcome: 'done', reason: words, detail: { choice } }];
  const known = await readLastDecision(staff, tx, allChains, 'id-removal');
  if (removal === null || known?.detail.erasure === removal.detail.erasure) return said;
  const held = await readHeld(tx, dayOf(at));
  const gone = { people: 0, values: 0 };
  const going = (await readWithout(tx, choice)).filter((personId) => !held.has(personId));
  // Every page is written anew once this is committed: nothing has to be looked for.
  for (let at = 0; at < going.length; at += AT_ONCE)
    gone.values += await dropIdNumbers(tx, going.slice(at, at + AT_ONCE), createTraces());
  gone.people = going.length;
  const detail = { erasure: removal.detail.erasure, ...gone, texts: 0, again: true };
  return [...said, { action: 'id-removal', outcome: 'done', reason: removal.row.reason ?? '', detail }];
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
