/** The key custody routes: who may call each, its request and its reply. */
import { z } from 'zod';
import { SEALED_TIERS } from '../fields.ts';
import { slotIdSchema, staffIdSchema } from '../ids.ts';
import { recoverySheetSchema } from '../recovery/views.ts';
import {
  EVERYONE,
  NO_RESIDENT,
  OF_NOBODY,
  OVERSIGHT,
  PLAINLY,
  PREPARATION,
  SIGNED_OUT,
  route,
  routesOf,
  BY_OWN_PIN,
} from '../route.ts';
import { deskSchema } from '../numbers.ts';
import {
  byteCountSchema,
  nothing,
  pinSchema,
  proofSchema,
  sheetAnswersSchema,
  timeSchema,
} from '../schemas.ts';
import { KEYS_OF_LEAVERS, THEFT_STEPS } from './lists.ts';
import { vaultStatusSchema } from '../sign-in/views.ts';
import { desksViewSchema, joinViewSchema, keysViewSchema, theftViewSchema } from './views.ts';

/** Tiers whose keys are to be rotated: at least one, none twice. */
const tiersSchema = z
  .array(z.enum(SEALED_TIERS))
  .min(1)
  .max(SEALED_TIERS.length)
  .refine((tiers) => new Set(tiers).size === tiers.length);

const deskNameSchema = z.string().trim().min(1).max(60);
/** As whoever runs the server has written it down. */
const keeperSchema = z.string().regex(/^[ -~]{20,200}$/);
const change = routesOf(OVERSIGHT, desksViewSchema, ['keys']);

