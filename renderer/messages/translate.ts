/**
 * Words by their keys. i18next does it; the types are our own, since those of i18next walk through every key for every word that is asked for, which
 * took most of the time in which pages compile (docs/decisions/0111-what-compiling-costs.md).
 */
import type { i18n as I18n } from 'i18next';
import { useTranslation as useI18next } from 'react-i18next';
import type { BroughtWords } from './i18n.ts';
import type { LogAction } from '../../contract/log/entries.ts';
import type { RouteArea } from '../../contract/route-names.ts';
import type { Wording } from '../../contract/vocabulary/wording.ts';
import type { words } from './words.ts';

type KeysOf<T> = {
  [K in keyof T & string]: T[K] extends Wording ? K : `${K}.${KeysOf<T[K]>}`;
}[keyof T & string];

type WordedKey = KeysOf<typeof words & BroughtWords>;
type LogKey = `logActions.${LogAction}` | `log.areas.${RouteArea}`;
/** Keys of what the log names without a word: none, where the desk joins its features. */
export type UnnamedInLog = Exclude<LogKey, WordedKey>;
/** Key of a word, its parts joined by dots. A template of known parts is one, too. What the log names is one before its feature is joined. */
type MessageKey = WordedKey | LogKey;

/** Gives the word of a key, with these values in it; of a key with words below it, all of these. */
export interface Translate {
  (key: MessageKey, values?: Readonly<Record<string, unknown>>): string;
  <Words extends object>(key: string, below: { readonly returnObjects: true }): Words;
}

/** In a component: the words in the language of the screen. */
export function useTranslation(): { readonly t: Translate; readonly i18n: I18n } {
  const { t, i18n } = useI18next();
  return { t: askingOnce(t as unknown as Translate), i18n };
}

const asking = new WeakMap<Translate, Translate>();

/** Keeps words without values: i18next looks each of them up anew, for every line of a list that is painted at each key. */
function askingOnce(t: Translate): Translate {
  const known = asking.get(t);
  if (known !== undefined) return known;
  const words = new Map<string, string>();
  const once = ((key: MessageKey, values?: Readonly<Record<string, unknown>>) => {
    if (values !== undefined) return t(key, values);
    const kept = words.get(key);
    if (kept !== undefined) return kept;
    const word = t(key);
    // Of a page that is still coming there is no word yet.
    if (word !== key) words.set(key, word);
    return word;
  }) as Translate;
  asking.set(t, once);
  return once;
}

/** The words of one instance, which a component asks for by `useTranslation`. */
export const translateOf = ({ t }: I18n): Translate => t as unknown as Translate;
