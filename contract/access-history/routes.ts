/** The routes of who has seen what: who may call each, its request and its reply. */
import { z } from 'zod';
import { personIdSchema } from '../ids.ts';
import { numberSchema } from '../numbers.ts';
import { OVERSIGHT, PLAINLY, route } from '../route.ts';
import { nothing, proofSchema } from '../schemas.ts';
import { accessHistoryQuestionSchema } from './requests.ts';
import { accessHistoryAnswerSchema } from './views.ts';

/** Access, request schema and reply schema of each route. */
export const accessHistoryRoutes = {
  /** Entries before the number `before` where given. */
  'accessHistory.list': route(
    OVERSIGHT,
    accessHistoryQuestionSchema.extend({ before: numberSchema.nullable() }),
    accessHistoryAnswerSchema,
    { enters: ['access-history'], shows: 'record', proof: 'none', maskedReadOnly: true },
  ),
  /** Who had a phone number in clear: finds the residents who have it by its match tag, which takes a supervisor's PIN. */
  'accessHistory.number': route(
    OVERSIGHT,
    z.strictObject({ number: z.string().trim().min(5).max(40), supervisor: proofSchema }),
    accessHistoryAnswerSchema,
    { enters: ['access-history-number'], shows: 'masks', proof: 'second' },
  ),
  /** Enters that an answer is printed, and lays it ready for one print. */
  'accessHistory.print': route(OVERSIGHT, accessHistoryQuestionSchema, nothing, {
    enters: ['access-history-print'],
    ...PLAINLY,
    sends: 'masks',
  }),
  /** The same for the answer to the resident's own request. */
  'accessHistory.answer': route(
    OVERSIGHT,
    z.strictObject({ personId: personIdSchema, supervisor: proofSchema }),
    nothing,
    { enters: ['access-history-answer'], shows: 'nothing', proof: 'second', sends: 'masks' },
  ),
};
