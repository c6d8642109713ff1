/** Log details of limits and alerts: kinds and counts, never a value. */
import { z } from 'zod';
import { type Actions, signedCoordinated, signedByEither, unsigned, signed } from '../manifest.ts';
import { roomIdSchema, staffIdSchema } from '../ids.ts';
import { momentSchema, noDetail } from '../log/parts.ts';
import { countSchema, numberSchema } from '../numbers.ts';
import { enumOf } from '../schemas.ts';
import { ALERT_KINDS } from './lists.ts';
import { loggedLimitsSchema } from './schemas.ts';

/** Each action on limits and alerts. */
export const limitsActions = {
  /** All of them, as they are from then on. */
  limits: {
    detail: z.strictObject({ limits: loggedLimitsSchema }),
    decides: true,
    ...signedCoordinated('rules', {}),
    duties: ['access-oversight'],
  },
  /** A supervisor lets somebody go on beyond their limits for an hour. */
  'limit-override': { detail: noDetail, decides: true, ...signedByEither('rules', {}) },
  /**
   * `staff`: whoever it is about, null where it was several together; `room`: one of the rooms, where it is about rooms. A resident stands in the entry's own
   * column. `canary`: number of the entry that made the canary record, which is not said otherwise, and `at` when it was touched.
   */
  alert: {
    detail: z.strictObject({
      kind: enumOf(ALERT_KINDS),
      count: countSchema,
      staff: staffIdSchema.nullable(),
      room: roomIdSchema.nullable(),
      canary: numberSchema.optional(),
      at: momentSchema.optional(),
    }),
    decides: true,
    ...unsigned('denied', {}),
    duties: ['access-oversight'],
    besideAny: true,
    byTheClock: true,
  },
  /** `entry`: number of the alert's entry. */
  'alert-seen': {
    detail: z.strictObject({ entry: numberSchema }),
    decides: true,
    ...signed('denied', {}),
    duties: ['access-oversight'],
  },
} as const satisfies Actions;
