/** Log details of traces: what a mark led to, and what was written for the police. No code and no number. */
import { z } from 'zod';
import { type DetailSchemas, countSchema, momentSchema, numberSchema } from '../log/parts.ts';
import type { SigningRules } from '../log/signing.ts';
import { CASE_SUBJECTS } from './case-lists.ts';

/** Schema of `detail` for each action of traces. */
export const traceDetails = {
  /** `session`: entry of the sign-in that the mark leads to, `at` its minute; null where the mark is none of this vault's. */
  trace: z.strictObject({ session: numberSchema, at: momentSchema }).nullable(),
  /**
   * Made before the file is there; `failed` is a second entry, where the file then could not be written. The purpose is the entry's reason. `entries`: how
   * many are in it.
   */
  'case-file': z.strictObject({
    of: z.enum(CASE_SUBJECTS),
    entries: countSchema,
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
  }),
} satisfies DetailSchemas;

/** Whose signature an entry of each action needs. */
export const traceSigning = {
  trace: 'free',
  'case-file': 'own',
} as const satisfies SigningRules<typeof traceDetails>;