/** Access, request schema and reply schema of each key custody route. */
export const keyManagementRoutes = {
  /**
   * Keys to rotate because somebody left or gave up a role; `by` is the deadline, null where nothing is due.
   */
  'keys.due': route(
    EVERYONE,
    nothing,
    z.strictObject({
      keys: z.array(z.enum(KEYS_OF_LEAVERS)).max(KEYS_OF_LEAVERS.length),
      by: z.number().int().nonnegative().nullable(),
      /** Steps left of the ceremony after a theft; null where none is under way. */
      theft: z.number().int().positive().max(THEFT_STEPS.length).nullable(),
    }),
    OF_NOBODY,
  ),
  'keys.list': route(OVERSIGHT, nothing, keysViewSchema, { ...NO_RESIDENT, inInspection: true }),
  /** Disk space that a rotation of the store key needs and has, in bytes. */
  'keys.checkStoreKey': route(
    OVERSIGHT,
    nothing,
    z.strictObject({
      storeBytes: byteCountSchema,
      neededBytes: byteCountSchema,
      freeBytes: byteCountSchema,
      enough: z.boolean(),
    }),
    PREPARATION,
  ),
  'keys.rotateStoreKey': route(
    ['admin'],
    z.strictObject({ pin: pinSchema }),
    z.strictObject({
      view: keysViewSchema,
      tables: z.number().int().positive(),
      rows: z.number().int().nonnegative(),
    }),
    { enters: ['rotation-begun', 'rotation'], ...BY_OWN_PIN, changes: ['keys'] },
  ),
  'keys.rotateDeviceSecret': route(
    ['admin'],
    z.strictObject({ pin: pinSchema }),
    z.strictObject({ view: keysViewSchema }),
    { enters: ['rotation-begun', 'rotation'], ...BY_OWN_PIN, changes: ['keys'] },
  ),
  /** Needs a supervisor and an admin, one of whom is signed in; the other is `cosigner`. */
  'keys.rotateTierKeys': route(
    OVERSIGHT,
    z.strictObject({ tiers: tiersSchema, pin: pinSchema, cosigner: proofSchema }),
    z.strictObject({
      view: keysViewSchema,
      values: z.number().int().nonnegative(),
      unreadable: z.number().int().nonnegative(),
    }),
    { enters: ['rotation-begun', 'rotation'], shows: 'nothing', proof: 'both', changes: ['keys'] },
  ),
  /**
   * Creates a recovery sheet that takes effect only once `keys.finishSheet` proves it; replaces one that was
   * begun before.
   */
  'keys.beginSheet': route(OVERSIGHT, nothing, recoverySheetSchema, PREPARATION),
  /**
   * Puts the new sheet in force. With `oldSheet` (the previous sheet as typed) it also opens backups made
   * under that.
   */
  'keys.finishSheet': route(
    OVERSIGHT,
    z.strictObject({
      answers: sheetAnswersSchema,
      pin: pinSchema,
      cosigner: proofSchema,
      oldSheet: z.string().max(200).optional(),
    }),
    z.strictObject({ view: keysViewSchema }),
    { enters: ['rotation-begun', 'rotation'], shows: 'nothing', proof: 'both', changes: ['keys'] },
  ),
  /** Cancels a rotation that has not reached its switch; the previous key stays in force. */
  'keys.cancel': route(OVERSIGHT, nothing, nothing, PREPARATION),
  /** The desks that keep the estate, and those that have. */
  'keys.desks': route(OVERSIGHT, nothing, desksViewSchema, NO_RESIDENT),
  /** A password for the keeper of a mailbox, and the line of SQL by which whoever runs the server adds this vault under it. Asked again, both are others. */
  'keys.drawKeeper': route(
    OVERSIGHT,
    nothing,
    z.strictObject({ keeper: z.string().max(60), sql: z.string().max(1000) }),
    PREPARATION,
  ),
  /** The first desk of an estate with several. `address`: host, port and database of the mailbox; `keeper`: its password. Proof as of `keys.endDesk`. */
  'keys.beginEstate': change(
    {
      address: z.string().max(400),
      name: deskNameSchema,
      keeper: keeperSchema,
      pin: pinSchema,
      cosigner: proofSchema,
    },
    { enters: ['desk-begin'], shows: 'nothing', proof: 'both' },
  ),
  /** A slip by which one desk may ask to be let in, within a day; it replaces the one before. `keeper`: the password of the mailbox's keeper. */
  'keys.inviteDesk': route(
    ['admin'],
    z.strictObject({ name: deskNameSchema, keeper: keeperSchema, pin: pinSchema }),
    z.strictObject({ address: z.string().max(500), secret: z.string().max(30), until: timeSchema }),
    { enters: ['desk-slip'], ...BY_OWN_PIN, changes: ['keys'] },
  ),
  /** Lets in the desk that has the slip; `code`: the twelve characters on its screen. Asked again, it gives the snapshot anew. Proof as of `keys.endDesk`. */
  'keys.admitDesk': change(
    { code: z.string().max(30), keeper: keeperSchema, pin: pinSchema, cosigner: proofSchema },
    { enters: ['desk-admit'], shows: 'nothing', proof: 'both' },
  ),
  /**
   * Nothing of that desk counts any more. Needs a supervisor and an admin, one of whom is signed in; the other is `cosigner`. With `keeper` the mailbox ends its
   * login as well; of a desk that has ended, this alone.
   */
  'keys.endDesk': change(
    { desk: deskSchema, keeper: keeperSchema.optional(), pin: pinSchema, cosigner: proofSchema },
    { enters: ['desk-end'], shows: 'nothing', proof: 'both' },
  ),
  /** On a computer without a vault: asks to be let in by a slip. */
  'join.begin': route(
    'no-vault',
    z.strictObject({ address: z.string().max(500), secret: z.string().max(60) }),
    nothing,
    PREPARATION,
  ),
  'join.read': route('no-vault', nothing, joinViewSchema, SIGNED_OUT),
  /** Makes the vault of what the estate has given, by an admin's PIN. */
  'join.finish': route(
    'no-vault',
    z.strictObject({ slotId: slotIdSchema, pin: pinSchema }),
    vaultStatusSchema,
    { enters: 'preparation', ...BY_OWN_PIN },
  ),
  'join.cancel': route('no-vault', nothing, nothing, PREPARATION),
  /** Steps left of the ceremony after a theft, derived from roster and log. */
  'theft.read': route(['admin'], nothing, theftViewSchema, NO_RESIDENT),
  /** Begins the ceremony; needs the signed-in admin and a supervisor. Its steps are due from here on. */
  'theft.begin': route(
    ['admin'],
    z.strictObject({ pin: pinSchema, cosigner: proofSchema }),
    theftViewSchema,
    { enters: ['rotation-begun', 'rotation'], shows: 'nothing', proof: 'both', changes: ['keys', 'staff'] },
  ),
  /** Suspends an absent member: no access until they are given new keys at the desk. */
  'theft.shutOut': route(
    ['admin'],
    z.strictObject({ staffId: staffIdSchema, pin: pinSchema, cosigner: proofSchema }),
    theftViewSchema,
    { enters: ['staff-suspend'], shows: 'nothing', proof: 'both', changes: ['keys', 'staff'] },
  ),
  /** Ends the ceremony; refused while another step is left. */
  'theft.end': route(['admin'], nothing, theftViewSchema, {
    enters: ['rotation-begun', 'rotation'],
    ...PLAINLY,
    changes: ['keys', 'staff'],
  }),
};
