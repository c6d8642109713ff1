/** How somebody may type the name of a page or an action: as it is written, in pinyin, by its initials. Pure. */
import { pinyin } from 'pinyin-pro';

/** In small letters and without spaces. */
export interface Spelling {
  readonly written: string;
  /** In pinyin, and its initials. */
  readonly spelled: readonly string[];
}

export function spellingOf(words: string): Spelling {
  const spoken = pinyin(words, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true });
  const parts = spoken.flatMap((part) => part.split(/[^\p{L}\p{N}]+/u)).filter((part) => part !== '');
  return {
    written: plain(words),
    spelled: [parts.join(''), parts.map(([first]) => first).join('')].map(plain),
  };
}

/** How well what was typed fits, the smaller the better; Infinity where it does not. */
export function gradeOf({ written, spelled }: Spelling, typed: string): number {
  const sought = plain(typed);
  const grades = [
    written === sought,
    spelled.includes(sought),
    written.startsWith(sought),
    spelled.some((spelling) => spelling.startsWith(sought)),
    written.includes(sought),
    spelled.some((spelling) => spelling.includes(sought)),
    // A sentence around the word.
    written.length > 1 && sought.includes(written),
  ];
  const at = grades.indexOf(true);
  return at === -1 ? Infinity : at;
}

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, '');
