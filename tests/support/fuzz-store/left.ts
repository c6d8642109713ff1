/** What is known not to hold: no finding beyond these passes. Each goes with the mend that closes it. */
import type { Finding } from './judge.ts';
import type { Mutation } from './mutations.ts';

interface Left {
  readonly why: string;
  readonly tables: readonly string[];
  readonly rule: Finding['rule'];
  /** Of what was found. */
  readonly what: RegExp;
}

const LEFT: readonly Left[] = [
  {
    why: 'whether somebody is a company, whose name is shown, is a word that any session writes',
    tables: ['person'],
    rule: 'looser mask',
    what: /./,
  },
  { why: 'the same', tables: ['person'], rule: 'clear value in a view', what: /: name of / },
];

export const isLeft = (mutation: Mutation, { rule, what }: Finding): boolean =>
  LEFT.some(
    (left) =>
      left.rule === rule &&
      left.tables.includes(mutation.kind === 'schema' ? 'sqlite_schema' : mutation.table) &&
      left.what.test(what),
  );
