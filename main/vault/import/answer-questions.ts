/** Turns what a person said of the open questions into answers for the matching, which asks them again when it writes. */
import type { ImportAnswers } from '../../../contract/import/requests.ts';
import type { Option } from './choose-person.ts';
import { kindOf } from './preview-plan.ts';
import type { Answer, Unresolved } from './resolve-rows.ts';

/** Who was offered for a row, by what stays the same when the rows are matched anew. */
export type Offered = ReadonlyMap<number, readonly string[]>;

const nameOf = ({ candidate: { known, folded } }: Option): string =>
  known === null ? `row ${folded?.firstRow ?? -1}` : `person ${known.id}`;

export const offeredIn = (unresolved: ReadonlyMap<number, Unresolved>): Offered =>
  new Map(
    [...unresolved].flatMap(([row, { outcome, options }]) =>
      outcome === 'ambiguous' ? [[row, options.map(nameOf)] as const] : [],
    ),
  );

/** Answers the questions of the preview. A row not asked about there stays open. A person who is gone, and one of several of whom none was chosen, is left out rather than guessed. */
export function answerWith({ rest, kinds, rows }: ImportAnswers, offered: Offered): Answer {
  const ofKind = new Map(kinds.map(({ kind, answer }) => [kind, answer]));
  const given = new Map(rows.map((row) => [row.question, row]));
  return (row, options) => {
    if (!offered.has(row)) return 'ask';
    const said = given.get(row);
    const answer = said?.answer ?? ofKind.get(kindOf(options)) ?? rest;
    if (answer !== 'same') return answer;
    const chosen = said === undefined ? undefined : offered.get(row)?.[said.option];
    const found =
      said === undefined
        ? options.length === 1
          ? options[0]
          : undefined
        : options.find((option) => nameOf(option) === chosen);
    return found ?? 'leave-out';
  };
}
