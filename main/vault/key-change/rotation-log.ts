/** Log entries of rotations: written as they begin and end, read by the key page. */
import { ROTATED_KEYS, type RotatedKey, type RotationEnd } from '../../../contract/key-management/lists.ts';
import type { ErrorCode } from '../../../contract/errors.ts';
import type { LogDetail } from '../../../contract/log/entries.ts';
import type { StaffId } from '../../../contract/ids.ts';
import { AppError } from '../app-error.ts';
import type { Header } from '../keys/header.ts';
import type { Roster, RosterHead } from '../keys/roster.ts';
import type { SessionEntry } from '../log/audit-log.ts';
import { allChains, chainOf, readChain } from '../log/chains.ts';
import { type Decision, type KnowsStaff, decisionRows, readDecisions } from '../log/decisions.ts';
import type { EntrySigners } from '../log/entry-signer.ts';
import type { Sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';

/** Subject of the ceremony after a theft, which the log records like a rotation. */
export const THEFT = 'theft';
/** Subject of a rotation, as its entries name it. */
export type RotationSubject = RotatedKey | typeof THEFT;
const SUBJECTS: readonly RotationSubject[] = [...ROTATED_KEYS, THEFT];

/** Detail of the entry that begins a rotation. */
export type Begun = LogDetail<'rotation-begun'>;
type Made = Exclude<LogDetail<'rotation'>, { readonly end: 'failed' }>;

/** The entry that begins a rotation. */
export const begun = (detail: Begun, signedBy: EntrySigners): SessionEntry<'rotation-begun'> => ({
  action: 'rotation-begun',
  outcome: 'done',
  field: detail.key,
  detail,
  signedBy,
});

/** The entry of a completed rotation. */
export const done = (detail: Made): SessionEntry<'rotation'> => ({
  action: 'rotation',
  outcome: 'done',
  field: detail.key,
  detail,
});

/** The entry of a rotation that `error` ended; the previous key stays in force. */
export const ended = (key: RotatedKey, error: unknown): SessionEntry<'rotation'> => ({
  action: 'rotation',
  outcome: 'failed',
  field: key,
  detail: { key, end: 'failed', code: error instanceof AppError ? error.code : 'internal' },
});

/** The first 8 digits of a device secret's id, by which entries name it. */
export const itemOf = (deviceSecretId: string): string => deviceSecretId.slice(0, 8);

const HASH_SHOWN = 16;

/** The roster's head as an entry names it: number and the first 16 digits of the hash. */
export const rosterOf = ({ n, hash }: RosterHead): { readonly n: number; readonly hash: string } => ({
  n,
  hash: hash.slice(0, HASH_SHOWN),
});

/**
 * Number of the roster entry that a begun rotation names; null where it names none, cannot be read, or this
 * roster has no such entry.
 */
export function rosterAt(roster: Pick<Roster, 'hashAt'>, from: Begun | null): number | null {
  if (from === null || !('roster' in from)) return null;
  const { n, hash } = from.roster;
  return roster.hashAt(n)?.startsWith(hash) === true ? n : null;
}

/**
 * Entries for rotations that are in force by the header but have no end in the log: a crash came between
 * switch and entry.
 */
export async function findUnloggedRotations(
  staff: KnowsStaff,
  store: ReadableStore,
  { epoch, deviceSecretId }: Pick<Header, 'epoch' | 'deviceSecretId'>,
): Promise<readonly SessionEntry<'rotation'>[]> {
  const rotations = await readRotations(staff, store);
  const item = itemOf(deviceSecretId);
  const last = (key: RotatedKey): Begun | null => {
    const one = rotations.findLast((rotation) => rotation.key === key);
    return one?.end === 'interrupted' ? one.begun : null;
  };
  const [storeKey, deviceSecret] = [last('store-key'), last('device-secret')];
  return [
    ...(storeKey?.key === 'store-key' && storeKey.epoch === epoch
      ? [done({ key: 'store-key', end: 'made-late', epoch })]
      : []),
    ...(deviceSecret?.key === 'device-secret' && deviceSecret.item === item
      ? [done({ key: 'device-secret', end: 'made-late', item })]
      : []),
  ];
}

/** One rotation in the log; times are milliseconds since 1970, `seq` is the number of its first entry. */
export interface Rotation {
  readonly key: RotationSubject;
  readonly seq: number;
  readonly staffId: StaffId;
  readonly cosignerId: StaffId | null;
  readonly begunAt: number;
  readonly endedAt: number | null;
  readonly end: RotationEnd;
  /** Null where its entry cannot be read; nothing is derived from it then. */
  readonly begun: Begun | null;
  /** Error that ended it; null where none did or its entry cannot be read. */
  readonly code: ErrorCode | null;
}

/** Actions of rotations, as their index names them. */
const ROTATION_ACTIONS = ['rotation-begun', 'rotation'] as const;
type Told = Decision<(typeof ROTATION_ACTIONS)[number]>;

/** Keys of a computer: what was done with another's is not told here. */
const KEYS_OF_ONE: ReadonlySet<RotationSubject> = new Set(['store-key', 'device-secret', THEFT]);

/** Rotations of this computer's keys and of those that all share, oldest first. One without an end before the next of the same key counts as interrupted. */
export async function readRotations(staff: KnowsStaff, store: ReadableStore): Promise<readonly Rotation[]> {
  const told = await readDecisions(staff, store, allChains, ...ROTATION_ACTIONS);
  const own = await readChain(store);
  return SUBJECTS.flatMap((key) =>
    pairUp(
      key,
      told.filter(({ row }) => row.field === key && (!KEYS_OF_ONE.has(key) || chainOf(row.seq) === own)),
    ),
  ).sort((a, b) => a.seq - b.seq);
}

/** Query of all entries of rotations, exported for the test of its plan. */
export const rotationRows = (): Sql => decisionRows(allChains, ROTATION_ACTIONS, 'ORDER BY seq');

function pairUp(key: RotationSubject, told: readonly Told[]): readonly Rotation[] {
  return told.flatMap((one, index): readonly Rotation[] => {
    if (one.action === 'rotation') return [];
    const { row, detail } = one;
    const next = told[index + 1];
    const end = next?.action === 'rotation' ? next : null;
    return [
      {
        key,
        seq: row.seq,
        staffId: row.staffId,
        cosignerId: row.cosignerId,
        begunAt: row.time,
        endedAt: end?.row.time ?? null,
        end: endOf(end, key),
        begun: detail.key === key ? detail : null,
        code: codeOf(end),
      },
    ];
  });
}

const codeOf = (end: Decision<'rotation'> | null): ErrorCode | null =>
  end !== null && end.detail.end === 'failed' ? end.detail.code : null;

/** `done` only where the entry says that this key was made. */
function endOf(end: Decision<'rotation'> | null, key: RotationSubject): RotationEnd {
  if (end === null) return 'interrupted';
  const { row, detail } = end;
  if (row.outcome === 'done' && detail.end !== 'failed' && detail.key === key) return 'done';
  return codeOf(end) === 'cancelled' ? 'cancelled' : 'failed';
}
