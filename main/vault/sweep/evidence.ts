/** How it stands with leftover files. Counts and days: no name of a file. */
import { dayOf } from '../clock.ts';
import { readSetting } from '../file-disposal/sweep-settings.ts';
import type { Evidence } from '../feature.ts';
import type { Session } from '../session/session.ts';
import { readDue } from './read-sweep.ts';
import { type RunRow, readRuns } from './sweep-store.ts';

const DAY_MS = 86_400_000;
/** Where nobody wants the clock to begin any, one is due after so many days. */
const BY_HAND_DAYS = 90;

/** Those that went to their end, the newest first. */
export const readDone = async (session: Session): Promise<readonly RunRow[]> =>
  (await readRuns(session.store, 26)).filter(({ state }) => state === 'done');

/**
 * Missing before the first that went to its end; stale while it is too long ago, or files wait to be dealt with, among them what was not read to its end.
 * Errors: those of the store.
 */
export async function sweepEvidence(session: Session): Promise<readonly Evidence[]> {
  const [last] = await readDone(session);
  const { open, openUnread, left } = await readDue(session);
  const waiting = open + openUnread + left;
  const { everyDays } = await readSetting(session.store);
  const at = last?.endedAt ?? null;
  const days = everyDays === 0 ? BY_HAND_DAYS : everyDays * 2;
  const dueAt = at === null ? null : at + days * DAY_MS;
  const isOld = dueAt !== null && session.clock.now() > dueAt;
  return [
    {
      duty: 'leftover-files',
      points: {
        swept: at === null ? 'missing' : isOld ? 'stale' : 'there',
        'dealt-with': at === null ? 'missing' : waiting > 0 ? 'stale' : 'there',
      },
      at,
      dueOn: dueAt === null ? null : dayOf(dueAt),
      count: waiting,
    },
  ];
}
