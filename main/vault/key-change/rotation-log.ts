/** Log entries of rotations: written as they begin and end, read by the key page. */
import { ROTATED_KEYS, type RotatedKey, type RotationEnd } from '../../../contract/key-management/lists.ts';
import type { ErrorCode } from '../../../contract/errors.ts';
import { type LogDetail, UNREADABLE } from '../../../contract/log/entries.ts';
import type { StaffId } from '../../../contract/ids.ts';
import { AppError } from '../app-error.ts';
import type { Header } from '../keys/header.ts';
import type { Roster, RosterHead } from '../keys/roster.ts';
import type { SessionEntry } from '../log/audit-log.ts';
import { readDetail } from '../log/detail.ts';
import type { EntrySigners } from '../log/entry-signer.ts';
import { type Sql, sql } from '../store/sql.ts';
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
  store: ReadableStore,
  { epoch, deviceSecretId }: Pick<Header, 'epoch' | 'deviceSecretId'>,
): Promise<readonly SessionEntry<'rotation'>[]> {
  const rotations = await readRotations(store);
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

interface Row {
  readonly seq: number;
  readonly time: number;
  readonly staff_id: StaffId;
  readonly cosigner_id: StaffId | null;
  readonly action: 'rotation-begun' | 'rotation';
  readonly field: string | null;
  readonly outcome: string;
  readonly detail: string | null;
}

/** All rotations, oldest first. One without an end before the next of the same key counts as interrupted. */
export async function readRotations(store: ReadableStore): Promise<readonly Rotation[]> {
  const rows = await store.all<Row>(rotationRows());
  return SUBJECTS.flatMap((key) =>
    pairUp(
      key,
      rows.filter(({ field }) => field === key),
    ),
  ).sort((a, b) => a.seq - b.seq);
}

/** Query of all entries of rotations, exported for the test of its plan. */
export const rotationRows = (): Sql => sql`
  SELECT seq, time, staff_id, cosigner_id, action, field, outcome, detail FROM log_entry WHERE action IN ('rotation-begun', 'rotation') ORDER BY seq`;

function pairUp(key: RotationSubject, rows: readonly Row[]): readonly Rotation[] {
  return rows.flatMap((row, index): readonly Rotation[] => {
    if (row.action === 'rotation') return [];
    const next = rows[index + 1];
    const end = next?.action === 'rotation' ? next : null;
    return [
      {
        key,
        seq: row.seq,
        staffId: row.staff_id,
        cosignerId: row.cosigner_id,
        begunAt: row.time,
        endedAt: end?.time ?? null,
        end: endOf(end, key),
        begun: begunOf(row, key),
        code: codeOf(end),
      },
    ];
  });
}

function begunOf(row: Row, key: RotationSubject): Begun | null {
  const detail = readDetail({ ...row, action: 'rotation-begun' });
  return detail !== UNREADABLE && detail.key === key ? detail : null;
}

function codeOf(row: Row | null): ErrorCode | null {
  if (row === null) return null;
  const detail = readDetail({ ...row, action: 'rotation' });
  return detail !== UNREADABLE && detail.end === 'failed' ? detail.code : null;
}

/** `done` only where the entry can be read and says that this key was made. */
function endOf(row: Row | null, key: RotationSubject): RotationEnd {
  if (row === null) return 'interrupted';
  const detail = readDetail({ ...row, action: 'rotation' });
  if (row.outcome === 'done' && detail !== UNREADABLE && detail.end !== 'failed' && detail.key === key)
    return 'done';
  return codeOf(row) === 'cancelled' ? 'cancelled' : 'failed';
}
