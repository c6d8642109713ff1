/**
 * Every migration in the order in which it runs; a new one is added at the end. Until the first release there is one, and the first schema is edited where it
 * stands (store/schema/); with the release it is frozen, and so is each migration from then on.
 */
import { FIRST_SCHEMA } from '../tables.ts';
import { FIRST_COUNTERS } from '../ids.ts';

/** A step of the schema. It runs in one transaction. */
export interface Migration {
  /** Value of `PRAGMA user_version` afterwards; grows in tens. */
  readonly id: number;
  readonly statements: readonly string[];
}

/** All migrations, oldest first. */
export const MIGRATIONS: readonly Migration[] = [
  { id: 10, statements: [...FIRST_SCHEMA, ...FIRST_COUNTERS] },
];
