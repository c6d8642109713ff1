/** Log details of inspection packs. */
import { z } from 'zod';
import { sha256Schema } from '../attachments/views.ts';
import { type Actions, defineContract, signed } from '../manifest.ts';
import { countSchema, numberSchema } from '../numbers.ts';
import { EVIDENCE_ACTION_WORDS, EVIDENCE_STATES, type EvidenceState } from './lists.ts';

/** How many duties are in each state. */
export const stateCountsSchema = z.strictObject(
  Object.fromEntries(EVIDENCE_STATES.map((state) => [state, countSchema])) as Record<
    EvidenceState,
    typeof countSchema
  >,
);
/** Type of `stateCountsSchema`. */
export type StateCounts = z.infer<typeof stateCountsSchema>;

/** Each action on packs. */
const evidenceActions = {
  /** Made before the file is there; `failed` is a second entry, where the file then could not be written. `upTo`: the entry at which the log stood. */
  'inspection-pack': {
    detail: z.strictObject({
      sha256: sha256Schema,
      pages: numberSchema,
      states: stateCountsSchema,
      upTo: numberSchema,
    }),
    ...signed('log', {}),
  },
} as const satisfies Actions;

/** Log actions of evidence, for the join; its routes read the entries of all features and are joined after. */
export const evidenceLog = defineContract({ actions: evidenceActions, actionWords: EVIDENCE_ACTION_WORDS });
