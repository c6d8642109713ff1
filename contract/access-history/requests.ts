/** Who has seen what, as it is asked. */
import { z } from 'zod';
import { personIdSchema, roomIdSchema, staffIdSchema } from '../ids.ts';
import { enumOf, fieldIdSchema } from '../schemas.ts';
import { SEEINGS } from './lists.ts';

/** A day that there is, `YYYY-MM-DD`, by the clock on the wall of this computer. */
const daySchema = z.iso.date();

/**
 * Subject of a question. `room`: everybody who is or was registered there, and whoever opened the room. `staff`: what they did or co-signed in a span of
 * days, the first and the last included. `number`: the one that was traced last in this session.
 */
const aboutSchema = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('person'), personId: personIdSchema }),
  z.strictObject({ by: z.literal('room'), roomId: roomIdSchema }),
  z.strictObject({ by: z.literal('staff'), staffId: staffIdSchema, from: daySchema, to: daySchema }),
  z.strictObject({ by: z.literal('day'), day: daySchema }),
  z.strictObject({ by: z.literal('number') }),
]);
export type AccessHistoryAbout = z.infer<typeof aboutSchema>;

/** `field` and `how` narrow it, where given. */
export const accessHistoryQuestionSchema = z.strictObject({
  about: aboutSchema,
  field: fieldIdSchema.optional(),
  how: enumOf(SEEINGS).optional(),
});
export type AccessHistoryQuestion = z.infer<typeof accessHistoryQuestionSchema>;
