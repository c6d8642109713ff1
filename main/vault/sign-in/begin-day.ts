/** What a new day brings by itself: the last of what was kept for thirty days goes, with an entry where anything does; lists follow who lives where. Nothing is over because a clock wrote so. */
import { allEnded } from '../long-work/all-ended.ts';
import { dayOf } from '../clock.ts';
import type { NewLogEntry } from '../log/audit-log.ts';
import { forgetOldMerges } from '../records/merge-journal.ts';
import { followDayInLists } from '../store/list-columns.ts';
import { purgeReplaced } from '../store/replaced-values.ts';
import type { Session } from '../session/session.ts';
import { entryOf } from '../session/session.ts';

/** In one transaction with `entries`. Errors: those of AuditLog.record. */
export async function beginDay(session: Session, entries: readonly NewLogEntry[] = []): Promise<void> {
  const now = session.clock.now();
  await session.log.record(session.store, async (tx) => {
    const [letGo] = await allEnded([
      purgeReplaced(tx, now),
      followDayInLists(tx, dayOf(now)),
      forgetOldMerges(tx, now),
    ]);
    const brought =
      letGo === 0
        ? []
        : [
            entryOf(session, {
              action: 'new-day',
              outcome: 'done',
              detail: { letGo },
            }),
          ];
    return { value: undefined, entries: [...entries, ...brought] };
  });
  session.day = dayOf(now);
}

/** For a session that runs over midnight; asked every minute. A day that cannot be begun is tried again the next time. */
export async function followDay(session: Session): Promise<void> {
  if (session.alarms.length > 0 || session.day === dayOf(session.clock.now())) return;
  await beginDay(session).catch(() => undefined);
}
