/** Log details of inspections: for how long, and how each ended; by whom stands in the words of the entry. */
import { z } from 'zod';
import type { Actions } from '../manifest.ts';
import { INSPECTION_MINUTES } from './lists.ts';

const signed = { signing: 'own', group: 'log', work: 'free', writes: {} } as const;

/** Each action of an inspection. */
export const inspectionActions = {
  /** `shared`: the window could be recorded and seen from afar. */
  inspection: {
    detail: z.strictObject({ minutes: z.literal(INSPECTION_MINUTES), shared: z.literal(true).optional() }),
    ...signed,
  },
  /** A page went on paper: a record, which stands in the entry's column, or an answer, of which an entry beside it says more. */
  'inspection-print': { detail: z.strictObject({ of: z.enum(['record', 'access-history']) }), ...signed },
  /** By a supervisor's PIN, or because its time was over. */
  'inspection-end': {
    detail: z.strictObject({ by: z.enum(['pin', 'time']) }),
    signing: 'free',
    group: 'log',
    work: 'free',
    writes: {},
    byTheClock: true,
  },
} as const satisfies Actions;
