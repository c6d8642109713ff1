/** The roster as the order has it: who may sign for what, and whose desk counts. What waits here never changes it, since whatever does is coordinated. */
import type { Roots } from '../keys/recovery-sheet.ts';
import {
  type Roster,
  type RosterEntry,
  type RosterHead,
  bodyOfEntry,
  decodeSignatures,
  kindOfEntry,
  readRosterEntries,
  verifyRoster,
} from '../keys/roster.ts';
import type { DecisionRoster } from '../log/decisions.ts';
import type { OpContent } from '../ops/op-content.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';
import type { TableName } from '../store/tables.ts';
import { type Row, rowsOf } from './rows-of-op.ts';

export interface EstateRoster {
  /** Errors: those of verifyRoster and of the store. */
  now(ordered: ReadableStore): Promise<Roster>;
  /** Whether what an op does to the roster is to add entries that follow. Errors: those of the store. */
  takes(ordered: ReadableStore, content: OpContent): Promise<boolean>;
}

/** `roots`: as whoever signs in has them pinned. */
export function createEstateRoster(vaultId: string, roots: Roots): EstateRoster {
  let known: Roster | null = null;
  return {
    async now(ordered) {
      const last = await ordered.get<{ readonly hash: string }>(
        sql`SELECT lower(hex(hash)) AS hash FROM roster_entry ORDER BY n DESC LIMIT 1`,
      );
      if (known === null || known.head.hash !== last?.hash)
        known = verifyRoster(vaultId, await readRosterEntries(ordered), roots, 0);
      return known;
    },
    async takes(ordered, content) {
      if (!changesRoster(content)) return true;
      const added = addedEntries(content);
      if (added === null) return false;
      const before = await readRosterEntries(ordered);
      try {
        verifyRoster(vaultId, [...before, ...added], roots, 0);
        return true;
      } catch {
        return false;
      }
    },
  };
}

/** The staff as they were at a head of the roster; null where the order has no such head. */
export function staffAt(roster: Roster, head: RosterHead): DecisionRoster | null {
  const { vaultId, hashAt, keyAt, keyOf } = roster;
  if (hashAt(head.n) !== head.hash) return null;
  return {
    vaultId,
    keyAt: (staffId, n) => (n <= head.n ? keyAt(staffId, n) : null),
    keyOf: (staffId, role, n) => (n <= head.n ? keyOf(staffId, role, n) : null),
  };
}

const ROSTER: TableName = 'roster_entry';
/** Whether an op does anything to the roster. */
export const changesRoster = (content: OpContent): boolean => content.some(({ table }) => table === ROSTER);

/** What an op adds to the roster, in its order; null where it changes or removes something there, or adds what is no entry. */
function addedEntries(content: OpContent): readonly RosterEntry[] | null {
  const isMore = content.some(
    ({ table, changed, removed }) => table === ROSTER && changed.length + removed.length > 0,
  );
  const entries = rowsOf(content, ROSTER).map(entryOf);
  if (isMore || entries.some((entry) => entry === null)) return null;
  return (entries as readonly RosterEntry[]).toSorted((one, other) => one.n - other.n);
}

/** An op by whose it is, its number and the running hash at its place, lower-case hexadecimal. */
export interface NamedOp {
  readonly desk: number;
  readonly n: number;
  readonly hash: string;
}

/** The op because of which an op ends a desk, since the order stopped there; null where it ends none, or for another reason. */
export function stopNamedBy(content: OpContent): NamedOp | null {
  const [entry, ...more] = addedEntries(content) ?? [];
  const body = entry === undefined || more.length > 0 ? null : bodyOfEntry(entry);
  return body?.kind === 'desk-end' && body.stoppedAt !== undefined
    ? { desk: body.desk, ...body.stoppedAt }
    : null;
}

export const isSameOp = (one: NamedOp | null, other: NamedOp | null): boolean =>
  one !== null && other !== null && one.desk === other.desk && one.n === other.n && one.hash === other.hash;

function entryOf(row: Row): RosterEntry | null {
  const { n, prev_hash: prevHash, body, signatures, hash } = row;
  return typeof n === 'number' &&
    typeof signatures === 'string' &&
    [prevHash, body, hash].every((bytes) => bytes instanceof Uint8Array)
    ? {
        n,
        prevHash: prevHash as Uint8Array,
        body: body as Uint8Array,
        signatures: decodeSignatures(signatures),
        hash: hash as Uint8Array,
      }
    : null;
}

/** What gives other keys than one person's own: every computer seals anew under them, which only one by itself can do. */
const KINDS_OF_ALL_KEYS: ReadonlySet<ReturnType<typeof kindOfEntry>> = new Set(['recovery', 'suspend']);
/** Begun with another sheet. */
const SEGMENTS: TableName = 'log_segment';

/** Whether an op changes keys that no other desk can follow yet. */
export const changesAllKeys = (content: OpContent): boolean =>
  changesRoster(content) &&
  (content.some(({ table }) => table === SEGMENTS) ||
    (addedEntries(content)?.some((entry) => KINDS_OF_ALL_KEYS.has(kindOfEntry(entry))) ?? true));
