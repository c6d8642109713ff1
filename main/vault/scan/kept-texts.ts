/** Texts that the cells of a workbook share, kept as hashes and, where they hold any, numbers: a workbook may share a million of them. */
import { UnreadFile } from '../tables/unread-file.ts';
import type { LookedText } from './looked-text.ts';

/** A list that grows and is read by place. */
export interface KeptTexts {
  /** Null for an empty text. Errors: UnreadFile `too-large`. */
  push(looked: LookedText | null): void;
  /** Undefined where there is none, or an empty one. */
  at(index: number): LookedText | undefined;
}

type Special = Pick<LookedText, 'found' | 'heading' | 'isLone' | 'piece'>;

const MAX_TEXTS = 4_000_000;
const NOTHING: Special = { found: null, heading: null, isLone: false, piece: null };
/** Bits of the third number of a text. */
const IS_THERE = 1;
const IS_NUMBER = 2;

export function createKeptTexts(): KeptTexts {
  let hashes = new Uint32Array(3072);
  let count = 0;
  const special = new Map<number, Special>();
  return {
    push(looked) {
      if (count >= MAX_TEXTS) throw new UnreadFile('too-large');
      if (count * 3 === hashes.length) {
        const grown = new Uint32Array(hashes.length * 2);
        grown.set(hashes);
        hashes = grown;
      }
      if (looked !== null) {
        hashes[count * 3] = looked.hashes[0];
        hashes[count * 3 + 1] = looked.hashes[1];
        hashes[count * 3 + 2] = IS_THERE | (looked.isNumber ? IS_NUMBER : 0);
        const { found, heading, isLone, piece } = looked;
        if (found !== null || heading !== null || piece !== null)
          special.set(count, { found, heading, isLone, piece });
      }
      count += 1;
    },
    at(index) {
      const bits = hashes[index * 3 + 2] ?? 0;
      if (index >= count || bits === 0) return undefined;
      return {
        hashes: [hashes[index * 3] ?? 0, hashes[index * 3 + 1] ?? 0],
        isNumber: (bits & IS_NUMBER) !== 0,
        ...(special.get(index) ?? NOTHING),
      };
    },
  };
}
