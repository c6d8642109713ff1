/** Log details of inspections: for how long, and how each ended; by whom stands in the words of the entry. */
import { z } from 'zod';
import { type Actions, signed, unsigned } from '../manifest.ts';
import { INSPECTION_MINUTES } from './lists.ts';

/** Each action of an inspection. */
export const inspectionActions = {
  /** `shared`: the window could be recorded and seen from afar. */
  inspection: {
    detail: z.strictObject({ minutes: z.literal(INSPECTION_MINUTES), shared: z.literal(true).optional() }),
    ...signed('log', {}),
  },
  /** A page went on paper: a record, which stands in the entry's column, or an answer, of which an entry beside it says more. */
  'inspection-print': {
    detail: z.strictObject({ of: z.enum(['record', 'access-history']) }),
    ...signed('log', {}),
  },
  /** By a supervisor's PIN, or because its time was over. */
  'inspection-end': {
    detail: z.strictObject({ by: z.enum(['pin', 'time']) }),
    ...unsigned('log', {}),
    byTheClock: true,
  },
} as const satisfies Actions;
