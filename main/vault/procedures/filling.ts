/** Facts that a document is filled with: those that the company states about itself, and those that the vault knows, in the words of a document. */
import { COMPANY_FACTS, type CompanyFact, type VaultFact } from '../../../contract/procedures/lists.ts';
import type { CompanyFacts } from '../../../contract/procedures/views.ts';
import { SESSION_HOURS, type Session } from '../session/session.ts';

/** A fact as a document says it. */
const wordsOf = (fact: CompanyFact, value: string): string =>
  fact === 'effectiveOn' ? dayInWords(value) : value;

/** `YYYY-MM-DD` as documents have it: 2026年1月31日. */
function dayInWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** Facts that the company has stated, in the words of a document; those it has not are left out. */
export const companyWords = (facts: CompanyFacts): Partial<Record<CompanyFact, string>> =>
  Object.fromEntries(
    COMPANY_FACTS.flatMap((fact) => (facts[fact] === '' ? [] : [[fact, wordsOf(fact, facts[fact])]])),
  );

/** All facts that the vault knows but the idle lock, which is a setting of the computer. */
export function vaultWords({
  header,
  limits,
}: Pick<Session, 'header' | 'limits'>): Record<Exclude<VaultFact, 'idle'>, string> {
  const { hour, day } = limits.quotas.receptionist.reveal;
  return {
    estate: header.estateName,
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
