/** What is processed, for what and by what right, in words for notices, forms and the inventory: each has them from here, so that none says otherwise. Pure. */
import type { Basis, Purpose } from '../../../contract/fields.ts';
import type { Subject } from '../../../contract/inventory/lists.ts';
import { ITEM_WORDS, SUBJECT_WORDS } from '../../../contract/vocabulary/inventory.ts';
import { BASIS_WORDS, PURPOSE_WORDS } from '../../../contract/vocabulary/records.ts';
import { inChinese } from '../../../contract/vocabulary/wording.ts';
import type { InventoryLaw } from './inventory-law.ts';
import type { Grounds } from './read-grounds.ts';

const UNSAID = '未填写';

/** 日常物业服务、收费 */
export const purposeWords = (purposes: readonly Purpose[]): string =>
  purposes.length === 0 ? UNSAID : purposes.map((purpose) => inChinese(PURPOSE_WORDS[purpose])).join('、');

/** 业主、共有人：履行合同；家属：本人同意 */
export function basisWords(
  bases: readonly { readonly subject: Subject; readonly basis: Basis | null }[],
): string {
  const groups = new Map<string, string[]>();
  for (const { subject, basis } of bases) {
    const words = basis === null ? UNSAID : inChinese(BASIS_WORDS[basis]);
    groups.set(words, [...(groups.get(words) ?? []), inChinese(SUBJECT_WORDS[subject])]);
  }
  return [...groups].map(([words, subjects]) => `${subjects.join('、')}：${words}`).join('；');
}

/** Lines for a notice, of what can be recorded alone. */
interface ProcessedWords {
  /** What shares its purposes and bases stands in one. */
  readonly processed: readonly string[];
  /** Sensitive data, each purpose with why, what it may do and what becomes of a refusal. */
  readonly separate: readonly string[];
}

/** Of every line that is taken. */
export function processedWords(
  lines: readonly Grounds[],
  { separate, withdrawal }: Pick<InventoryLaw, 'separate' | 'withdrawal'>,
): ProcessedWords {
  const taken = lines.filter((line) => line.taken);
  const groups = new Map<string, string[]>();
  for (const { item, purposes, bases } of taken.filter((line) => line.class !== 'sensitive')) {
    const words = `用于${purposeWords(purposes)}。依据：${basisWords(bases)}。`;
    groups.set(words, [...(groups.get(words) ?? []), inChinese(ITEM_WORDS[item])]);
  }
  return {
    processed: [...groups].map(([words, items]) => `${items.join('、')}：${words}`),
    separate: taken
      .filter((line) => line.class === 'sensitive')
      .flatMap(({ item, purposes, bases }) =>
        purposes.map((purpose) => {
          const why = separate[purpose];
          return [
            `${inChinese(ITEM_WORDS[item])}：用于${purposeWords([purpose])}。依据：${basisWords(bases)}。`,
            why === undefined ? '' : `必要性：${why.need}。影响：${why.harm}。`,
            `不同意或者撤回的：${withdrawal[purpose]?.text ?? '停止使用并删除。'}`,
          ].join('');
        }),
      ),
  };
}
