/** Facts that a document is filled with: those that the company states about itself, and those that the vault knows, in the words of a document. */
import { TEXT_FACTS, type TextFact, type VaultFact } from '../../../contract/procedures/lists.ts';
import { SESSION_HOURS, type Session } from '../session/session.ts';

/** A fact as a document says it. */
const wordsOf = (fact: TextFact, value: string): string =>
  fact === 'effectiveOn' ? dayInWords(value) : value;

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
