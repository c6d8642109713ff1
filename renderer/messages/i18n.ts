/** Sets up the two languages; the words are part of the program, so nothing is fetched and nothing is awaited. */
import i18next, { type i18n as I18n, type PostProcessorModule, type TOptions } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Together } from '../../contract/joined.ts';
import { LANGUAGES, type Language } from '../../contract/shell/settings.ts';
import { inLanguage, type MessageTree, type WordTree } from '../../contract/vocabulary/wording.ts';
import { sayDays } from './days.ts';
import { en, zhCN } from './words.ts';

/** The words that are brought, by names that tell them apart: of the desk's features by its list of them (desk/word-list.ts), of any other folder by itself. */
// oxlint-disable-next-line typescript/no-empty-interface
export interface Brought {}
/** Words that the features bring. */
export type BroughtWords = Together<Brought[keyof Brought]>;
/** Actions of the log whose words a feature brings. */
export type BroughtAction = Brought[keyof Brought] extends infer W
  ? W extends { readonly logActions: infer Actions }
    ? keyof Actions
    : never
  : never;

export const i18n: I18n = i18next.createInstance();

const brought: WordTree[] = [];

/** Adds the words of a feature; before the first of them is shown. */
export function registerMessages(words: WordTree): void {
  brought.push(words);
  if (i18n.isInitialized)
    for (const language of LANGUAGES)
      i18n.addResourceBundle(language, 'translation', inLanguage(words, language), true);
}

/** All words of a language: those of the program, and those that the features have brought. */
export const wordsIn = (language: Language): MessageTree =>
  brought.reduce<MessageTree>(
    (all, words) => merge(all, inLanguage(words, language)),
    language === 'en' ? en : zhCN,
  );

function merge(into: MessageTree, added: MessageTree): MessageTree {
  const merged = Object.entries(added).map(([key, value]) => {
    const there = into[key];
    return [
      key,
      typeof there === 'object' && typeof value === 'object' ? merge(there, value) : value,
    ] as const;
  });
  return { ...into, ...Object.fromEntries(merged) };
}

/** In sentences, days as people say them; in what is no sentence they stay as in tables. */
const spokenDays: PostProcessorModule = {
  type: 'postProcessor',
  name: 'spoken-days',
  process: (text: string, _key: string, values: TOptions, { language }: { readonly language: string }) =>
    sayDays(text, values, language),
};

/** Starts the words in `language`. Values are escaped by React, not here. `onPaper`: days keep their year, whatever the sentence. */
export function initI18n(language: Language, onPaper = false): void {
  void i18n
    .use(initReactI18next)
    .use(spokenDays)
    .init({
      postProcess: onPaper ? [] : [spokenDays.name],
      lng: language,
      fallbackLng: 'zh-CN',
      supportedLngs: LANGUAGES,
      resources: Object.fromEntries(LANGUAGES.map((one) => [one, { translation: wordsIn(one) }])),
      interpolation: { escapeValue: false },
      initAsync: false,
      react: { useSuspense: false },
    });
}

/** Changes the language of the words, of the page and of its title. */
export function setLanguage(language: Language): void {
  void i18n.changeLanguage(language);
  document.documentElement.lang = language;
  document.title = i18n.t('product');
}
