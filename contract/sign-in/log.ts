/** Log details of sign-in, lock, alarms and refusals. */
import { z } from 'zod';
import { type Actions, unsignedCoordinated, signed, unsigned, signedCoordinated } from '../manifest.ts';
import { ALARMS } from './alarms.ts';
import { LOCK_REASONS } from './lock-reasons.ts';
import { SHELL_REFUSALS } from '../shell/refusals.ts';
import { slotIdSchema } from '../ids.ts';
import { codeSchema, momentSchema, noDetail, staffNameSchema } from '../log/parts.ts';
import { countSchema, numberSchema } from '../numbers.ts';

/** Counted in the anchor while nobody was signed in; `since` is the time of the first. */
const counted = { count: numberSchema, since: momentSchema } as const;

/** Each action of sign-in, lock, alarms and refusals. */
export const sessionActions = {
  'set-up': {
    detail: noDetail,
    ...unsignedCoordinated('session', {
      company_fact: '+',
      roster_entry: '+',
      tier_grant: '+',
      tier_key: '+',
    }),
    duties: ['encryption-and-keys', 'permission-matrix', 'policy', 'access-oversight'],
  },
  'sign-in': { detail: noDetail, ...signed('session', {}) },
  'sign-in-failed': { detail: z.strictObject(counted), ...unsigned('denied', {}) },
  locked: {
    detail: z.strictObject({ why: z.enum(LOCK_REASONS), at: momentSchema }),
    ...unsigned('session', {}),
  },
  /**
   * `either`: one of two PINs was wrong; which one is not recorded. `slots` are those of the other people,
   * not the caller's own.
   */
  'pin-failed': {
    detail: z.discriminatedUnion('of', [
      z.strictObject({ of: z.literal('own') }),
      z.strictObject({
        of: z.enum(['other', 'either']),
        slots: z.array(slotIdSchema).min(1).max(4).readonly(),
      }),
      z.strictObject({ of: z.literal('sheet') }),
    ]),
    ...unsigned('denied', {}),
    besideAny: true,
  },
  /** With many desks: what these entries of this desk say was not done, since another desk was first. */
  'not-done': {
    detail: z.strictObject({ from: numberSchema, to: numberSchema }),
    ...unsigned('log', {}),
    besideAny: true,
    byTheClock: true,
  },
  refused: {
    detail: z.discriminatedUnion('of', [
      /** `route`: the route's name at that time, or `unknown`. */
      z.strictObject({
        of: z.literal('route'),
        route: z.string().regex(/^[a-zA-Z]{1,20}(\.[a-zA-Z]{1,30})?$/),
        code: codeSchema,
      }),
      z.strictObject({ of: z.literal('shell'), what: z.enum(SHELL_REFUSALS) }),
      z.strictObject({ of: z.literal('locked'), ...counted }),
    ]),
    ...unsigned('denied', {}),
    besideAny: true,
  },
  alarm: { detail: z.strictObject({ alarm: z.enum(ALARMS) }), ...unsigned('denied', {}) },
  acknowledge: { detail: noDetail, decides: true, ...signedCoordinated('denied', { roster_entry: '+' }) },
  /** `pruned`: replaced values deleted after their period. */
  'new-day': {
    detail: z.strictObject({ pruned: countSchema }),
    ...unsigned('session', {}),
    byTheClock: true,
  },
  handover: { detail: z.strictObject({ to: staffNameSchema }), ...unsigned('session', {}) },
} as const satisfies Actions;
