/** When a backup was made or tried last is read from the log; where and when they are made stands in the header. */
import { defineSchema } from './feature-schema.ts';

export const backupSchema = defineSchema({
  statements: [
    `CREATE INDEX log_entry_backup ON log_entry (seq) WHERE action = 'backup'`,
    `CREATE INDEX log_entry_backup_test ON log_entry (seq) WHERE action = 'backup-test'`,
  ],
  tables: {},
});
