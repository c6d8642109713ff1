/** Log details of who is asked to have seen what: kinds and counts, never a value. */
import { z } from 'zod';
import { type Actions, defineContract, unsigned, signedByEither } from '../manifest.ts';
import { roomIdSchema, staffIdSchema } from '../ids.ts';
import { countSchema } from '../numbers.ts';
import { ACCESS_HISTORY_ACTION_WORDS, WHO_SAW_SUBJECTS } from './lists.ts';

/** A resident stands in the entry's own column, a field in that of the fields; room and staff are null where another thing was asked about. */
const askedSchema = z.strictObject({
  by: z.enum(WHO_SAW_SUBJECTS),
  room: roomIdSchema.nullable(),
  staff: staffIdSchema.nullable(),
});

/** Schema of `detail` for each action. `entries`: how many the answer or the sheet has. */
const accessHistoryActions = {
  'access-history': { detail: askedSchema, ...unsigned('log', {}) },
  /** `found`: residents who have the number or had it; one entry for each, or one without a resident where there is nobody. */
  'access-history-number': { detail: z.strictObject({ found: countSchema }), ...signedByEither('log', {}) },
  'access-history-print': { detail: askedSchema.extend({ entries: countSchema }), ...unsigned('log', {}) },
  'access-history-answer': { detail: z.strictObject({ entries: countSchema }), ...signedByEither('log', {}) },
} as const satisfies Actions;

/** Log actions of the access history, for the join; its routes read the entries of all features and are joined after. */
export const accessHistoryLog = defineContract({
  actions: accessHistoryActions,
  actionWords: ACCESS_HISTORY_ACTION_WORDS,
});
