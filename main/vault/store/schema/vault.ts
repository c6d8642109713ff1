/** Facts of the store about itself and the desk that it is on. */
import { NOWHERE, defineSchema } from './feature-schema.ts';

export const vaultSchema = defineSchema({
  statements: [
    // Compared with header and anchor at unlock.
    `CREATE TABLE meta (key TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID`,
    // The desk's number, its chain of the log (by the desk that began it: a store that was put back goes on in its own), and the day for which the columns of
    // the lists are true. `applying`: what another desk has written is applied, with all that it changed.
    `CREATE TABLE local_state (
       id INTEGER PRIMARY KEY CHECK (id = 1), desk INTEGER NOT NULL CHECK (desk BETWEEN 0 AND 65535),
       chain INTEGER NOT NULL CHECK (chain BETWEEN 0 AND 65535), day TEXT NOT NULL,
       applying INTEGER NOT NULL DEFAULT 0) STRICT`,
    `INSERT INTO local_state (id, desk, chain, day) VALUES (1, 0, 0, date('now', 'localtime'))`,
    // `span`: how many numbers a desk has; `last`: the number that was given last, desk · span + counter.
    `CREATE TABLE id_counter (
       table_name TEXT PRIMARY KEY, span INTEGER NOT NULL, last INTEGER NOT NULL CHECK (last BETWEEN 0 AND ${2 ** 48 - 1})) STRICT, WITHOUT ROWID`,
  ],
  tables: {
    meta: { desks: 'local', columns: { nobody: 'key, value' }, shown: NOWHERE },
    local_state: { desks: 'local', columns: { nobody: 'id, desk, chain, day, applying' }, shown: NOWHERE },
    id_counter: { desks: 'local', columns: { nobody: 'table_name, span, last' }, shown: NOWHERE },
  },
});
