/** The list of reasons is read from the log. */
import { defineSchema } from './feature-schema.ts';

export const reasonsSchema = defineSchema({
  statements: [`CREATE INDEX log_entry_reasons ON log_entry (seq) WHERE action = 'reasons'`],
  tables: {},
});
