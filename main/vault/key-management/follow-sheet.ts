/** After a new recovery sheet the log goes on under a key that it can open. */
import { createLogSegment } from '../keys/log-segment.ts';
import type { Session } from '../session/session.ts';
import { sql } from '../store/sql.ts';

/** Starts a segment where the last one is another sheet's; a sign-in does it where a kill came between. Errors: those of AuditLog.startSegment. */
export async function followSheet({
  store,
  log,
  roster,
}: Pick<Session, 'store' | 'log' | 'roster'>): Promise<void> {
  const last = await store.get<{ readonly generation: number }>(
    sql`SELECT sheet_generation AS generation FROM log_segment ORDER BY id DESC LIMIT 1`,
  );
  if (last?.generation !== roster.recoveryGeneration)
    await log.startSegment(store, createLogSegment(roster), 'recovery-sheet');
}
