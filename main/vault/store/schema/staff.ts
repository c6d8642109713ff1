/** Who signed in when last, when somebody handed over, and which of the staff live here: read from the log. */
import { defineSchema } from './feature-schema.ts';

export const staffSchema = defineSchema({
  statements: [
    `CREATE INDEX log_entry_sign_in ON log_entry (staff_id, time) WHERE action = 'sign-in'`,
    `CREATE INDEX log_entry_handover ON log_entry (staff_id) WHERE action = 'handover'`,
    // Each record is sealed there under the key of the canary records.
    `CREATE INDEX log_entry_staff_link ON log_entry (seq) WHERE action = 'staff-link'`,
  ],
  tables: {},
});
