/** Walk-rounds in an inspection pack: counts, days and places; what somebody has written of a place stays here. */
import { dayOf } from '../clock.ts';
import type { PackPart } from '../feature.ts';
import type { Session } from '../session/session.ts';
import { sourceBlock } from '../law/source-blocks.ts';
import { readMade } from './walks.ts';
import { factList, right, table } from '../pdf/blocks.ts';
import { maskLongDigits } from '../values/long-digits.ts';
import { OUTCOME_WORDS } from '../../../contract/vocabulary/walk-round.ts';
import { inChinese } from '../../../contract/vocabulary/wording.ts';

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
        factList({ 巡查周期: `每 ${everyMonths} 个月`, 下次巡查: due.dueOn ?? '从未巡查' }),
        ...(last === undefined
          ? []
          : [
              table({
                caption: '历次巡查',
                columns: { 日期: 3, 巡查人: 3, 看过: right(2), 有问题: right(2) },
                rows: walks
                  .slice(0, TOLD)
                  .map(({ at, by, results, findings }) => [
                    dayOf(at),
                    by,
                    String(results.filter(({ outcome }) => outcome !== 'absent').length),
                    String(findings),
                  ]),
              }),
              table({
                caption: `最近一次：${dayOf(last.at)}`,
                columns: { 地点: 4, 结果: 3, 整改编号: 3 },
                rows: last.results.map(({ title, outcome, rectificationId }) => [
                  maskLongDigits(title),
                  inChinese(OUTCOME_WORDS[outcome]),
                  rectificationId === null ? '' : String(rectificationId),
                ]),
              }),
              sourceBlock(last.source),
            ]),
      ],
    },
  ];
}
