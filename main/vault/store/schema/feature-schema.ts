/** The shape in which a feature states its part of the schema: its statements, and facts about each of its tables. */

/**
 * What becomes of a table once many desks keep the same vault. `replicated`: every desk has the rows that any desk has written. `derived`: each desk
 * makes them from those. `local`: of one desk or one computer alone, never sent to another.
 */
export type TableKind = 'replicated' | 'derived' | 'local';

/** Facts about a table. */
export interface TableFacts {
  readonly desks: TableKind;
  /** Its rows, or the segments of a log, get their numbers from `ids.ts`; absent where something else tells them apart. */
  readonly numbered?: 'rows' | 'segments';
}

/** What a feature adds to the store. */
export interface FeatureSchema {
  /** Tables, indexes, triggers and first rows, in the order in which they run. Times are milliseconds since 1970, days `YYYY-MM-DD`. */
  readonly statements: readonly string[];
  readonly tables: Readonly<Record<string, TableFacts>>;
}

/** The schema of a feature, as it is written. */
export const defineSchema = <const Schema extends FeatureSchema>(schema: Schema): Schema => schema;
