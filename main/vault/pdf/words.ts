/** Words that several documents of the vault use. What stands on a paper is the vault's: a page that was taken over cannot call a field another. */
import type { Wording } from '../../../contract/vocabulary/wording.ts';

/** The word of the page for what the log names, with the log's own name beside it, so that a word can mislead nobody; the name alone where there is none. */
export const wordBeside = (words: Readonly<Record<string, string>>, name: string): string => {
  const word = wordOr(words, name);
  return word === name ? name : `${word}（${name}）`;
};

/** The word, or the name where there is none. */
export const wordOr = (words: Readonly<Record<string, string>>, name: string): string =>
  (Object.hasOwn(words, name) ? words[name] : undefined) ?? name;

/** The Chinese of what the vocabulary has a word for, or the name where there is none. */
export const wordIn = (words: Readonly<Record<string, Wording>>, name: string): string =>
  (Object.hasOwn(words, name) ? words[name]?.[0] : undefined) ?? name;
