/** The statements of an import, the rows that they write, and the numbers that those rows get. */
import type { NumberedTable } from '../store/tables.ts';
import type { SqlValue } from '../store/sql.ts';

export type Values = readonly SqlValue[];

export interface Statement {
  readonly text: string;
  /** Some are made as they are taken, while the engine writes those before. */
  readonly values: Iterable<Values>;
  /** Whether its rows are among those that `ImportRows.count` counts: search keys, which come many to a row, are not. */
  readonly counted: boolean;
}

/** Tables whose rows get numbers from an import. */
export const NUMBERED = [
  'room',
  'person',
  'occupancy',
  'lease',
  'vehicle',
  'space',
  'sealed_value',
  'seal_batch',
  'import_run',
] as const satisfies readonly NumberedTable[];
/** The last number given out in each of them. */
export type Ids = Record<(typeof NUMBERED)[number], number>;

/** Values of one table, with the statement that writes them. */
export interface Table extends Statement {
  readonly values: Values[];
}

export const table = (text: string): Table => ({ text, values: [], counted: true });

/** Size of the parts in which late rows are made. */
export const MADE_AT_ONCE = 2_000;

/** Search keys are made when their turn comes, in parts, each in the order of its index: all of them at once would fill the memory. */
export function* keysInParts<T>(
  things: readonly T[],
  rowsOf: (part: readonly T[]) => readonly Values[],
): Generator<Values> {
  for (let at = 0; at < things.length; at += MADE_AT_ONCE) yield* rowsOf(things.slice(at, at + MADE_AT_ONCE));
}
