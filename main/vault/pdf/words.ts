/** Words that several documents of the vault use. What stands on a paper is the vault's: a page that was taken over cannot call a field another. */
import { ACTION_WORDS } from '../../../contract/log/entries.ts';
import { LOG_OUTCOME_WORDS } from '../../../contract/log/outcomes.ts';
import type { Wording } from '../../../contract/vocabulary/wording.ts';

/** An action with the log's own name beside its word, by which the entry is found in an export, and its outcome. An older log may have names without words. */
export const actWords = (entry: {
  readonly action: string;
  readonly outcome: string;
}): readonly [action: string, outcome: string] => {
  const word = wordIn(ACTION_WORDS, entry.action);
  return [
    word === entry.action ? word : `${word}（${entry.action}）`,
    wordIn(LOG_OUTCOME_WORDS, entry.outcome),
  ];
};

/** The Chinese of what the vocabulary has a word for, or the name where there is none. */
export const wordIn = (words: Readonly<Record<string, Wording>>, name: string): string =>
  (Object.hasOwn(words, name) ? words[name]?.[0] : undefined) ?? name;
