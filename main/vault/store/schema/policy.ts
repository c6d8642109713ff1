/** Index of policy entries: the choices of admins are read from the log, whose entries hang together. */
import { defineSchema } from './feature-schema.ts';

export const policySchema = defineSchema({
  statements: [`CREATE INDEX log_entry_policy ON log_entry (action) WHERE action = 'policy'`],
  tables: {},
});
