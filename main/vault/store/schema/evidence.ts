/** The register of inspection packs is the log. */
import { defineSchema } from './feature-schema.ts';

export const evidenceSchema = defineSchema({
  statements: [`CREATE INDEX log_entry_inspection_pack ON log_entry (seq) WHERE action = 'inspection-pack'`],
  tables: {},
});
