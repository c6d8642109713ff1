/** Draws questions and orders by a seed: the same seed draws the same. */
import { createHash } from 'node:crypto';
import type { Question } from './question.ts';

/** A number from 0 below `count`. */
export type Die = (count: number) => number;

/** Numbers from a hash of seed and turn; none of them is a secret. */
export function createDie(seed: string): Die {
  let turn = 0;
  return (count) =>
    createHash('sha256')
      .update(`${seed} ${(turn += 1)}`)
      .digest()
      .readUInt32BE(0) % count;
}

/** All of them in another order (Fisher and Yates). */
export function shuffle<T>(list: readonly T[], die: Die): readonly T[] {
  const shuffled = [...list];
  for (let last = shuffled.length - 1; last > 0; last -= 1) {
    const other = die(last + 1);
    [shuffled[last], shuffled[other]] = [shuffled[other] as T, shuffled[last] as T];
  }
  return shuffled;
}

/** At most `count` of them, each with its options in another order. */
export const drawQuestions = (questions: readonly Question[], count: number, die: Die): readonly Question[] =>
  shuffle(questions, die)
    .slice(0, count)
    .map((question) => {
      const order = shuffle(
        question.options.map((_option, at) => at),
        die,
      );
      return {
        ...question,
        options: order.flatMap((at) => question.options[at] ?? []),
        right: order.indexOf(question.right),
      };
    });
