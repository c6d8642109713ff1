/** SQL as a tagged template: every interpolated value is bound, never spliced into the text. */

/** A value that can be bound to a statement. A bigint must be a safe integer. */
export type SqlValue = string | number | bigint | null | Uint8Array;

/** The text of a statement with `?` for each value. */
export interface Sql {
  readonly text: string;
  readonly values: readonly SqlValue[];
}

/** Template tag that makes a statement; interpolated values are bound in order. */
export function sql(strings: TemplateStringsArray, ...values: readonly SqlValue[]): Sql {
  return { text: strings.join('?'), values };
}

/** Statements that begin alike: what follows `start`, with a `?` for each value. */
export const startingWith =
  (start: string) =>
  (rest: string, ...values: readonly SqlValue[]): Sql => ({ text: `${start} ${rest}`, values });
