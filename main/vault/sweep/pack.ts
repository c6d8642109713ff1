/** Sweeps for leftover files in an inspection pack: counts and days, and no name of a file. */
import { dayOf } from '../clock.ts';
import { countLeft } from '../file-disposal/disposals.ts';
import type { PackPart } from '../feature.ts';
import type { Session } from '../session/session.ts';
import { sql } from '../store/sql.ts';
import { readDue } from './read-sweep.ts';
import { readDone } from './evidence.ts';

const TOLD = 8;

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
