/** Texts that the cells of a workbook share, kept as hashes and, where they hold any, numbers: a workbook may share a million of them. */
import type { LookedText } from './tally.ts';
import { UnreadFile } from './unread-file.ts';

/** A list that grows and is read by place. */
export interface KeptTexts {
  /** Errors: UnreadFile `too-large`. */
  push(looked: LookedText): void;
  /** Undefined where there is none. */
  at(index: number): LookedText | undefined;
}

const MAX_TEXTS = 4_000_000;

export function createKeptTexts(): KeptTexts {
  let hashes = new Uint32Array(2048);
  let count = 0;
  const special = new Map<number, Pick<LookedText, 'found' | 'heading'>>();
  const NOTHING = { found: null, heading: null } as const;
  return {
    push(looked) {
      if (count >= MAX_TEXTS) throw new UnreadFile('too-large');
      if (count * 2 === hashes.length) {
        const grown = new Uint32Array(hashes.length * 2);
        grown.set(hashes);
        hashes = grown;
      }
      hashes[count * 2] = looked.hashes[0];
      hashes[count * 2 + 1] = looked.hashes[1];
      if (looked.found !== null || looked.heading !== null)
        special.set(count, { found: looked.found, heading: looked.heading });
      count += 1;
    },
    at: (index) =>
      index < count
        ? {
            hashes: [hashes[index * 2] ?? 0, hashes[index * 2 + 1] ?? 0],
            ...(special.get(index) ?? NOTHING),
          }
        : undefined,
  };
}
