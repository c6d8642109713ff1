/** Section of an inspection pack on retention: rules, counts, deletions; numbers and names of staff alone. */
import { erasureNumber } from '../../../contract/erasure/lists.ts';
import { dayOf, minuteOf } from '../clock.ts';
import { HOLD_QUERIES } from '../erasure/holds.ts';
import { sourceBlock } from '../law/source-blocks.ts';
import type { Block } from '../pdf/document.ts';
import type { Session } from '../session/session.ts';
import { countDuePeople } from './read-due.ts';
import { readRetention } from './read-retention.ts';
import { factList, paragraph, right, smallPrint, table } from '../pdf/blocks.ts';
import { countOf } from '../store/rows.ts';
import { RETAINED_WORDS } from '../../../contract/vocabulary/retention.ts';
import { inChinese } from '../../../contract/vocabulary/wording.ts';

/** Deletions that a pack lists. */
const LISTED = 20;

const bounded = (count: number): string => (count > 10_000 ? '超过 10000' : String(count));

/** Errors: those of `readRetention`. */
export async function retentionPack(session: Session): Promise<readonly Block[]> {
  const { rules, due, restricted, records, erasures } = await readRetention(session);
  if (rules.chosen === null) return [paragraph('保存期限尚未由管理员确认。')];
  // As they were when the rules were confirmed, whatever the file says by now.
  const { source, suggested: grounds } = rules.chosen.edition;
  const today = dayOf(session.clock.now());
  const people = await countDuePeople(session.store, rules, today);
  const held = await countOf(session.store, HOLD_QUERIES.countInForce(today));
  return [
    factList({
      确认: `${rules.chosen.by}，${minuteOf(rules.chosen.at)}`,
      限制处理: `目的结束 ${rules.restrictDays} 天后，普通查询不再显示`,
      已限制: `${bounded(restricted)} 人`,
      到期待删除: `${bounded(due)} 人`,
      暂缓删除: `${held} 件`,
    }),
    table({
      columns: { 对象: 3, 保存月数: right(1), 到期待删除: right(1), 理由: 5 },
      rows: rules.rules.map(({ entity, months }) => [
        inChinese(RETAINED_WORDS[entity]),
        String(months),
        bounded(records.find((one) => one.entity === entity)?.count ?? people.get(entity) ?? 0),
        grounds.find((one) => one.entity === entity)?.ground ?? '',
      ]),
    }),
    smallPrint('月数以管理员确认的为准，理由出自确认时的数据文件。'),
    ...(source === null ? [] : [sourceBlock(source)]),
    ...(erasures.length === 0
      ? [paragraph('尚未删除过。')]
      : [
          table({
            caption: '最近的删除',
            columns: { 编号: 1, 时间: 2, 人数: right(1), 检查: 2, 旧备份: right(1) },
            rows: erasures
              .slice(0, LISTED)
              .map((one) => [
                erasureNumber(one.erasureId),
                minuteOf(one.at),
                String(one.people),
                one.check === null
                  ? '未检查'
                  : one.check.found === 0
                    ? '未发现残留'
                    : `残留 ${one.check.found} 处`,
                String(one.older.length),
              ]),
          }),
        ]),
  ];
}
