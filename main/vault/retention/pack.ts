/** What an inspection pack gets of retention: rules, counts, deletions; numbers and names of staff alone. */
import { erasureNumber } from '../../../contract/erasure/lists.ts';
import { dayOf, minuteOf } from '../clock.ts';
import { HOLD_QUERIES } from '../erasure/holds.ts';
import { ENTITY_WORDS } from '../retention-rules/words.ts';
import { sourceBlock } from '../law/source-blocks.ts';
import type { Block } from '../pdf/document.ts';
import type { Session } from '../session/session.ts';
import { countDuePeople } from './read-due.ts';
import { readRetention } from './read-retention.ts';

/** Deletions that a pack lists. */
const LISTED = 20;

const bounded = (count: number): string => (count > 10_000 ? '超过 10000' : String(count));

/** Errors: those of `readRetention`. */
export async function retentionPack(session: Session): Promise<readonly Block[]> {
  const { rules, due, restricted, records, erasures } = await readRetention(session);
  if (rules.chosen === null) return [{ kind: 'paragraph', text: '保存期限尚未由管理员确认。' }];
  // As they were when the rules were confirmed, whatever the file says by now.
  const { source, suggested: grounds } = rules.chosen.edition;
  const today = dayOf(session.clock.now());
  const people = await countDuePeople(session.store, rules, today);
  const held = await session.store.get<{ readonly n: number }>(HOLD_QUERIES.countInForce(today));
  return [
    {
      kind: 'facts',
      rows: [
        { name: '确认', value: `${rules.chosen.by}，${minuteOf(rules.chosen.at)}` },
        { name: '限制处理', value: `目的结束 ${rules.restrictDays} 天后，普通查询不再显示` },
        { name: '已限制', value: `${bounded(restricted)} 人` },
        { name: '到期待删除', value: `${bounded(due)} 人` },
        { name: '暂缓删除', value: `${held?.n ?? 0} 件` },
      ],
    },
    {
      kind: 'table',
      columns: [
        { title: '对象', share: 3 },
        { title: '保存月数', share: 1, align: 'right' },
        { title: '到期待删除', share: 1, align: 'right' },
        { title: '理由', share: 5 },
      ],
      rows: rules.rules.map(({ entity, months }) => [
        ENTITY_WORDS[entity].zh,
        String(months),
        bounded(records.find((one) => one.entity === entity)?.count ?? people.get(entity) ?? 0),
        grounds.find((one) => one.entity === entity)?.ground ?? '',
      ]),
    },
    { kind: 'paragraph', look: 'small', text: '月数以管理员确认的为准，理由出自确认时的数据文件。' },
    ...(source === null ? [] : [sourceBlock(source)]),
    ...(erasures.length === 0
      ? [{ kind: 'paragraph', text: '尚未删除过。' } as const]
      : [
          {
            kind: 'table',
            caption: '最近的删除',
            columns: [
              { title: '编号', share: 1 },
              { title: '时间', share: 2 },
              { title: '人数', share: 1, align: 'right' },
              { title: '检查', share: 2 },
              { title: '旧备份', share: 1, align: 'right' },
            ],
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
          } as const,
        ]),
  ];
}
