/** Log details of who is asked to have seen what: kinds and counts, never a value. */
import { z } from 'zod';
import { roomIdSchema, staffIdSchema } from '../ids.ts';
import { type DetailSchemas, countSchema } from '../log/parts.ts';
import type { SigningRules } from '../log/signing.ts';
import { WHO_SAW_SUBJECTS } from './lists.ts';

/** A resident stands in the entry's own column, a field in that of the fields; room and staff are null where another thing was asked about. */
const askedSchema = z.strictObject({
  by: z.enum(WHO_SAW_SUBJECTS),
  room: roomIdSchema.nullable(),
  staff: staffIdSchema.nullable(),
});

/** Schema of `detail` for each action. `entries`: how many the answer or the sheet has. */
export const accessHistoryDetails = {
  'access-history': askedSchema,
  /** `found`: residents who have the number or had it; one entry for each, or one without a resident where there is nobody. */
  'access-history-number': z.strictObject({ found: countSchema }),
  'access-history-print': askedSchema.extend({ entries: countSchema }),
  'access-history-answer': z.strictObject({ entries: countSchema }),
} satisfies DetailSchemas;

/** Whose signature an entry of each action needs: a supervisor's, at anybody's desk, where a PIN is asked for. */
export const accessHistorySigning = {
  'access-history': 'free',
  'access-history-number': 'either',
  'access-history-print': 'free',
  'access-history-answer': 'either',
} as const satisfies SigningRules<typeof accessHistoryDetails>;
