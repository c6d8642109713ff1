/**
 * Whether deletions may be missing: a store that was restored or recovered, or that was older than expected, begins a segment of the log, and what was
 * deleted after it was copied is not in it. A restore beside the store of before takes its deletions over and says so; after any other one
 * somebody goes through the certificates and says so.
 */
import { GAP_CAUSES, type GapCause } from '../../../contract/retention/lists.ts';
import type { RetentionView } from '../../../contract/retention/routes.ts';
import { UNREADABLE } from '../../../contract/log/entries.ts';
import { type LogRow, selectRows } from '../log/audit-log.ts';
import { allChains, behindEntry } from '../log/chains.ts';
import { type Decision, decisionRows, decisionsIn, readLastDecision } from '../log/decisions.ts';
import { readDetail } from '../log/detail.ts';
import type { Session } from '../session/session.ts';
import type { Sql } from '../store/sql.ts';

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
/** Queries, exported for the test of their plans. */
export const GAP_QUERIES = {
  known: decisionRows(allChains, ['erasures-known'], 'ORDER BY seq DESC LIMIT 1'),
  /** Segments since somebody last said, in entry `known`, that nothing is missing; the newest first. */
  segments: (known: number): Sql => {
    const { text, values } = behindEntry(known);
    return allChains({
      text: `SELECT id, why, at, seq AS first FROM (SELECT id, why, started_at AS at, started_at AS time, first_seq AS seq FROM $segments)
      WHERE why IN (${GAP_CAUSES.map(() => '?').join(', ')}) AND ${text} ORDER BY seq DESC, id DESC LIMIT 50`,
      values: [...GAP_CAUSES, ...values],
    });
  },
  said: ({ id, first }: Pick<SegmentRow, 'id' | 'first'>): Sql =>
    selectRows(
      allChains,
      'WHERE seq >= ? AND seq < ? AND segment_id = ? ORDER BY seq',
      first,
      first + SAID_AT_ONCE,
      id,
    ),
} as const;

/** Null where nothing is left to be found out. Errors: those of store and of `decisionsIn`. */
export async function readGap({
  roster,
  store,
}: Pick<Session, 'roster' | 'store'>): Promise<RetentionView['gap']> {
  const known = await readLastDecision({ roster }, store, allChains, 'erasures-known');
  for (const segment of await store.all<SegmentRow>(GAP_QUERIES.segments(known?.row.seq ?? 0))) {
    const said = await store.all<LogRow>(GAP_QUERIES.said(segment));
    const { why, at, first } = segment;
    if (why !== 'acknowledged' || said.some(isOfOlderStore))
      return { why, at, lost: lostIn(decisionsIn({ roster }, said, ['backup-restore']), first) };
  }
  return null;
}

function isOfOlderStore(row: LogRow): boolean {
  if (row.action !== 'alarm') return false;
  const detail = readDetail({ ...row, action: 'alarm' });
  return detail !== UNREADABLE && OLDER.has(detail.alarm);
}

/** By how far the log of before had come, where the restore has written that down. */
function lostIn(said: readonly Decision<'backup-restore'>[], first: number): number | null {
  for (const { detail } of said)
    if (detail.step === 'restored') return Math.max(0, detail.before.seq - first + 1);
  return null;
}
