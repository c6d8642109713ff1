/** Log details of walk-rounds: how many places, never what was written about one. */
import { z } from 'zod';
import { type Actions, signed, unsignedCoordinated, unsigned } from '../manifest.ts';
import { countSchema, numberSchema } from '../numbers.ts';
import { sha256Schema } from '../attachments/views.ts';
import { WALK_MONTHS } from './lists.ts';

/** Schema of `detail` for each action. */
export const walkRoundActions = {
  'walk-round': {
    detail: z.strictObject({
      walk: numberSchema,
      fine: countSchema,
      findings: countSchema,
      absent: countSchema,
    }),
    ...signed('paper', { form_edition: '+', walk_result: '+', walk_round: '+' }),
    duties: ['walk-round'],
  },
  'walk-places': {
    detail: z.discriminatedUnion('change', [
      z.strictObject({ change: z.literal('added'), place: numberSchema }),
      z.strictObject({ change: z.literal('removed'), place: numberSchema }),
      z.strictObject({ change: z.literal('schedule'), everyMonths: z.literal(WALK_MONTHS) }),
    ]),
    ...unsignedCoordinated('paper', { walk_place: '+~', walk_setting: '~' }),
    duties: ['walk-round'],
  },
  /** `walk`: null for the empty sheet; `sha256`: null where it went to the printer. */
  'walk-print': {
    detail: z.strictObject({
      walk: numberSchema.nullable(),
      pages: countSchema,
      sha256: sha256Schema.nullable(),
    }),
    ...unsigned('paper', {}),
  },
} as const satisfies Actions;
