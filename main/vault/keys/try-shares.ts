/**
 * Tries of PINs where several desks keep the estate: of the hundred that keys have in a window, each desk has a share, and only it gives of that to others. The desk
 * that shares first begins with all. What is given is the giver's no more at once, and the other's once it comes in the order: all shares together are never more.
 */
import type { StaffId } from '../../../contract/ids.ts';
import { IDS_OF_A_DESK, takeIds } from '../store/ids.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore, WritableStore } from '../store/store.ts';
import type { StaffSlot } from './header.ts';
import { MAX_FAILURES } from './limiter-state.ts';

/** Somebody's keys. */
type KeysOf = Pick<StaffSlot, 'generation'> & { readonly staffId: StaffId | StaffSlot['staffId'] };

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

/** What was given of each one's present keys, in the order of their numbers. Errors: those of the store. */
export async function readShares(
  store: ReadableStore,
  keys: readonly KeysOf[],
): Promise<(keysOf: KeysOf) => readonly GivenShare[]> {
  const rows = await store.all<GivenShare & { readonly staffId: string; readonly generation: number }>(
    sql`SELECT id, staff_id AS "staffId", generation, home, to_desk AS "toDesk", tries, answers FROM try_share ORDER BY id`,
  );
  const nameOf = ({ staffId, generation }: { readonly staffId: string; readonly generation: number }) =>
    `${staffId} ${generation}`;
  const present = new Map(keys.map((one) => [nameOf(one), [] as GivenShare[]]));
  for (const row of rows)
    if (row.tries >= 0 && row.tries <= MAX_FAILURES) present.get(nameOf(row))?.push(row);
  return (keysOf) => present.get(nameOf(keysOf)) ?? [];
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

/** What a desk has of somebody's tries: all, as long as nobody has shared them. */
export const shareOfDesk = (rows: readonly GivenShare[], desk: number): number =>
  rows.length === 0 ? MAX_FAILURES : (sharesOf(rows).get(desk) ?? 0);

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
