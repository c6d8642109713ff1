/** Reply schemas of the staff routes. */
import { z } from 'zod';
import { MAX_OWN_REASONS } from '../reasons/lists.ts';
import { ownReasonSchema } from '../reasons/schemas.ts';
import { areaSchema, scopeSchema } from '../scope/schemas.ts';
import { slotIdSchema, staffIdSchema } from '../ids.ts';
import { maskSchema, roleSchema, timeSchema } from '../schemas.ts';
import { MAX_AREAS_LISTED, MAX_SHIFT_REVEALS, SHIFT_COUNTS } from './lists.ts';

/** Most people who can sign in, given by the room for the limiter in the keychain item (docs/keys.md). */
export const MAX_STAFF = 50;

/** A member of staff as an admin sees them. */
const staffMemberSchema = z.strictObject({
  staffId: staffIdSchema,
  /** Null for a member of the roster without a slot in the header. */
  slotId: slotIdSchema.nullable(),
  displayName: z.string().max(60),
  role: roleSchema,
  since: timeSchema,
  /** From the log; null where the member has never signed in. */
  lastSignInAt: timeSchema.nullable(),
  waitSeconds: z.number().int().nonnegative(),
  closed: z.boolean(),
  /** The same human being also has another role, in another slot. */
  twoRoles: z.boolean(),
  /** The member has not signed in for the dormancy period. */
  dormant: z.boolean(),
  /** The member was suspended while absent and returns with a new PIN. */
  suspended: z.boolean(),
  /** The member holds a root key: another root must retire it before they leave or change role. */
  root: z.boolean(),
  /** The record that is theirs, of a member who lives here; its masks null where it is gone. */
  resident: z
    .strictObject({ nameMask: maskSchema.nullable(), roomLabel: z.string().max(200).nullable() })
    .nullable(),
  /** The last admin or the last supervisor, who cannot leave. */
  last: z.boolean(),
  /** Areas that they look after; empty is everything, as of all who are no receptionists. */
  scope: scopeSchema,
});
export type StaffMember = z.infer<typeof staffMemberSchema>;

/** All that the staff page shows. */
export const staffViewSchema = z.strictObject({ members: z.array(staffMemberSchema).max(200) });
export type StaffView = z.infer<typeof staffViewSchema>;

/** An area that rooms on record are in, with how many. */
const foundAreaSchema = z.strictObject({ area: areaSchema, rooms: z.number().int().positive() });

/** Areas that a scope may name. */
export const foundAreasSchema = z.strictObject({
  areas: z.array(foundAreaSchema).max(MAX_AREAS_LISTED),
  /** There are more than are listed. */
  more: z.boolean(),
});

/** Type of `foundAreasSchema`. */
export type FoundAreas = z.infer<typeof foundAreasSchema>;

/**
 * Sheet of a member's acts during the shift, for the person who takes over. It names no resident: a reveal is given
 * by its log number.
 */
export const shiftSheetSchema = z.strictObject({
  staffName: z.string().max(60),
  role: roleSchema,
  since: timeSchema,
  until: timeSchema,
  counts: z.record(z.enum(SHIFT_COUNTS), z.number().int().nonnegative()),
  /** Newest first. */
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
    .max(MAX_SHIFT_REVEALS),
  moreReveals: z.boolean(),
  /** Words of the reasons that an admin has added: the page that is printed has no other way to them. */
  ownReasons: z.array(ownReasonSchema).max(MAX_OWN_REASONS),
  /** Printed copies that have not been returned. */
  openCopies: z.number().int().nonnegative(),
  /** Present head of the log. On paper it is evidence against somebody who can write the keychain. */
  head: z.strictObject({ seq: z.number().int().nonnegative(), hash: z.string().regex(/^[0-9a-f]{64}$/) }),
});
export type ShiftSheet = z.infer<typeof shiftSheetSchema>;
