/** How it stands with backups: missing before the first one was made and tested, stale where one is overdue or was not tested for long. */
import { dayOf, startOfDay } from '../clock.ts';
import type { Evidence } from '../feature.ts';
import { ownChain } from '../log/chains.ts';
import { readDecisions } from '../log/decisions.ts';
import type { Session } from '../session/session.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';
import { readRecord } from './backup-record.ts';
import { isOverdue } from '../backup-files/schedule.ts';
import { countOf } from '../store/rows.ts';

/** Days after which a backup has to be test-restored again. */
export const TEST_DUE_DAYS = 90;

/** Errors: those of the store. */
export async function backupEvidence(session: Session): Promise<readonly Evidence[]> {
  const { store, clock } = session;
  const { made, since } = await readRecord(session);
  const tested = await readLastGoodTest(session);
  const count = await countMade(store);
  const dueAt = tested === null ? null : startOfDay(dayOf(tested), TEST_DUE_DAYS);
  const isOld = made !== null && isOverdue(made.at, since, clock.now());
  return [
    {
      duty: 'backups',
      points: {
        made: made === null ? 'missing' : isOld ? 'stale' : 'there',
        tested: dueAt === null ? 'missing' : dueAt <= clock.now() ? 'stale' : 'there',
      },
      at: made?.at ?? null,
      dueOn: dueAt === null ? null : dayOf(dueAt),
      count,
    },
  ];
}

/** When a backup was last restored on trial and held; null where none was. */
export const readLastGoodTest = async (session: Session): Promise<number | null> =>
  (await readDecisions(session, session.store, ownChain, 'backup-test')).findLast(
    ({ row }) => row.outcome === 'done',
  )?.row.time ?? null;

/** Backups that were made. */
export const countMade = (store: ReadableStore): Promise<number> =>
  countOf(store, ownChain(sql`SELECT count(*) AS n FROM $log WHERE action = 'backup' AND outcome = 'done'`));
