/** The rules of retention, and that nothing is left to be found out of deletions, are read from the log. */
import { defineSchema } from './feature-schema.ts';

export const retentionSchema = defineSchema({
  statements: [
    `CREATE INDEX log_entry_retention_rules ON log_entry (seq) WHERE action = 'retention-rules'`,
    `CREATE INDEX log_entry_recall ON log_entry (seq) WHERE action IN ('recall', 'recall-end')`,
    `CREATE INDEX log_entry_erasures_known ON log_entry (seq) WHERE action = 'erasures-known'`,
  ],
  tables: {},
});
