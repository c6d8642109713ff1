/** SQL as a tagged template: every interpolated value is bound, never spliced into the text. */

export type SqlValue = string | number | bigint | null | Uint8Array;

export interface Sql {
  readonly text: string;
  readonly values: readonly SqlValue[];
}

export function sql(strings: TemplateStringsArray, ...values: readonly SqlValue[]): Sql {
  return { text: strings.join('?'), values };
}
