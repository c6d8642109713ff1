/** What the log says of rotations: written as they begin and end, read by the key page. */
import type { RotatedKey, RotationEnd } from '../../../contract/key-rotation.ts';
import { ROTATED_KEYS } from '../../../contract/key-rotation.ts';
import type { StaffId } from '../../../contract/views.ts';
import { AppError } from '../app-error.ts';
import type { Header } from '../keys/header.ts';
import type { Roster, RosterHead } from '../keys/roster.ts';
import type { NewLogEntry } from '../log/audit-log.ts';
import type { Sql } from '../store/sql.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';

type Entry = Omit<NewLogEntry, 'staffId'>;

/** The ceremony after a theft, which stands in the log as a rotation of everything. */
export const THEFT = 'theft';
/** What a rotation is of, as its entries name it. */
export type RotationSubject = RotatedKey | typeof THEFT;
const SUBJECTS: readonly RotationSubject[] = [...ROTATED_KEYS, THEFT];

export const begun = (key: RotationSubject, detail: string): Entry => ({
  action: 'rotation-begun',
  outcome: 'done',
  field: key,
  detail,
});

export const done = (key: RotationSubject, detail: string): Entry => ({
  action: 'rotation',
  outcome: 'done',
  field: key,
  detail,
});

/** Nothing has changed: it was cancelled, or `error` ended it. */
export const ended = (key: RotatedKey, error: unknown): Entry => ({
  action: 'rotation',
  outcome: 'failed',
  field: key,
  detail: error instanceof AppError ? error.code : 'internal',
});

/** The detail of what is begun: what the header will say once it is done, by which a switch that was cut off is known again; a store key's goes on with the roster's head. */
export const storeKeyDetail = (epoch: number): string => `epoch ${epoch}`;
export const deviceSecretDetail = (deviceSecretId: string): string => `item ${deviceSecretId.slice(0, 8)}`;

const HASH_SHOWN = 16;
const AT_ROSTER = /^(?:epoch \d+, )?roster (\d+) ([0-9a-f]{16})$/;

/** How what is begun names the roster's head of then. */
export const rosterDetail = ({ n, hash }: RosterHead): string => `roster ${n} ${hash.slice(0, HASH_SHOWN)}`;

/** The entry of the roster that the detail of what was begun names; null where it names none, or this roster has no such one. */
export function rosterAt(roster: Pick<Roster, 'hashAt'>, begunDetail: string): number | null {
  const [, n, hash] = AT_ROSTER.exec(begunDetail) ?? [];
  const isKnown =
    n !== undefined && hash !== undefined && roster.hashAt(Number(n))?.startsWith(hash) === true;
  return isKnown ? Number(n) : null;
}

/** Rotations that the header has and the log knows no end of: a kill came between the switch and the entry. */
export async function unentered(
  store: ReadableStore,
  header: Pick<Header, 'epoch' | 'deviceSecretId'>,
): Promise<readonly Entry[]> {
  const rotations = await readRotations(store);
  const details = [
    ['store-key', storeKeyDetail(header.epoch)],
    ['device-secret', deviceSecretDetail(header.deviceSecretId)],
  ] as const;
  return details.flatMap(([key, detail]) => {
    const last = rotations.findLast((rotation) => rotation.key === key);
    return last?.end === 'interrupted' && last.begunDetail.split(', ')[0] === detail
      ? [done(key, `${detail}, entered at the next sign-in`)]
      : [];
  });
}

export interface Rotation {
  readonly key: RotationSubject;
  readonly seq: number;
  readonly staffId: StaffId;
  readonly cosignerId: StaffId | null;
  readonly begunAt: number;
  readonly endedAt: number | null;
  readonly end: RotationEnd;
  readonly begunDetail: string;
  /** Of its end, where it has one. */
  readonly detail: string;
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
    const begunDetail = row.detail ?? '';
    return [
      {
        key,
        seq: row.seq,
        staffId: row.staff_id,
        cosignerId: row.cosigner_id,
        begunAt: row.time,
        endedAt: end?.time ?? null,
        end: endOf(end),
        begunDetail,
        detail: end?.detail ?? begunDetail,
      },
    ];
  });
}

function endOf(row: Row | null): RotationEnd {
  if (row === null) return 'interrupted';
  if (row.outcome === 'done') return 'done';
  return row.detail === 'cancelled' ? 'cancelled' : 'failed';
}
