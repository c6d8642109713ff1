/** Work of a new day: deletes the last of the data kept for thirty days, with an entry where there was any; updates lists to who lives where. Nothing ends by the clock alone. */
import { ownChain } from '../log/chains.ts';
import { allEnded } from '../long-work/all-ended.ts';
import { dayOf } from '../clock.ts';
import type { NewLogEntry } from '../log/audit-log.ts';
import { forgetOldMerges } from '../records/merge-journal.ts';
import { followDayInLists } from '../store/list-columns.ts';
import { purgeReplaced } from '../store/replaced-values.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';
import { type Session, entryOf } from '../session/session.ts';
import { done } from '../log/done.ts';

/** In one transaction with `entries`. Errors: those of AuditLog.record. */
export async function beginDay(session: Session, entries: readonly NewLogEntry[] = []): Promise<void> {
  const now = session.clock.now();
  await session.log.record(session.store, async (tx) => {
    const gone = Math.min(now, await lastEntered(tx));
    const [pruned] = await allEnded([
      purgeReplaced(tx, gone),
      followDayInLists(tx, dayOf(now)),
      forgetOldMerges(tx, gone),
    ]);
    const brought = pruned === 0 ? [] : [entryOf(session, done('new-day', { pruned }))];
    return { value: undefined, entries: [...entries, ...brought] };
  });
  session.day = dayOf(now);
}

/**
 * When the last entry was made: what is kept for thirty days goes by that time and not by the clock of this moment, so that one sign-in with a clock
 * that somebody has set forward deletes nothing. The usual day is one day late.
 */
async function lastEntered(tx: ReadableStore): Promise<number> {
  const last = await tx.get<{ readonly time: number }>(
    ownChain(sql`SELECT time FROM $log ORDER BY seq DESC LIMIT 1`),
  );
  return last?.time ?? 0;
}

/** For a session that runs over midnight; asked every minute. A day that cannot be begun is tried again the next time. */
export async function followDay(session: Session): Promise<void> {
  if (session.alarms.length > 0 || session.day === dayOf(session.clock.now())) return;
  await beginDay(session).catch(() => undefined);
}
