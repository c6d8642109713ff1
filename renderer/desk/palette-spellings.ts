/** How somebody may type the name of a page or an action: as it is written, in pinyin, by its initials. Pure. */
import { pinyin } from 'pinyin-pro';

/** In small letters and without spaces, each once. */
export function spellingsOf(words: string): readonly string[] {
  const spoken = pinyin(words, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true });
  const parts = spoken.flatMap((part) => part.split(/[^\p{L}\p{N}]+/u)).filter((part) => part !== '');
  return [...new Set([words, parts.join(''), parts.map(([first]) => first).join('')].map(plain))];
}

/** Whether what was typed is a part of one of them. */
export const isSpelled = (spellings: readonly string[], typed: string): boolean =>
  spellings.some((spelling) => spelling.includes(plain(typed)));

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, '');
