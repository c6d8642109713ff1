/** Who has opened a room, which an entry names in its detail. */
import { defineSchema } from './feature-schema.ts';

export const accessHistorySchema = defineSchema({
  statements: [`CREATE INDEX log_entry_room ON log_entry (detail) WHERE action = 'open-room'`],
  tables: {},
});
