/** The routes of who has seen what: who may call each, its request and its reply. */
import { z } from 'zod';
import { personIdSchema } from '../ids.ts';
import { OVERSIGHT, route } from '../route.ts';
import type { Routes } from '../route.ts';
import { nothing, proofSchema } from '../schemas.ts';
import { whoSawQuestionSchema } from './requests.ts';
import { whoSawAnswerSchema } from './views.ts';

/** Access, request schema and reply schema of each route. */
export const whoSawRoutes = {
  /** Entries before the number `before` where given. */
  'whosaw.list': route(
    OVERSIGHT,
    whoSawQuestionSchema.extend({ before: z.number().int().positive().nullable() }),
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
  'whosaw.print': route(OVERSIGHT, whoSawQuestionSchema, nothing),
  /** The same for the answer to the resident's own request. */
  'whosaw.answer': route(
    OVERSIGHT,
    z.strictObject({ personId: personIdSchema, supervisor: proofSchema }),
    nothing,
  ),
} as const satisfies Routes;
