/** Finds words that have been replaced, and exceptions that excuse nothing. */
import { type Term, TERMS } from './terms.ts';
import type { UserWords } from './user-words.ts';

/** A line for each replaced word that is there, and for each exception of `terms` that nothing needs. */
export function findReplaced(
  words: readonly UserWords[],
  terms: readonly Term[] = TERMS,
): { readonly faults: readonly string[]; readonly idle: readonly string[] } {
  const used = new Set<object>();
  const faults = words.flatMap((one) =>
    terms.flatMap((term) => {
      if (term.language !== one.language || term.only?.test(one.file) === false || !term.old.test(one.text))
        return [];
      const exception = term.unless.find(({ where }) => where.test(`${one.file}#${one.key}: ${one.text}`));
      if (exception !== undefined) used.add(exception);
      return exception === undefined
        ? [`${one.file}${one.key === '' ? '' : ` ${one.key}`}: “${one.text}”: ${term.name} → ${term.better}`]
        : [];
    }),
  );
  const idle = terms.flatMap((term) =>
    term.unless
      .filter((exception) => !used.has(exception))
      .map(({ where }) => `${term.name}: nothing needs the exception ${String(where)}`),
  );
  return { faults, idle };
}
