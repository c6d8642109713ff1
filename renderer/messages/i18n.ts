/** Sets up the two languages; the words are part of the program, so nothing is fetched and nothing is awaited. */
import i18next from 'i18next';
import type { i18n as I18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../../contract/shell/routes.ts';
import { en } from './en.ts';
import { zhCN } from './zh-CN.ts';
import type { Messages } from './zh-CN.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    readonly defaultNS: 'translation';
    readonly resources: { readonly translation: Messages };
  }
}

export const i18n: I18n = i18next.createInstance();

/** Starts the words in `language`. Values are escaped by React, not here. */
export function startWords(language: Language): void {
  void i18n.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'zh-CN',
    supportedLngs: ['zh-CN', 'en'],
    resources: { 'zh-CN': { translation: zhCN }, en: { translation: en } },
    interpolation: { escapeValue: false },
    initAsync: false,
    react: { useSuspense: false },
  });
}

/** Changes the language of the words, of the page and of its title. */
export function speak(language: Language): void {
  void i18n.changeLanguage(language);
  document.documentElement.lang = language;
  document.title = i18n.t('product');
}
