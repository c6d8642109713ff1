/**
 * Whether deletions may be missing: a store that was restored or recovered, or that was older than expected, begins a segment of the log, and what was
 * deleted after it was copied is not in it. A restore beside the store of before takes its deletions over and says so; after any other one
 * somebody goes through the certificates and says so.
 */
import { GAP_CAUSES, type GapCause } from '../../../contract/retention/lists.ts';
import type { RetentionView } from '../../../contract/retention/routes.ts';
import { UNREADABLE } from '../../../contract/log/entries.ts';
import { readDetail } from '../log/detail.ts';
import { type Sql, sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';

/** Alarms of a store that is behind what this computer remembers. */
const OLDER: ReadonlySet<string> = new Set(['older-store', 'head-differs']);
/** Entries of an acknowledgment that stand at the beginning of its segment. */
const SAID_AT_ONCE = 20;

interface SegmentRow {
  readonly id: number;
  readonly why: GapCause;
  readonly at: number;
  readonly first: number;
}
interface EntryRow {
  readonly action: 'alarm' | 'backup-restore';
  readonly field: string | null;
  readonly outcome: string;
  readonly detail: string | null;
}

/** Queries, exported for the test of their plans. */
export const GAP_QUERIES = {
  /** Segments since somebody last said that nothing is missing, the newest first. */
  segments: {
    text: `SELECT id, why, started_at AS at, first_seq AS first FROM log_segment
      WHERE why IN (${GAP_CAUSES.map(() => '?').join(', ')})
        AND first_seq > coalesce((SELECT max(seq) FROM log_entry WHERE action = 'erasures-known'), 0) ORDER BY first_seq DESC, id DESC LIMIT 50`,
    values: GAP_CAUSES,
  } satisfies Sql as Sql,
  said: ({ id, first }: Pick<SegmentRow, 'id' | 'first'>): Sql => sql`
    SELECT action, field, outcome, detail FROM log_entry
    WHERE seq >= ${first} AND seq < ${first + SAID_AT_ONCE} AND segment_id = ${id} AND action IN ('alarm', 'backup-restore') ORDER BY seq`,
} as const;

/** Null where nothing is left to be found out. Errors: those of the store. */
export async function readGap(store: ReadableStore): Promise<RetentionView['gap']> {
  for (const segment of await store.all<SegmentRow>(GAP_QUERIES.segments)) {
    const said = await store.all<EntryRow>(GAP_QUERIES.said(segment));
    const { why, at, first } = segment;
    if (why !== 'acknowledged' || said.some(isOfOlderStore)) return { why, at, lost: lostIn(said, first) };
  }
  return null;
}

function isOfOlderStore(row: EntryRow): boolean {
  if (row.action !== 'alarm') return false;
  const detail = readDetail({ ...row, action: 'alarm' });
  return detail !== UNREADABLE && OLDER.has(detail.alarm);
}

/** By how far the log of before had come, where the restore has written that down. */
function lostIn(said: readonly EntryRow[], first: number): number | null {
  for (const row of said) {
    if (row.action !== 'backup-restore') continue;
    const detail = readDetail({ ...row, action: 'backup-restore' });
    if (detail !== UNREADABLE && detail.step === 'restored')
      return Math.max(0, detail.before.seq - first + 1);
  }
  return null;
}
