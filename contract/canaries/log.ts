/** Log details of canary records: which record it is stands in none of them but sealed. */
import { z } from 'zod';
import { type DetailSchemas, numberSchema, sealedRecordSchema } from '../log/parts.ts';
import type { SigningRules } from '../log/signing.ts';

/** Schema of `detail` for each action on canary records. */
export const canariesDetails = {
  /** `record`: number of the record, sealed; `entry`: number of the entry that made it. */
  canary: z.discriminatedUnion('change', [
    z.strictObject({ change: z.literal('made'), record: sealedRecordSchema }),
    z.strictObject({ change: z.literal('ended'), entry: numberSchema }),
  ]),
} satisfies DetailSchemas;

/** Whose signature an entry of each action needs. */
export const canariesSigning = { canary: 'own' } as const satisfies SigningRules<typeof canariesDetails>;
