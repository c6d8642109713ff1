/** Sweeps for leftover files in an inspection pack: counts and days, and no name of a file. */
import { dayOf } from '../clock.ts';
import { countLeft } from '../file-disposal/disposals.ts';
import type { PackPart } from '../feature.ts';
import type { Session } from '../session/session.ts';
import { ofOwnRows } from '../store/own-rows.ts';
import { sql } from '../store/sql.ts';
import { countUnread, readDue } from './read-sweep.ts';
import { readDone } from './evidence.ts';
import { readUnread } from './sweep-store.ts';
import { SWEEP_PLACE_WORDS, UNREAD_WORDS } from '../../../contract/vocabulary/sweep.ts';
import { inChinese } from '../../../contract/vocabulary/wording.ts';
import { countOf } from '../store/rows.ts';
import { factList, right, smallPrint, table } from '../pdf/blocks.ts';

const TOLD = 8;

/** Errors: those of the store. */
export async function sweepPackParts(session: Session): Promise<readonly PackPart[]> {
  const done = await readDone(session);
  const { open } = await readDue(session);
  const { openUnread, unlisted } = await countUnread(session);
  const unread = await readUnread(session.store);
  const gone = await countOf(
    session.store,
    ofOwnRows(sql`SELECT count(*) AS n FROM disposal WHERE $own AND state IN ('waiting', 'checked')`),
  );
  return [
    {
      duty: 'leftover-files',
      blocks: [
        factList({
          待处理的文件: `${open} 个`,
          没有读完的文件和文件夹: `${unread.length + unlisted} 个，其中 ${openUnread} 个还没有处理`,
          已销毁的文件: `${gone} 个`,
          未清除的副本: `${await countLeft(session.store)} 个`,
        }),
        ...(unread.length === 0
          ? []
          : [
              table({
                caption: '没有读完的文件和文件夹',
                columns: { 位置: 2, 原因: 3, 个数: right(1) },
                rows: countAlike(
                  unread.map(
                    ({ place, unread: why }) =>
                      [
                        inChinese(SWEEP_PLACE_WORDS[place]),
                        why === null ? '' : inChinese(UNREAD_WORDS[why]),
                      ] as const,
                  ),
                ),
              }),
            ]),
        table({
          caption: '最近的扫描',
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
        smallPrint('扫描只看常用位置、所选的文件夹和选中的移动存储；手机和其他电脑不在其中。'),
      ],
    },
  ];
}

/** Each pair once, with how many there are. */
function countAlike(pairs: readonly (readonly [string, string])[]): readonly (readonly string[])[] {
  const counts = new Map<string, readonly [string, string, number]>();
  for (const [place, why] of pairs) {
    const key = `${place}\0${why}`;
    counts.set(key, [place, why, (counts.get(key)?.[2] ?? 0) + 1]);
  }
  return [...counts.values()].map(([place, why, count]) => [place, why, `${count}`]);
}
