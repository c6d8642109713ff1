/** Log details of requests of individuals: which, of what kind, and what became of it; never what is asked in words. */
import { z } from 'zod';
import { rowIdSchema } from '../ids.ts';
import { type DetailSchemas, countSchema, numberSchema } from '../log/parts.ts';
import type { SigningRules } from '../log/signing.ts';
import { dateSchema, enumOf } from '../schemas.ts';
import { REQUEST_ACTS, REQUEST_ASKERS, REQUEST_OUTCOMES, REQUEST_WAYS, REQUEST_WHATS } from './lists.ts';

const which = { request: rowIdSchema, what: enumOf(REQUEST_WHATS) } as const;

/** Schema of `detail` for each action on requests of individuals. Whose they are stands in the entry's own column. */
export const requestDetails = {
  'request-in': z.strictObject({ ...which, asker: enumOf(REQUEST_ASKERS), way: enumOf(REQUEST_WAYS) }),
  /** Why is the entry's reason. */
  'request-extend': z.strictObject({ ...which, dueOn: dateSchema }),
  /** `entry`: number of the one by which it was done. `refusal`: the reason's name in the data. What was said beside is the entry's reason. */
  'request-decide': z.strictObject({
    ...which,
    how: enumOf(REQUEST_OUTCOMES),
    act: enumOf(REQUEST_ACTS).nullable(),
    entry: numberSchema.nullable(),
    refusal: z.string().max(40).nullable(),
    papers: z.boolean(),
  }),
  'request-letter': z.strictObject({
    ...which,
    to: z.enum(['file', 'printer']),
    pages: countSchema,
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .nullable(),
  }),
} satisfies DetailSchemas;

/** Whose signature an entry of each action needs. */
export const requestSigning = {
  'request-in': 'free',
  'request-extend': 'own',
  'request-decide': 'own',
  'request-letter': 'free',
} as const satisfies SigningRules<typeof requestDetails>;
