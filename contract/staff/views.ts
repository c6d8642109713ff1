/** What screens are shown of staff. */
import { z } from 'zod';
import { slotIdSchema, staffIdSchema } from '../ids.ts';
import { roleSchema, timeSchema } from '../schemas.ts';
import { MOST_SHIFT_REVEALS, SHIFT_COUNTS } from './lists.ts';

/** People with a way in; the keychain's copy of the limiter has room for them (docs/keys.md). */
export const MOST_STAFF = 50;

/** Somebody of the staff, as an admin sees them. */
export const staffMemberSchema = z.strictObject({
  staffId: staffIdSchema,
  /** Null for somebody of the roster who has no slot in the header. */
  slotId: slotIdSchema.nullable(),
  displayName: z.string().max(60),
  role: roleSchema,
  since: timeSchema,
  /** By the log; null for who has never signed in. */
  lastSignInAt: timeSchema.nullable(),
  waitSeconds: z.number().int().nonnegative(),
  closed: z.boolean(),
  /** The same human being has another role as well, in another slot. */
  twoRoles: z.boolean(),
  /** Has not signed in for DORMANT_DAYS. */
  dormant: z.boolean(),
  /** Was shut out while they were away, and comes back with another PIN. */
  suspended: z.boolean(),
  /** Their keys are a root: another root retires them before they leave or change their role. */
  root: z.boolean(),
  /** The last admin, or the last supervisor: they cannot leave. */
  last: z.boolean(),
});
export type StaffMember = z.infer<typeof staffMemberSchema>;

export const staffViewSchema = z.strictObject({ members: z.array(staffMemberSchema).max(200) });
export type StaffView = z.infer<typeof staffViewSchema>;

/** What somebody did since their shift began, for whoever takes over. It names nobody: a reveal stands by its number in the log. */
export const shiftSheetSchema = z.strictObject({
  staffName: z.string().max(60),
  role: roleSchema,
  since: timeSchema,
  until: timeSchema,
  counts: z.record(z.enum(SHIFT_COUNTS), z.number().int().nonnegative()),
  /** The newest first. */
  reveals: z
    .array(
      z.strictObject({
        seq: z.number().int().positive(),
        at: timeSchema,
        field: z.string().max(200),
        reason: z.string().max(200),
        cosignerName: z.string().max(60).nullable(),
      }),
    )
    .max(MOST_SHIFT_REVEALS),
  moreReveals: z.boolean(),
  /** Printed copies that have not come back. */
  openCopies: z.number().int().nonnegative(),
  /** Of the log as it is now: written down on paper, it is what counts against somebody who can write the keychain. */
  head: z.strictObject({ seq: z.number().int().nonnegative(), hash: z.string().regex(/^[0-9a-f]{64}$/) }),
});
export type ShiftSheet = z.infer<typeof shiftSheetSchema>;
