/** What the next version of the program would do to a store, for tests that go from one version to the next. */
import type { Migration } from '../../main/vault/store/migrations/index.ts';

/** What a migration by itself may do to a table of all desks. */
export const NEXT_MIGRATION: Migration = {
  id: 20,
  statements: ['ALTER TABLE counter_note ADD COLUMN planted INTEGER NOT NULL DEFAULT 0'],
};

/** The same in a version that does not come to its end with it. */
export const FAILING_MIGRATION: Migration = {
  ...NEXT_MIGRATION,
  statements: [...NEXT_MIGRATION.statements, 'INSERT INTO counter_note (planted) VALUES (NULL)'],
};
