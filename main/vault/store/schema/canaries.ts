/** Canary records: which there are is read from the log, where each is sealed under a key of the store's own. */
import { NOWHERE, defineSchema } from './feature-schema.ts';

export const canariesSchema = defineSchema({
  statements: [
    // Made with the first canary record.
    'CREATE TABLE canary_key (id INTEGER PRIMARY KEY CHECK (id = 1), key BLOB NOT NULL) STRICT',
    `CREATE INDEX log_entry_canary ON log_entry (seq) WHERE action = 'canary'`,
  ],
  tables: {
    // Every desk notices a touch, so every desk has the key.
    canary_key: { desks: 'coordinated', columns: { nobody: 'id, key' }, shown: NOWHERE },
  },
});
