/** Log details of walk-rounds: how many places, never what was written about one. */
import { z } from 'zod';
import { type DetailSchemas, countSchema, numberSchema } from '../log/parts.ts';
import type { SigningRules } from '../log/signing.ts';
import { sha256Schema } from '../attachments/views.ts';
import { WALK_MONTHS } from './lists.ts';

/** Schema of `detail` for each action. */
export const walkRoundDetails = {
  'walk-round': z.strictObject({
    walk: numberSchema,
    fine: countSchema,
    findings: countSchema,
    absent: countSchema,
  }),
  'walk-places': z.discriminatedUnion('change', [
    z.strictObject({ change: z.literal('added'), place: numberSchema }),
    z.strictObject({ change: z.literal('removed'), place: numberSchema }),
    z.strictObject({ change: z.literal('schedule'), everyMonths: z.literal(WALK_MONTHS) }),
  ]),
  /** `walk`: null for the empty sheet; `sha256`: null where it went to the printer. */
  'walk-print': z.strictObject({
    walk: numberSchema.nullable(),
    pages: countSchema,
    sha256: sha256Schema.nullable(),
  }),
} satisfies DetailSchemas;

/** Whose signature an entry of each action needs. */
export const walkRoundSigning = {
  'walk-round': 'own',
  'walk-places': 'free',
  'walk-print': 'free',
} as const satisfies SigningRules<typeof walkRoundDetails>;
