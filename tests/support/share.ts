/** How much `npm test` tries of a list of which each item is the same test at another place; the full run tries all of it. */
import { isFullRun } from './full-run.ts';

const EVERY = 3;

/** The first, every third from there, and the last. */
export const shareOf = <T>(all: readonly T[]): readonly T[] =>
  isFullRun ? all : all.filter((_, index) => index % EVERY === 0 || index === all.length - 1);

/** The share, and behind it the others until all was met that the test is about: what a page of a store holds changes with its tables. */
export function* shareUntil<T>(all: readonly T[], isMet: () => boolean): Generator<T> {
  const share = new Set(shareOf(all));
  yield* share;
  for (const one of all) {
    if (isMet()) return;
    if (!share.has(one)) yield one;
  }
}

/** Numbers of the pages of a file of so many, but for the first, which holds the salt. */
export const pagesBehindFirst = (count: number): readonly number[] =>
  Array.from({ length: count - 1 }, (_, index) => index + 2);
