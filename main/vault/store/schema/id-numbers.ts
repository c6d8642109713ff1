/** What is decided of ID numbers is read from the log; whose are kept is found along their values alone. */
import { defineSchema } from './feature-schema.ts';

export const idNumbersSchema = defineSchema({
  statements: [
    `CREATE INDEX log_entry_id_numbers ON log_entry (seq) WHERE action = 'id-numbers'`,
    `CREATE INDEX sealed_value_id_number ON sealed_value (person_id) WHERE field = 'idNumber'`,
    `CREATE INDEX former_tag_id_number ON former_tag (person_id) WHERE field = 'idNumber'`,
    `CREATE INDEX log_entry_id_removal ON log_entry (seq) WHERE action = 'id-removal'`,
  ],
  tables: {},
});
