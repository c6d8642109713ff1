/** The staff routes: who may call each, its request and its reply. */
import { z } from 'zod';
import { personIdSchema, slotIdSchema, staffIdSchema } from '../ids.ts';
import { EVERYONE, NO_RESIDENT, PLAINLY, PREPARATION, route, MASKED, BY_OWN_PIN } from '../route.ts';
import { scopeSchema } from '../scope/schemas.ts';
import {
  nothing,
  newPinSchema,
  pinSchema,
  proofSchema,
  roleSchema,
  staffNameSchema,
  wordsSchema,
} from '../schemas.ts';
import { PIN_PROBLEMS } from './lists.ts';
import { secondSchema } from './requests.ts';
import { foundAreasSchema, shiftSheetSchema, staffViewSchema } from './views.ts';

/**
 * Access, request schema and reply schema of each staff route. `newPin` is typed at the desk by the person
 * who will use it; `pin` is the caller's own.
 */
export const staffRoutes = {
  /** Changes the caller's own PIN and makes new keys behind it. */
  'staff.changePin': route(EVERYONE, z.strictObject({ pin: pinSchema, newPin: newPinSchema }), nothing, {
    enters: ['pin-change'],
    ...BY_OWN_PIN,
    scope: 'nobody',
    changes: ['staff'],
  }),
  /** Returns the problems of a PIN, for hints while it is typed. */
  'staff.checkPin': route(
    EVERYONE,
    z.strictObject({ role: roleSchema, pin: z.string().max(64), name: z.string().max(30) }),
    z.strictObject({ problems: z.array(z.enum(PIN_PROBLEMS)).max(PIN_PROBLEMS.length) }),
    { ...PREPARATION, scope: 'nobody' },
  ),
  'staff.list': route(['admin'], nothing, staffViewSchema, { ...MASKED }),
  /** Adds a member. `twoRoles`: a present member of that name takes a second role. */
  'staff.add': route(
    ['admin'],
    z.strictObject({
      name: staffNameSchema,
      role: roleSchema,
      twoRoles: z.boolean(),
      newPin: newPinSchema,
      pin: pinSchema,
      second: secondSchema,
    }),
    staffViewSchema,
    { enters: ['staff-add'], shows: 'masks', proof: 'both', changes: ['keys', 'staff'] },
  ),
  'staff.changeRole': route(
    ['admin'],
    z.strictObject({
      staffId: staffIdSchema,
      role: roleSchema,
      newPin: newPinSchema,
      pin: pinSchema,
      second: secondSchema,
    }),
    staffViewSchema,
    { enters: ['staff-role'], shows: 'masks', proof: 'both', changes: ['keys', 'staff'] },
  ),
  /** For a forgotten PIN: issues new keys as for a new person, ends a wait and opens a closed slot. */
  'staff.reset': route(
    ['admin'],
    z.strictObject({ staffId: staffIdSchema, newPin: newPinSchema, pin: pinSchema, second: secondSchema }),
    staffViewSchema,
    { enters: ['staff-reset'], shows: 'masks', proof: 'both', changes: ['keys', 'staff'] },
  ),
  'staff.rename': route(
    ['admin'],
    z.strictObject({ staffId: staffIdSchema, name: staffNameSchema, pin: pinSchema }),
    staffViewSchema,
    { enters: ['staff-name'], shows: 'masks', proof: 'own', changes: ['staff'] },
  ),
  /** Says which record is theirs, of a member who lives here; null: none. Their looks at it, at their household, neighbours and colleagues are alerts. */
  'staff.link': route(
    ['admin'],
    z.strictObject({ staffId: staffIdSchema, personId: personIdSchema.nullable(), pin: pinSchema }),
    staffViewSchema,
    { enters: ['staff-link'], shows: 'record', proof: 'own', changes: ['staff'] },
  ),
  /** Removes a member. `second` is required where the member holds a root and the admin does not. */
  'staff.remove': route(
    ['admin'],
    z.strictObject({ staffId: staffIdSchema, pin: pinSchema, second: secondSchema.optional() }),
    staffViewSchema,
    { enters: ['staff-leave'], shows: 'masks', proof: 'both', changes: ['keys', 'staff'] },
  ),
  /** Ends a wait or opens a closed slot; PIN and keys stay. */
  'staff.openSlot': route(
    ['admin'],
    z.strictObject({ staffId: staffIdSchema, pin: pinSchema, supervisor: proofSchema }),
    staffViewSchema,
    { enters: ['slot-open'], shows: 'masks', proof: 'both', changes: ['staff'] },
  ),
  /** Estates, buildings and units that rooms on record are in, whose label has the text in it. */
  'staff.areas': route(
    ['admin'],
    z.strictObject({ text: z.string().max(60) }),
    foundAreasSchema,
    NO_RESIDENT,
  ),
  /** Buildings that a receptionist looks after from then on; empty is everything. A supervisor agrees where it is more than before. */
  'staff.changeScope': route(
    ['admin'],
    z.strictObject({
      staffId: staffIdSchema,
      scope: scopeSchema,
      words: wordsSchema,
      pin: pinSchema,
      supervisor: proofSchema.optional(),
    }),
    staffViewSchema,
    { enters: ['staff-scope'], shows: 'masks', proof: 'both', changes: ['staff'] },
  ),
  /** The caller's own shift so far: since the first sign-in after the last handover, at most 16 hours. */
  'shift.read': route(EVERYONE, nothing, shiftSheetSchema, { ...NO_RESIDENT, scope: 'nobody' }),
  /** Records who takes over. The page then locks, with that person preselected on the lock screen. */
  'shift.handOver': route(EVERYONE, z.strictObject({ next: slotIdSchema }), nothing, {
    enters: ['handover'],
    ...PLAINLY,
    scope: 'nobody',
  }),
};
