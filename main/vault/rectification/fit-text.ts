/** Texts of an item in one line and within their bounds, whoever has made them. */
import { toOneLine } from '../../../contract/one-line.ts';
import { MAX_EXPLANATION, MAX_TITLE, MAX_WHO } from '../../../contract/rectification/lists.ts';

/** Texts of an item that somebody has typed. */
interface ItemText {
  readonly title: string;
  readonly words?: string;
  readonly who?: string;
}

/** Cut by code points, with an ellipsis where something is left out. */
export const fitText = ({ title, words = '', who = '' }: ItemText): Required<ItemText> => ({
  title: fit(title, MAX_TITLE),
  words: fit(words, MAX_EXPLANATION),
  who: fit(who, MAX_WHO),
});

function fit(text: string, most: number): string {
  const line = toOneLine(text);
  if (line.length <= most) return line;
  let kept = '';
  for (const character of line) {
    if (kept.length + character.length + 1 > most) break;
    kept += character;
  }
  return `${kept}…`;
}
