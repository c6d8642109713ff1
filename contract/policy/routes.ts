/** The policy routes: who may call each, its request and its reply. */
import { z } from 'zod';
import { NO_RESIDENT, OVERSIGHT, PREPARATION, route } from '../route.ts';
import { nothing, pinSchema, proofSchema, switchedFieldsSchema } from '../schemas.ts';
import { maskPolicySchema, policyViewSchema } from './views.ts';

/** Access, request schema and reply schema of each policy route. */
export const policyRoutes = {
  'policy.read': route(OVERSIGHT, nothing, policyViewSchema, { ...NO_RESIDENT, maskedReadOnly: true }),
  /** Changes the named settings; the others stay. A mask that shows more again needs a supervisor. */
  'policy.change': route(
    ['admin'],
    z.strictObject({
      masks: maskPolicySchema.partial(),
      switchedOn: switchedFieldsSchema.optional(),
      words: z.string().trim().min(4).max(120),
      pin: pinSchema,
      supervisor: proofSchema.optional(),
    }),
    policyViewSchema,
    { enters: ['policy'], shows: 'nothing', proof: 'both', changes: ['policy'] },
  ),
  'policy.cancel': route(['admin'], nothing, nothing, PREPARATION),
};
