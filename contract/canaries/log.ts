/** Log details of canary records: which record it is stands in none of them but sealed. */
import { z } from 'zod';
import { type Actions, signedCoordinated } from '../manifest.ts';
import { NEW_RECORD, sealedRecordSchema } from '../log/parts.ts';
import { numberSchema } from '../numbers.ts';

/** Each action on canary records. */
export const canariesActions = {
  /** `record`: number of the record, sealed; `entry`: number of the entry that made it. */
  canary: {
    detail: z.discriminatedUnion('change', [
      z.strictObject({ change: z.literal('made'), record: sealedRecordSchema }),
      z.strictObject({ change: z.literal('ended'), entry: numberSchema }),
    ]),
    decides: true,
    ...signedCoordinated('rules', {
      canary_key: '+~',
      match_tag: '+-',
      ...NEW_RECORD,
    }),
  },
} as const satisfies Actions;
