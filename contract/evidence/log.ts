/** Log details of inspection packs. */
import { z } from 'zod';
import { type DetailSchemas, countSchema, numberSchema } from '../log/parts.ts';
import type { SigningRules } from '../log/signing.ts';
import { EVIDENCE_STATES, type EvidenceState } from './lists.ts';

/** How many duties are in each state. */
export const stateCountsSchema = z.strictObject(
  Object.fromEntries(EVIDENCE_STATES.map((state) => [state, countSchema])) as Record<
    EvidenceState,
    typeof countSchema
  >,
);
/** Type of `stateCountsSchema`. */
export type StateCounts = z.infer<typeof stateCountsSchema>;

/** Schema of `detail` for each action on packs. */
export const evidenceDetails = {
  /** Made before the file is there; `failed` is a second entry, where the file then could not be written. `upTo`: the entry at which the log stood. */
  'inspection-pack': z.strictObject({
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    pages: numberSchema,
    states: stateCountsSchema,
    upTo: numberSchema,
  }),
} satisfies DetailSchemas;

/** Whose signature an entry needs: the supervisor's who made it. */
export const evidenceSigning = {
  'inspection-pack': 'own',
} as const satisfies SigningRules<typeof evidenceDetails>;
