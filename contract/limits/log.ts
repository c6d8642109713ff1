/** Log details of limits and alerts: kinds and counts, never a value. */
import { z } from 'zod';
import { roomIdSchema, staffIdSchema } from '../ids.ts';
import { type DetailSchemas, countSchema, momentSchema, noDetail, numberSchema } from '../log/parts.ts';
import type { SigningRules } from '../log/signing.ts';
import { enumOf } from '../schemas.ts';
import { ALERT_KINDS, type AlertKind } from './lists.ts';
import { loggedLimitsSchema } from './schemas.ts';

/** Schema of `detail` for each action on limits and alerts. */
export const limitsDetails = {
  /** All of them, as they are from then on. */
  limits: z.strictObject({ limits: loggedLimitsSchema }),
  /** A supervisor lets somebody go on beyond their limits for an hour. */
  'limit-override': noDetail,
  /**
   * `staff`: whoever it is about, null where it was several together; `room`: one of the rooms, where it is about rooms. A resident stands in the entry's own
   * column. `canary`: number of the entry that made the canary record, which is not said otherwise, and `at` when it was touched.
   */
  alert: z.strictObject({
    kind: enumOf<AlertKind>(ALERT_KINDS),
    count: countSchema,
    staff: staffIdSchema.nullable(),
    room: roomIdSchema.nullable(),
    canary: numberSchema.optional(),
    at: momentSchema.optional(),
  }),
  /** `entry`: number of the alert's entry. */
  'alert-seen': z.strictObject({ entry: numberSchema }),
} satisfies DetailSchemas;

/** Whose signature an entry of each action needs: alerts are raised by the vault itself. */
export const limitsSigning = {
  limits: 'own',
  'limit-override': 'either',
  alert: 'free',
  'alert-seen': 'own',
} as const satisfies SigningRules<typeof limitsDetails>;
