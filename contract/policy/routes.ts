/** The policy routes: who may call each, its request and its reply. */
import { z } from 'zod';
import { OVERSIGHT, type Routes, route } from '../route.ts';
import { nothing, pinSchema, proofSchema, switchedFieldsSchema } from '../schemas.ts';
import { maskPolicySchema, policyViewSchema } from './views.ts';

/** Access, request schema and reply schema of each policy route. */
export const policyRoutes = {
  'policy.read': route(OVERSIGHT, nothing, policyViewSchema, { showsMasksAlone: true }),
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
    { changes: ['policy'] },
  ),
  'policy.cancel': route(['admin'], nothing, nothing),
} as const satisfies Routes;
