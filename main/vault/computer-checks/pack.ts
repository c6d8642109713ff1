/** Section of an inspection pack on the checks of the computer, in Chinese. Pure. */
import {
  CHECK_EVERY_DAYS,
  type CheckReading,
  type ComputerCheck,
  type ComputerReadings,
} from '../../../contract/computer-checks/lists.ts';
import type { ComputerChecksView } from '../../../contract/computer-checks/routes.ts';
import { minuteOf } from '../clock.ts';
import { type ByHand, contradictions } from './by-hand.ts';
import type { Block } from '../pdf/document.ts';
import { factList, paragraph, right, smallPrint, table } from '../pdf/blocks.ts';
import {
  ANSWER_WORDS,
  CHECK_WORDS,
  SYSTEM_WORDS,
  WHY_UNKNOWN_WORDS,
} from '../../../contract/vocabulary/computer-checks.ts';
import { inChinese } from '../../../contract/vocabulary/wording.ts';

const FIGURES: Partial<Record<ComputerCheck, (figure: number) => string>> = {
  'screen-lock': (minutes) => `${minutes} 分钟后锁屏`,
  'password-rules': (fewest) => (fewest === 0 ? '允许空密码' : `至少 ${fewest} 位`),
  updates: (days) => `${days} 天前更新`,
  'system-support': supportWords,
  'program-support': supportWords,
};

function supportWords(days: number): string {
  return days > 0 ? `还有 ${days} 天` : `已停止支持 ${-days} 天`;
}

/** The last full findings, and the days of those before. */
export function packBlocks(
  checks: ComputerChecksView['checks'],
  due: ComputerChecksView['due'],
  byHand: ByHand | null,
): readonly Block[] {
  const [last] = checks;
  if (last === undefined) return [paragraph('尚未检查。')];
  return [
    factList({
      最近检查: minuteOf(last.at),
      检查人: last.staffName,
      操作系统: inChinese(SYSTEM_WORDS[last.system]),
      下次检查: `${due.on ?? ''}（每 ${CHECK_EVERY_DAYS} 天）`,
    }),
    table({
      caption: '检查结果',
      columns: { 项目: 4, 结果: 2, 人工检查: 2, 说明: 4 },
      rows: last.readings.map((reading) => [
        inChinese(CHECK_WORDS[reading.check]),
        inChinese(ANSWER_WORDS[reading.answer]),
        handOf(reading.check, byHand),
        remarkOf(reading),
      ]),
    }),
    ...contradictionsOf(last, byHand),
    table({
      caption: '历次检查',
      columns: { 时间: 4, 检查人: 3, 符合: right(1), 不符合: right(1), 无法得知: right(2) },
      rows: checks.map(({ at, staffName, readings }) => [
        minuteOf(at),
        staffName,
        ...(['yes', 'no', 'unknown'] as const).map((answer) =>
          String(readings.filter((one) => one.answer === answer).length),
        ),
      ]),
    }),
    smallPrint('由本程序向操作系统查询，不读取任何业主资料；无法得知的项目须人工查看。'),
  ];
}

function handOf(check: ComputerCheck, byHand: ByHand | null): string {
  const answer = byHand?.answers.get(check);
  return answer === undefined ? '—' : inChinese(ANSWER_WORDS[answer]);
}

function contradictionsOf(last: ComputerReadings, byHand: ByHand | null): readonly Block[] {
  const found = byHand === null ? [] : contradictions(last, byHand);
  const names = found.map((check) => inChinese(CHECK_WORDS[check]));
  return found.length === 0
    ? []
    : [
        {
          kind: 'paragraph',
          look: 'strong',
          text: `检查表与自动检查不一致，以查实为准：${names.join('、')}。`,
        },
      ];
}

function remarkOf({ check, why, figure }: CheckReading): string {
  if (why !== null) return inChinese(WHY_UNKNOWN_WORDS[why]);
  return figure === null ? '' : (FIGURES[check]?.(figure) ?? '');
}
