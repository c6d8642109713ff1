/** The second place of the log: the key that signs its lines, and what was last written there. Which place it is is read from the log. */
import { NOWHERE, defineSchema } from './feature-schema.ts';

export const secondLogSchema = defineSchema({
  statements: [
    // `written_line` is 0 and `written_at` null before a first line.
    `CREATE TABLE second_log (
       id INTEGER PRIMARY KEY CHECK (id = 1), seed BLOB NOT NULL, certificate TEXT NOT NULL,
       written_line INTEGER NOT NULL, written_seq INTEGER NOT NULL, written_at INTEGER) STRICT`,
    `CREATE INDEX log_entry_second_log_choice ON log_entry (seq) WHERE action = 'second-log-choice'`,
    `CREATE INDEX log_entry_second_log ON log_entry (seq) WHERE action = 'second-log'`,
  ],
  tables: {
    // The lines of one computer.
    second_log: {
      desks: 'local',
      columns: { nobody: 'id, seed, certificate, written_line, written_seq, written_at' },
      shown: NOWHERE,
    },
  },
});
