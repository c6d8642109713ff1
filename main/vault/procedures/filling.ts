/** Facts that a document is filled with: those that the company states about itself, and those that the vault knows, in the words of a document. */
import { type USE_FACTS, USES } from '../../../contract/company/lists.ts';
import { TEXT_FACTS, type TextFact, type VaultFact } from '../../../contract/procedures/lists.ts';
import { SESSION_HOURS, type Session } from '../session/session.ts';

/** What a notice says once the company has stated that it uses something, or does not: nothing of either before. */
const USE_WORDS: Readonly<
  Record<(typeof USE_FACTS)[number], Readonly<Record<(typeof USES)[number], string>>>
> = {
  faces: {
    used: '部分门禁或者考勤使用人脸识别：使用前另行告知并取得您的单独同意，不同意的可以使用门卡、密码等其他方式；人脸信息不存入本档案库',
    unused: '公司管理的门禁、考勤不使用人脸识别，公司不收集人脸信息',
  },
  cameras: {
    used: '公共区域装有视频监控，用于维护公共安全，设有提示标识；录像由专人管理，不存入本档案库',
    unused: '公司没有在公共区域安装视频监控',
  },
};

/** A fact as a document says it. */
function wordsOf(fact: TextFact, value: string): string {
  if (fact === 'effectiveOn') return dayInWords(value);
  const use = USES.find((one) => one === value);
  return (fact === 'faces' || fact === 'cameras') && use !== undefined ? USE_WORDS[fact][use] : value;
}

/** `YYYY-MM-DD` as documents have it: 2026年1月31日. */
function dayInWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** Those that have been stated, in the words of a document; others are left out. */
export const textWords = (
  facts: Readonly<Record<TextFact, string>>,
): Readonly<Partial<Record<TextFact, string>>> =>
  Object.fromEntries(
    TEXT_FACTS.flatMap((fact) => (facts[fact] === '' ? [] : [[fact, wordsOf(fact, facts[fact])]])),
  );

/** All facts that the vault knows but the idle lock, which is a setting of the computer. */
export function vaultWords({ limits }: Pick<Session, 'limits'>): Record<Exclude<VaultFact, 'idle'>, string> {
  const { hour, day } = limits.quotas.receptionist.reveal;
  return {
    session: `${SESSION_HOURS} 小时`,
    revealsHour: countInWords(hour),
    revealsDay: countInWords(day),
  };
}

/** 0 is no limit. */
const countInWords = (count: number): string => (count === 0 ? '不设限额' : `不超过 ${count} 项`);

/** Seconds of the idle lock. */
export const idleInWords = (seconds: number): string =>
  seconds % 60 === 0 ? `${seconds / 60} 分钟` : `${seconds} 秒`;
