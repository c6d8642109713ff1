/** The routes of staff. */
import { z } from 'zod';
import { slotIdSchema, staffIdSchema } from '../ids.ts';
import { EVERYONE, route } from '../route.ts';
import type { Route } from '../route.ts';
import { nothing, pinSchema, proofSchema, roleSchema, staffNameSchema } from '../schemas.ts';
import { PIN_PROBLEMS } from './lists.ts';
import type { STAFF_ROUTES } from './names.ts';
import { secondSchema } from './requests.ts';
import { shiftSheetSchema, staffViewSchema } from './views.ts';

export const staffRoutes = {
  /** One's own PIN; the keys behind it are made anew. */
  'staff.changePin': route(EVERYONE, z.strictObject({ pin: pinSchema, newPin: pinSchema }), nothing, {
    changes: ['staff'],
  }),
  /** What is wrong with a PIN, for the screen to say while it is typed. */
  'staff.checkPin': route(
    EVERYONE,
    z.strictObject({ role: roleSchema, pin: z.string().max(64), name: z.string().max(30) }),
    z.strictObject({ problems: z.array(z.enum(PIN_PROBLEMS)).max(PIN_PROBLEMS.length) }),
  ),
  'staff.list': route(['admin'], nothing, staffViewSchema),
  /** `newPin` is typed by its owner, at the desk. `twoRoles`: somebody of the list by that name takes another role as well. */
  'staff.add': route(
    ['admin'],
    z.strictObject({
      name: staffNameSchema,
      role: roleSchema,
      twoRoles: z.boolean(),
      newPin: pinSchema,
      pin: pinSchema,
      second: secondSchema,
    }),
    staffViewSchema,
    { changes: ['keys', 'staff'] },
  ),
  'staff.changeRole': route(
    ['admin'],
    z.strictObject({
      staffId: staffIdSchema,
      role: roleSchema,
      newPin: pinSchema,
      pin: pinSchema,
      second: secondSchema,
    }),
    staffViewSchema,
    { changes: ['keys', 'staff'] },
  ),
  /** A forgotten PIN: new keys, given like a new person's. It ends a wait and opens a closed slot. */
  'staff.reset': route(
    ['admin'],
    z.strictObject({ staffId: staffIdSchema, newPin: pinSchema, pin: pinSchema, second: secondSchema }),
    staffViewSchema,
    { changes: ['keys', 'staff'] },
  ),
  'staff.rename': route(
    ['admin'],
    z.strictObject({ staffId: staffIdSchema, name: staffNameSchema, pin: pinSchema }),
    staffViewSchema,
    { changes: ['staff'] },
  ),
  /** They leave. A second is needed for who holds a root, where the admin holds none. */
  'staff.remove': route(
    ['admin'],
    z.strictObject({ staffId: staffIdSchema, pin: pinSchema, second: secondSchema.optional() }),
    staffViewSchema,
    { changes: ['keys', 'staff'] },
  ),
  /** Ends a wait, or opens a closed slot, of somebody who knows their PIN. */
  'staff.openSlot': route(
    ['admin'],
    z.strictObject({ staffId: staffIdSchema, pin: pinSchema, supervisor: proofSchema }),
    staffViewSchema,
    { changes: ['staff'] },
  ),
  /** One's own shift so far: since the first sign-in after the last handover, 16 hours at most. */
  'shift.read': route(EVERYONE, nothing, shiftSheetSchema),
  /** Says who takes over. The screen then locks, and theirs is the name that the lock screen has chosen. */
  'shift.handOver': route(EVERYONE, z.strictObject({ next: slotIdSchema }), nothing),
} as const satisfies Record<(typeof STAFF_ROUTES)[number], Route>;
