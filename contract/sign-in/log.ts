/** Log details of sign-in, lock, alarms and refusals. */
import { z } from 'zod';
import { ALARMS } from './alarms.ts';
import { LOCK_REASONS } from '../host.ts';
import { SHELL_REFUSALS } from '../shell/refusals.ts';
import { slotIdSchema } from '../ids.ts';
import {
  type DetailSchemas,
  codeSchema,
  countSchema,
  momentSchema,
  noDetail,
  numberSchema,
  staffNameSchema,
} from '../log/parts.ts';
import type { SigningRules } from '../log/signing.ts';

/** Counted in the anchor while nobody was signed in; `since` is the time of the first. */
const counted = { count: numberSchema, since: momentSchema } as const;

/** Schema of `detail` for each action of sign-in, lock, alarms and refusals. */
export const sessionDetails = {
  'set-up': noDetail,
  'sign-in': noDetail,
  'sign-in-failed': z.strictObject(counted),
  locked: z.strictObject({ why: z.enum(LOCK_REASONS), at: momentSchema }),
  /**
   * `either`: one of two PINs was wrong; which one is not recorded. `slots` are those of the other people,
   * not the caller's own.
   */
  'pin-failed': z.discriminatedUnion('of', [
    z.strictObject({ of: z.literal('own') }),
    z.strictObject({
      of: z.enum(['other', 'either']),
      slots: z.array(slotIdSchema).min(1).max(4).readonly(),
    }),
    z.strictObject({ of: z.literal('sheet') }),
  ]),
  refused: z.discriminatedUnion('of', [
    /** `route`: the route's name at that time, or `unknown`. */
    z.strictObject({
      of: z.literal('route'),
      route: z.string().regex(/^[a-z]{1,20}(\.[a-zA-Z]{1,30})?$/),
      code: codeSchema,
    }),
    z.strictObject({ of: z.literal('shell'), what: z.enum(SHELL_REFUSALS) }),
    z.strictObject({ of: z.literal('locked'), ...counted }),
  ]),
  alarm: z.strictObject({ alarm: z.enum(ALARMS) }),
  acknowledge: noDetail,
  /**
   * `ended`: in older entries only, records that were marked as ended on that day; now this is computed.
   * `letGo`: replaced values deleted after their period.
   */
  'new-day': z.strictObject({ ended: countSchema.optional(), letGo: countSchema }),
  handover: z.strictObject({ to: staffNameSchema }),
} satisfies DetailSchemas;

/** Whose signature an entry needs. That of set-up stands beside the roster's first, which its three roots have signed. */
export const sessionSigning = {
  'set-up': 'free',
  'sign-in': 'own',
  'sign-in-failed': 'free',
  locked: 'free',
  'pin-failed': 'free',
  refused: 'free',
  alarm: 'free',
  acknowledge: 'own',
  'new-day': 'free',
  handover: 'free',
} as const satisfies SigningRules<typeof sessionDetails>;
