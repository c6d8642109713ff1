/** Sweeps for leftover files in an inspection pack: counts and days, and no name of a file. */
import { dayOf } from '../clock.ts';
import { countLeft } from '../file-disposal/disposals.ts';
import type { PackPart } from '../feature.ts';
import type { Session } from '../session/session.ts';
import { sql } from '../store/sql.ts';
import { readDue } from './read-sweep.ts';
import { readDone } from './evidence.ts';
import { countOf } from '../store/rows.ts';
import { factList, right, table } from '../pdf/blocks.ts';

const TOLD = 8;

/** Errors: those of the store. */
export async function sweepPackParts(session: Session): Promise<readonly PackPart[]> {
  const done = await readDone(session);
  const { open } = await readDue(session);
  const gone = await countOf(
    session.store,
    sql`SELECT count(*) AS n FROM disposal WHERE state IN ('waiting', 'checked')`,
  );
  return [
    {
      duty: 'leftover-files',
      blocks: [
        factList({
          待处理的文件: `${open} 个`,
          已销毁的文件: `${gone} 个`,
          未清除的副本: `${await countLeft(session.store)} 个`,
        }),
        table({
          caption: '最近几次扫描',
          columns: { 日期: 2, 看过: right(1), 发现: right(1), 人数: right(1), 没读完: right(1) },
          rows: done
            .slice(0, TOLD)
            .map(({ endedAt, begunAt, files, found, people, unread }) => [
              dayOf(endedAt ?? begunAt),
              String(files),
              String(found),
              String(people),
              String(unread),
            ]),
        }),
      ],
    },
  ];
}
