/** Walk-rounds in an inspection pack: counts, days and places; what somebody has written of a place stays here. */
import { dayOf } from '../clock.ts';
import type { PackPart } from '../feature.ts';
import type { Session } from '../session/session.ts';
import { sourceBlock } from '../law/source-blocks.ts';
import { OUTCOME_WORDS } from './sheet.ts';
import { readMade } from './walks.ts';

/** Walks that a pack lists. */
const TOLD = 8;

/** Errors: those of `readMade`. */
export async function walkPackParts(session: Session): Promise<readonly PackPart[]> {
  const { walks, due, everyMonths } = await readMade(session);
  const [last] = walks;
  return [
    {
      duty: 'walk-round',
      blocks: [
        {
          kind: 'facts',
          rows: [
            { name: '巡查周期', value: `每 ${everyMonths} 个月` },
            { name: '下次巡查', value: due.dueOn ?? '还没有巡查过' },
          ],
        },
        ...(last === undefined
          ? []
          : [
              {
                kind: 'table' as const,
                caption: '历次巡查',
                columns: [
                  { title: '日期', share: 3 },
                  { title: '巡查人', share: 3 },
                  { title: '看过', share: 2, align: 'right' as const },
                  { title: '有问题', share: 2, align: 'right' as const },
                ],
                rows: walks
                  .slice(0, TOLD)
                  .map(({ at, by, results, findings }) => [
                    dayOf(at),
                    by,
                    String(results.filter(({ outcome }) => outcome !== 'absent').length),
                    String(findings),
                  ]),
              },
              {
                kind: 'table' as const,
                caption: `最近一次：${dayOf(last.at)}`,
                columns: [
                  { title: '地点', share: 4 },
                  { title: '结果', share: 3 },
                  { title: '整改编号', share: 3 },
                ],
                rows: last.results.map(({ title, outcome, rectificationId }) => [
                  title,
                  OUTCOME_WORDS[outcome],
                  rectificationId === null ? '' : String(rectificationId),
                ]),
              },
              sourceBlock(last.source),
            ]),
      ],
    },
  ];
}
