/** What the log says of rotations: written as they begin and end, read by the key page. */
import type { RotatedKey, RotationEnd } from '../../../contract/custody/lists.ts';
import { ROTATED_KEYS } from '../../../contract/custody/lists.ts';
import type { ErrorCode } from '../../../contract/errors.ts';
import type { LogDetail } from '../../../contract/log/entries.ts';
import { UNREADABLE } from '../../../contract/log/entries.ts';
import type { StaffId } from '../../../contract/ids.ts';
import { AppError } from '../app-error.ts';
import type { Header } from '../keys/header.ts';
import type { Roster, RosterHead } from '../keys/roster.ts';
import type { UnsignedEntry } from '../log/audit-log.ts';
import { readDetail } from '../log/detail.ts';
import type { Sql } from '../store/sql.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';

/** The ceremony after a theft, which stands in the log as a rotation of everything. */
export const THEFT = 'theft';
/** What a rotation is of, as its entries name it. */
export type RotationSubject = RotatedKey | typeof THEFT;
const SUBJECTS: readonly RotationSubject[] = [...ROTATED_KEYS, THEFT];

/** What is begun, and what came of it where something did. */
export type Begun = LogDetail<'rotation-begun'>;
type Made = Exclude<LogDetail<'rotation'>, { readonly end: 'failed' }>;

export const begun = (detail: Begun): UnsignedEntry<'rotation-begun'> => ({
  action: 'rotation-begun',
  outcome: 'done',
  field: detail.key,
  detail,
});

export const done = (detail: Made): UnsignedEntry<'rotation'> => ({
  action: 'rotation',
  outcome: 'done',
  field: detail.key,
  detail,
});

/** Nothing has changed: it was cancelled, or `error` ended it. */
export const ended = (key: RotatedKey, error: unknown): UnsignedEntry<'rotation'> => ({
  action: 'rotation',
  outcome: 'failed',
  field: key,
  detail: { key, end: 'failed', code: error instanceof AppError ? error.code : 'internal' },
});

/** How an entry names a device secret: by the beginning of its id. */
export const itemOf = (deviceSecretId: string): string => deviceSecretId.slice(0, 8);

const HASH_SHOWN = 16;

/** How what is begun names the roster's head of then. */
export const rosterOf = ({ n, hash }: RosterHead): { readonly n: number; readonly hash: string } => ({
  n,
  hash: hash.slice(0, HASH_SHOWN),
});

/** The entry of the roster that what was begun names; null where it names none, cannot be read, or this roster has no such one. */
export function rosterAt(roster: Pick<Roster, 'hashAt'>, from: Begun | null): number | null {
  if (from === null || !('roster' in from)) return null;
  const { n, hash } = from.roster;
  return roster.hashAt(n)?.startsWith(hash) === true ? n : null;
}

/** Rotations that the header has and the log knows no end of: a kill came between the switch and the entry. */
export async function unentered(
  store: ReadableStore,
  { epoch, deviceSecretId }: Pick<Header, 'epoch' | 'deviceSecretId'>,
): Promise<readonly UnsignedEntry<'rotation'>[]> {
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

export interface Rotation {
  readonly key: RotationSubject;
  readonly seq: number;
  readonly staffId: StaffId;
  readonly cosignerId: StaffId | null;
  readonly begunAt: number;
  readonly endedAt: number | null;
  readonly end: RotationEnd;
  /** Null where its entry cannot be read: then nothing follows from it. */
  readonly begun: Begun | null;
  /** Of what ended it, where something did and its entry can be read. */
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

/** Oldest first. One that was begun and has no end before the next of the same key was interrupted. */
export async function readRotations(store: ReadableStore): Promise<readonly Rotation[]> {
  const rows = await store.all<Row>(rotationRows());
  return SUBJECTS.flatMap((key) =>
    pairUp(
      key,
      rows.filter(({ field }) => field === key),
    ),
  ).sort((a, b) => a.seq - b.seq);
}

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

/** By its outcome; only what can be read, and says of this key that it was made, has been. */
function endOf(row: Row | null, key: RotationSubject): RotationEnd {
  if (row === null) return 'interrupted';
  const detail = readDetail({ ...row, action: 'rotation' });
  if (row.outcome === 'done' && detail !== UNREADABLE && detail.end !== 'failed' && detail.key === key)
    return 'done';
  return codeOf(row) === 'cancelled' ? 'cancelled' : 'failed';
}
