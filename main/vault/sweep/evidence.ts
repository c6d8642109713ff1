/** What sweeps for leftover files show for their duty. Counts and days: no name of a file. */
import { dayOf } from '../clock.ts';
import { countLeft } from '../file-disposal/disposals.ts';
import { readSetting } from '../file-disposal/sweep-settings.ts';
import type { Evidence, PackPart } from '../feature.ts';
import type { Session } from '../session/session.ts';
import { sql } from '../store/sql.ts';
import { readDue } from './read-sweep.ts';
import { type RunRow, readRuns } from './sweep-store.ts';

const DAY_MS = 86_400_000;
/** Where nobody wants the clock to begin any, one is due after so many days. */
const BY_HAND_DAYS = 90;
const TOLD = 8;

/** Those that went to their end, the newest first. */
const readDone = async (session: Session): Promise<readonly RunRow[]> =>
  (await readRuns(session.store, 26)).filter(({ state }) => state === 'done');

/** Missing before the first that went to its end; stale while it is too long ago, or files wait to be dealt with. Errors: those of the store. */
export async function sweepEvidence(session: Session): Promise<readonly Evidence[]> {
  const [last] = await readDone(session);
  const { open, left } = await readDue(session);
  const { everyDays } = await readSetting(session.store);
  const at = last?.endedAt ?? null;
  const days = everyDays === 0 ? BY_HAND_DAYS : everyDays * 2;
  const dueAt = at === null ? null : at + days * DAY_MS;
  const isStale = open + left > 0 || (dueAt !== null && session.clock.now() > dueAt);
  return [
    {
      duty: 'leftover-files',
      state: at === null ? 'missing' : isStale ? 'stale' : 'there',
      at,
      dueOn: dueAt === null ? null : dayOf(dueAt),
      count: open + left,
    },
  ];
}

/** Errors: those of the store. */
export async function sweepPackParts(session: Session): Promise<readonly PackPart[]> {
  const done = await readDone(session);
  const { open } = await readDue(session);
  const gone = await session.store.get<{ readonly n: number }>(
    sql`SELECT count(*) AS n FROM disposal WHERE state IN ('waiting', 'checked')`,
  );
  return [
    {
      duty: 'leftover-files',
      blocks: [
        {
          kind: 'facts',
          rows: [
            { name: '待处理的文件', value: `${open} 个` },
            { name: '已销毁的文件', value: `${gone?.n ?? 0} 个` },
            { name: '未清除的副本', value: `${await countLeft(session.store)} 个` },
          ],
        },
        {
          kind: 'table',
          caption: '最近几次扫描',
          columns: [
            { title: '日期', share: 2 },
            { title: '看过', share: 1, align: 'right' },
            { title: '发现', share: 1, align: 'right' },
            { title: '人数', share: 1, align: 'right' },
            { title: '没读完', share: 1, align: 'right' },
          ],
          rows: done
            .slice(0, TOLD)
            .map(({ endedAt, begunAt, files, found, people, unread }) => [
              dayOf(endedAt ?? begunAt),
              String(files),
              String(found),
              String(people),
              String(unread),
            ]),
        },
      ],
    },
  ];
}
