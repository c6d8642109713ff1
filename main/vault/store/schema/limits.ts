/** Limits and alerts are read from the log. */
import { defineSchema } from './feature-schema.ts';

export const limitsSchema = defineSchema({
  statements: [
    `CREATE INDEX log_entry_limits ON log_entry (seq) WHERE action = 'limits'`,
    `CREATE INDEX log_entry_supervision ON log_entry (seq) WHERE action IN ('spot-check', 'quarterly-report')`,
    `CREATE INDEX log_entry_alert ON log_entry (seq) WHERE action IN ('alert', 'alert-seen')`,
  ],
  tables: {},
});
