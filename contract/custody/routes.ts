/** The routes of custody. */
import { z } from 'zod';
import { SEALED_TIERS } from '../fields.ts';
import { staffIdSchema } from '../ids.ts';
import { recoverySheetSchema } from '../recovery/views.ts';
import { EVERYONE, OVERSIGHT, route } from '../route.ts';
import type { Route } from '../route.ts';
import { byteCountSchema, nothing, pinSchema, proofSchema, sheetAnswersSchema } from '../schemas.ts';
import { KEYS_OF_LEAVERS, THEFT_STEPS } from './lists.ts';
import type { CUSTODY_ROUTES } from './names.ts';
import { keysViewSchema, theftViewSchema } from './views.ts';

export const tiersSchema = z
  .array(z.enum(SEALED_TIERS))
  .min(1)
  .max(SEALED_TIERS.length)
  .refine((tiers) => new Set(tiers).size === tiers.length);

export const custodyRoutes = {
  /** What is to be changed since somebody left or gave up a role, and by when; `by` is null where nothing is. */
  'keys.due': route(
    EVERYONE,
    nothing,
    z.strictObject({
      keys: z.array(z.enum(KEYS_OF_LEAVERS)).max(KEYS_OF_LEAVERS.length),
      by: z.number().int().nonnegative().nullable(),
      /** How many steps of the ceremony after a theft are left; null where none is under way. */
      theft: z.number().int().positive().max(THEFT_STEPS.length).nullable(),
    }),
  ),
  'keys.list': route(OVERSIGHT, nothing, keysViewSchema),
  /** What a rotation that writes the store anew needs and has, in bytes. */
  'keys.checkStoreKey': route(
    OVERSIGHT,
    nothing,
    z.strictObject({
      storeBytes: byteCountSchema,
      neededBytes: byteCountSchema,
      freeBytes: byteCountSchema,
      enough: z.boolean(),
    }),
  ),
  'keys.rotateStoreKey': route(
    ['admin'],
    z.strictObject({ pin: pinSchema }),
    z.strictObject({
      view: keysViewSchema,
      tables: z.number().int().positive(),
      rows: z.number().int().nonnegative(),
    }),
    { changes: ['keys'] },
  ),
  'keys.rotateDeviceSecret': route(
    ['admin'],
    z.strictObject({ pin: pinSchema }),
    z.strictObject({ view: keysViewSchema }),
    { changes: ['keys'] },
  ),
  /** By a supervisor and an admin, one of whom is signed in. */
  'keys.rotateTierKeys': route(
    OVERSIGHT,
    z.strictObject({ tiers: tiersSchema, pin: pinSchema, cosigner: proofSchema }),
    z.strictObject({
      view: keysViewSchema,
      values: z.number().int().nonnegative(),
      unreadable: z.number().int().nonnegative(),
    }),
    { changes: ['keys'] },
  ),
  /** Another recovery sheet, which nothing knows until it is proved; in place of one that was begun before. */
  'keys.beginSheet': route(OVERSIGHT, nothing, recoverySheetSchema),
  /** With the sheet of before, typed in, the new one opens the backups that were made under it. */
  'keys.finishSheet': route(
    OVERSIGHT,
    z.strictObject({
      answers: sheetAnswersSchema,
      pin: pinSchema,
      cosigner: proofSchema,
      oldSheet: z.string().max(200).optional(),
    }),
    z.strictObject({ view: keysViewSchema }),
    { changes: ['keys'] },
  ),
  /** Ends a rotation that has not come to its switch: it has then not been made. */
  'keys.cancel': route(OVERSIGHT, nothing, nothing),
  /** The ceremony after a theft of folder and keychain: what is left of it, by the roster and the log. */
  'theft.read': route(['admin'], nothing, theftViewSchema),
  /** By the admin who is signed in and a supervisor. From here on its steps are due. */
  'theft.begin': route(
    ['admin'],
    z.strictObject({ pin: pinSchema, cosigner: proofSchema }),
    theftViewSchema,
    { changes: ['keys', 'staff'] },
  ),
  /** For somebody who is not there: no way in until they are given other keys at the desk. */
  'theft.shutOut': route(
    ['admin'],
    z.strictObject({ staffId: staffIdSchema, pin: pinSchema, cosigner: proofSchema }),
    theftViewSchema,
    { changes: ['keys', 'staff'] },
  ),
  /** When nothing else is left. */
  'theft.end': route(['admin'], nothing, theftViewSchema, { changes: ['keys', 'staff'] }),
} as const satisfies Record<(typeof CUSTODY_ROUTES)[number], Route>;
