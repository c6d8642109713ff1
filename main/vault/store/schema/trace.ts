/** Marks of windows, papers and files: the key under which each is a code. */
import { NOWHERE, defineSchema } from './feature-schema.ts';

export const traceSchema = defineSchema({
  statements: [
    'CREATE TABLE trace_key (id INTEGER PRIMARY KEY CHECK (id = 1), key BLOB NOT NULL) STRICT',
    // The engine's random bytes are the operating system's.
    'INSERT INTO trace_key (id, key) VALUES (1, randomblob(32))',
  ],
  tables: {
    // A mark of one desk is traced at any.
    trace_key: { desks: 'coordinated', columns: { nobody: 'id, key' }, shown: NOWHERE },
  },
});
