/** What an inspection pack says of the checks of the computer, in Chinese. Pure. */
import {
  CHECK_EVERY_DAYS,
  type CheckAnswer,
  type CheckReading,
  type CheckedSystem,
  type ComputerCheck,
  type WhyUnknown,
} from '../../../contract/computer-checks/lists.ts';
import type { ComputerChecksView } from '../../../contract/computer-checks/routes.ts';
import { minuteOf } from '../clock.ts';
import type { Block } from '../pdf/document.ts';
import { factList, paragraph, right, table } from '../pdf/blocks.ts';

type Words<K extends string> = Readonly<Record<K, string>>;

/** What each is called in documents. */
export const CHECK_NAMES: Words<ComputerCheck> = {
  'disk-encryption': '系统盘加密',
  'sign-in': '开机须输入密码',
  'screen-lock': '无人操作时自动锁屏',
  'password-rules': '系统密码规则',
  antivirus: '杀毒软件',
  firewall: '防火墙',
  updates: '系统更新',
  'system-support': '操作系统仍受支持',
  'program-support': '本程序运行环境仍受支持',
};
const SYSTEMS: Words<CheckedSystem> = {
  windows: 'Windows',
  macos: 'macOS',
  linux: 'Linux',
  other: '其他系统',
};
const ANSWERS: Words<CheckAnswer> = { yes: '符合', no: '不符合', unknown: '无法得知' };
const WHY: Words<WhyUnknown> = {
  'not-allowed': '系统只告知管理员',
  'no-answer': '系统未应答',
  'not-understood': '系统的应答无法识别',
  'not-offered': '系统不提供',
};
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

/** What was found last in full, and when it was looked at before. */
export function packBlocks(
  checks: ComputerChecksView['checks'],
  due: ComputerChecksView['due'],
): readonly Block[] {
  const [last] = checks;
  if (last === undefined) return [paragraph('尚未检查。')];
  return [
    factList({
      最近检查: minuteOf(last.at),
      检查人: last.staffName,
      操作系统: SYSTEMS[last.system],
      下次检查: `${due.on ?? ''}（每 ${CHECK_EVERY_DAYS} 天）`,
    }),
    table({
      caption: '检查结果',
      columns: { 项目: 4, 结果: 2, 说明: 4 },
      rows: last.readings.map((reading) => [
        CHECK_NAMES[reading.check],
        ANSWERS[reading.answer],
        remarkOf(reading),
      ]),
    }),
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
    {
      kind: 'paragraph',
      look: 'small',
      text: '由本程序向操作系统查询，不读取任何业主资料；无法得知的项目须人工查看。',
    },
  ];
}

function remarkOf({ check, why, figure }: CheckReading): string {
  if (why !== null) return WHY[why];
  return figure === null ? '' : (FIGURES[check]?.(figure) ?? '');
}
