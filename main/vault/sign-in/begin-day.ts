/** What a new day brings by itself: the ends that were set for it, and the last of what was kept for thirty days; with an entry where it changes anything. */
import { allEnded } from '../long-work/all-ended.ts';
import { dayOf } from '../clock.ts';
import type { NewLogEntry } from '../log/audit-log.ts';
import { forgetOldMerges } from '../records/merge-journal.ts';
import { purgeReplaced } from '../store/replaced-values.ts';
import { settleEnds } from '../store/settle-ends.ts';
import type { Session } from '../session/session.ts';
import { entryOf } from '../session/session.ts';

/** In one transaction with `entries`. Errors: those of AuditLog.record. */
export async function beginDay(session: Session, entries: readonly NewLogEntry[] = []): Promise<void> {
  const now = session.clock.now();
  await session.log.record(session.store, async (tx) => {
    const [letGo, ended] = await allEnded([
      purgeReplaced(tx, now),
      settleEnds(tx, now),
      forgetOldMerges(tx, now),
    ]);
    const brought =
      letGo + ended === 0
        ? []
        : [
            entryOf(session, {
              action: 'new-day',
              outcome: 'done',
              detail: `ended ${ended}, let go ${letGo}`,
            }),
          ];
    return { value: undefined, entries: [...entries, ...brought] };
  });
  session.day = dayOf(now);
}

/** For a session that runs over midnight; asked every minute. A day that cannot be begun is tried again the next time. */
export async function followDay(session: Session): Promise<void> {
  if (session.day === null || session.day === dayOf(session.clock.now())) return;
  await beginDay(session).catch(() => undefined);
}
