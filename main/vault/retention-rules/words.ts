/** How long something is kept, in words: the one place where rules of retention become a text, in Chinese for papers and in English for screens. Pure. */
import type { PeopleEntity, RetentionEntity } from '../../../contract/retention/lists.ts';
import { type RulesInForce, monthsOf } from './rules.ts';
import { RETAINED_WORDS } from '../../../contract/vocabulary/retention.ts';
import { inChinese, inEnglish } from '../../../contract/vocabulary/wording.ts';

/** A text in both languages. */
export interface KeptWords {
  readonly zh: string;
  readonly en: string;
}

const months = (count: number): KeptWords => ({
  zh: `${count} 个月`,
  en: count === 1 ? '1 month' : `${count} months`,
});

/** 业主（过户后）36 个月；租客（搬离后）24 个月 */
function timesOf({ rules }: RulesInForce, entities: readonly RetentionEntity[]): KeptWords {
  const times = entities.map((entity) => ({
    of: RETAINED_WORDS[entity],
    kept: months(monthsOf(rules, entity)),
  }));
  return {
    zh: times.map(({ of, kept }) => `${inChinese(of)}${kept.zh}`).join('；'),
    en: times.map(({ of, kept }) => `${inEnglish(of)} ${kept.en}`).join('; '),
  };
}

const UNKNOWN: KeptWords = {
  zh: '按公司的保存期限规则，尚未确认',
  en: "by the company's rules of retention, not confirmed yet",
};
const SUGGESTED: KeptWords = { zh: '建议值，管理员尚未确认', en: 'suggested, not confirmed by an admin yet' };

/**
 * How long what follows some entities is kept, behind what else is said of it. `rules`: null where there are none that could be told.
 */
export function keptWords(
  rules: RulesInForce | null,
  follows: readonly RetentionEntity[],
  besides: KeptWords | null,
): KeptWords {
  const times = follows.length === 0 ? null : rules === null ? UNKNOWN : timesOf(rules, follows);
  const isSuggested = times !== null && rules?.isConfirmed === false;
  const of = (language: keyof KeptWords, apart: string, [from, to]: readonly [string, string]): string =>
    [besides?.[language], times?.[language]].filter((part) => part !== undefined).join(apart) +
    (isSuggested ? `${from}${SUGGESTED[language]}${to}` : '');
  return { zh: of('zh', '；', ['（', '）']), en: of('en', '; ', [' (', ')']) };
}

const PEOPLE = ['owner', 'tenant', 'household'] as const satisfies readonly PeopleEntity[];
const AFTER: Readonly<Record<(typeof PEOPLE)[number], string>> = {
  owner: '业主过户后',
  tenant: '租客搬离后',
  household: '家属、临时人员搬离后',
};

/** As documents say of everybody who lives here: 业主过户后 36 个月，租客搬离后 24 个月，家属、临时人员搬离后 12 个月. */
export const keptInDocuments = ({ rules }: RulesInForce): string =>
  PEOPLE.map((entity) => `${AFTER[entity]} ${months(monthsOf(rules, entity)).zh}`).join('，');
