/** Log details of inspections: for how long, and how each ended; by whom stands in the words of the entry. */
import { z } from 'zod';
import type { DetailSchemas } from '../log/parts.ts';
import type { SigningRules } from '../log/signing.ts';
import { INSPECTION_MINUTES } from './lists.ts';

/** Schema of `detail` for each action of an inspection. */
export const inspectionDetails = {
  /** `shared`: the window could be recorded and seen from afar. */
  inspection: z.strictObject({
    minutes: z.literal(INSPECTION_MINUTES),
    shared: z.literal(true).optional(),
  }),
  /** A page went on paper: a record, which stands in the entry's column, or an answer, of which an entry beside it says more. */
  'inspection-print': z.strictObject({ of: z.enum(['record', 'access-history']) }),
  /** By a supervisor's PIN, or because its time was over. */
  'inspection-end': z.strictObject({ by: z.enum(['pin', 'time']) }),
} satisfies DetailSchemas;

/** Whose signature an entry of each action needs. */
export const inspectionSigning = {
  inspection: 'own',
  'inspection-print': 'own',
  'inspection-end': 'free',
} as const satisfies SigningRules<typeof inspectionDetails>;
