/** A word in both languages, stated once: what lacks one of them does not compile. Pages show it by its key; documents of the vault name it. */
import type { Language } from '../shell/settings.ts';

/** Of what depends on a count the English of one, and of several; the Chinese is the same for both. */
export type Wording = readonly [zhCN: string, en: string, enOfSeveral?: string];
/** Words by their keys, which have dots between their parts. */
export interface WordTree {
  readonly [key: string]: Wording | WordTree;
}
/** A word for each of several names. */
export type Words<K extends string> = Readonly<Record<K, Wording>>;

/** The words of one language, as i18next takes them: `key_other` is for a count that is not one. */
export interface MessageTree {
  readonly [key: string]: string | MessageTree;
}
/** The shape of such words. */
export type InOneLanguage<T> = T extends Wording ? string : { readonly [K in keyof T]: InOneLanguage<T[K]> };

const isWording = (found: Wording | WordTree): found is Wording => Array.isArray(found);

/** The words of one language, by the same keys. */
export const inLanguage = <W extends WordTree>(
  words: W,
  language: Language,
): InOneLanguage<W> & MessageTree =>
  Object.fromEntries(
    Object.entries(words).flatMap(([key, found]): (readonly [string, string | MessageTree])[] => {
      if (!isWording(found)) return [[key, inLanguage(found, language)]];
      const [zhCN, en, enOfSeveral] = found;
      if (language === 'zh-CN') return [[key, zhCN]];
      return enOfSeveral === undefined
        ? [[key, en]]
        : [
            [key, en],
            [`${key}_other`, enOfSeveral],
          ];
    }),
  ) as InOneLanguage<W> & MessageTree;

/** The Chinese of a word, which documents are in. */
export const inChinese = ([zhCN]: Wording): string => zhCN;
/** The English of a word, which the summary of a document may be in. */
export const inEnglish = ([, en]: Wording): string => en;
/** A word in one of the two languages. */
export const wordingIn = ([zhCN, en]: Wording, language: Language): string => (language === 'en' ? en : zhCN);
