/** The routes of who has seen what: who may call each, its request and its reply. */
import { z } from 'zod';
import { personIdSchema, roomIdSchema, staffIdSchema } from '../ids.ts';
import { OVERSIGHT, route } from '../route.ts';
import type { Routes } from '../route.ts';
import { enumOf, fieldIdSchema, nothing, proofSchema } from '../schemas.ts';
import { SEEINGS } from './lists.ts';
import type { Seeing } from './lists.ts';
import { whoSawAnswerSchema } from './views.ts';

/** A day that there is, `YYYY-MM-DD`, by the clock on the wall of this computer. */
const daySchema = z.iso.date();

/**
 * What is asked about. `room`: everybody who is or was registered there, and whoever opened the room. `staff`: what they did or co-signed in a span of
 * days, the first and the last included. `number`: the one that was traced last in this session.
 */
const aboutSchema = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('person'), personId: personIdSchema }),
  z.strictObject({ by: z.literal('room'), roomId: roomIdSchema }),
  z.strictObject({ by: z.literal('staff'), staffId: staffIdSchema, from: daySchema, to: daySchema }),
  z.strictObject({ by: z.literal('day'), day: daySchema }),
  z.strictObject({ by: z.literal('number') }),
]);
export type WhoSawAbout = z.infer<typeof aboutSchema>;

/** `field` and `how` narrow it, where given. */
const questionSchema = z.strictObject({
  about: aboutSchema,
  field: fieldIdSchema.optional(),
  how: enumOf<Seeing>(SEEINGS).optional(),
});
export type WhoSawQuestion = z.infer<typeof questionSchema>;

/** Access, request schema and reply schema of each route. */
export const whoSawRoutes = {
  /** Entries before the number `before` where given. */
  'whosaw.list': route(
    OVERSIGHT,
    questionSchema.extend({ before: z.number().int().positive().nullable() }),
    whoSawAnswerSchema,
    { showsMasksAlone: true },
  ),
  /** Who had a phone number in clear: finds the residents who have it by its match tag, which takes a supervisor's PIN. */
  'whosaw.number': route(
    OVERSIGHT,
    z.strictObject({ number: z.string().trim().min(5).max(40), supervisor: proofSchema }),
    whoSawAnswerSchema,
  ),
  /** Enters that an answer is printed, and lays it ready for one print. */
  'whosaw.print': route(OVERSIGHT, questionSchema, nothing),
  /** The same for the answer to the resident's own request. */
  'whosaw.answer': route(
    OVERSIGHT,
    z.strictObject({ personId: personIdSchema, supervisor: proofSchema }),
    nothing,
  ),
} as const satisfies Routes;
