/**
 * Tries of PINs where several desks keep the estate: of the hundred that keys have in a window, each desk has a share, and only it gives of that to others. The desk
 * that shares first begins with all. What is given is the giver's no more at once, and the other's once it comes in the order: all shares together are never more.
 */
import { IDS_OF_A_DESK, takeIds } from '../store/ids.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore, WritableStore } from '../store/store.ts';
import type { StaffSlot } from './header.ts';
import { MAX_FAILURES } from './limiter-state.ts';

/** Somebody's keys. */
type KeysOf = Pick<StaffSlot, 'staffId' | 'generation'>;

/** What a desk has given of somebody's tries to another; to itself: what it asks for. */
export interface TryShare {
  readonly toDesk: number;
  readonly tries: number;
  /** The row that asked for it. */
  readonly answers: number | null;
}

/** As every desk has it. */
export interface GivenShare extends TryShare {
  /** Its desk is the one that has given. */
  readonly id: number;
  /** The desk that shared first. */
  readonly home: number;
}

const giverOf = ({ id }: Pick<GivenShare, 'id'>): number => Math.floor(id / IDS_OF_A_DESK);
const isAsked = (row: GivenShare): boolean => giverOf(row) === row.toDesk;

/** What every desk keeps for when somebody comes there: of many desks each has little, and half of all goes where people are. */
export const reserveOf = (desks: number): number => Math.max(1, Math.min(10, Math.floor(50 / desks)));

/** What was given of each of these keys, in the order of the rows' numbers; of a number of tries that none has, nothing. Errors: those of the store. */
export async function readShares(
  store: ReadableStore,
  keys: readonly KeysOf[],
): Promise<readonly (readonly GivenShare[])[]> {
  const asked = JSON.stringify(keys.map(({ staffId, generation }) => [staffId, generation]));
  const rows = await store.all<GivenShare & { readonly at: number }>(sql`
    SELECT k.key AS at, s.id, s.home, s.to_desk AS "toDesk", s.tries, s.answers
    FROM json_each(${asked}) k CROSS JOIN try_share s
      ON s.staff_id = json_extract(k.value, '$[0]') AND s.generation = json_extract(k.value, '$[1]')
    WHERE s.tries BETWEEN 0 AND ${MAX_FAILURES} ORDER BY s.id`);
  return keys.map((_, of) => rows.filter(({ at }) => at === of));
}

/** What each desk has of somebody's tries. Of a desk that has given more than it had, nothing counts. */
export function sharesOf(rows: readonly GivenShare[]): ReadonlyMap<number, number> {
  const overdrawn = new Set<number>();
  for (;;) {
    const shares = new Map<number, number>();
    const add = (desk: number, tries: number): unknown => shares.set(desk, (shares.get(desk) ?? 0) + tries);
    if (rows[0] !== undefined) add(rows[0].home, MAX_FAILURES);
    for (const row of rows) {
      if (isAsked(row) || overdrawn.has(giverOf(row))) continue;
      add(giverOf(row), -row.tries);
      add(row.toDesk, row.tries);
    }
    const found = [...shares].filter(([, tries]) => tries < 0);
    for (const [desk] of found) overdrawn.add(desk);
    for (const desk of overdrawn) shares.set(desk, 0);
    if (found.length === 0) return shares;
  }
}

/** What a desk has of them: all, as long as nobody has shared them. */
export const shareOfDesk = (shares: ReadonlyMap<number, number>, desk: number): number =>
  shares.size === 0 ? MAX_FAILURES : (shares.get(desk) ?? 0);

/** What desks have asked for and nobody has answered. */
export const openAsks = (rows: readonly GivenShare[]): readonly GivenShare[] =>
  rows.filter((row) => isAsked(row) && !rows.some(({ answers }) => answers === row.id));

/** Enters what this desk gives or asks for, in the caller's transaction. `home`: the desk that has shared first, this one where it does. */
export async function putShares(
  tx: WritableStore,
  home: number,
  { staffId, generation }: KeysOf,
  shares: readonly TryShare[],
): Promise<void> {
  if (shares.length === 0) return;
  const first = await takeIds(tx, 'try_share', shares.length);
  for (const [at, { toDesk, tries, answers }] of shares.entries())
    await tx.run(
      sql`INSERT INTO try_share (id, staff_id, generation, home, to_desk, tries, answers) VALUES (${first + at}, ${staffId}, ${generation}, ${home}, ${toDesk}, ${tries}, ${answers})`,
    );
}

/** Keys that were just made at this desk: each other one has its reserve of their tries. */
export async function shareNewKeys(
  tx: WritableStore,
  home: number,
  keysOf: KeysOf,
  others: readonly number[],
): Promise<void> {
  const tries = reserveOf(others.length + 1);
  await putShares(
    tx,
    home,
    keysOf,
    others.map((toDesk) => ({ toDesk, tries, answers: null })),
  );
}
