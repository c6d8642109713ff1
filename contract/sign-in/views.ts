/** Reply schemas of the sign-in routes. */
import { z } from 'zod';
import { ERROR_CODES } from '../errors.ts';
import { slotIdSchema, staffIdSchema } from '../ids.ts';
import { enumOf, roleSchema, switchedFieldsSchema, timeSchema } from '../schemas.ts';

/** A member of staff as the lock screen lists them. */
export const deskPersonSchema = z.strictObject({
  slotId: slotIdSchema,
  displayName: z.string().max(60),
  role: roleSchema,
  /** Seconds until this slot may be tried again; 0 if it may be tried now. */
  waitSeconds: z.number().int().nonnegative(),
  closed: z.boolean(),
});
export type DeskPerson = z.infer<typeof deskPersonSchema>;

/** Board of the lock screen before the vault process answers: estate and staff, nothing of any resident. */
export const deskBoardSchema = z.strictObject({
  estateName: z.string().max(60),
  people: z.array(deskPersonSchema).max(200),
});
export type DeskBoard = z.infer<typeof deskBoardSchema>;

/** The signed-in member of staff and the limits of the session. */
export const signedInSchema = z.strictObject({
  staffId: staffIdSchema,
  slotId: slotIdSchema,
  displayName: z.string().max(60),
  role: roleSchema,
  since: timeSchema,
  /** When the session ends in any case (12 hours after `since`). */
  until: timeSchema,
  /** Optional fields that are turned on in this vault. */
  switchedOn: switchedFieldsSchema,
});
export type SignedIn = z.infer<typeof signedInSchema>;

/** State of the vault for the lock screen and after it. */
export const vaultStatusSchema = z.strictObject({
  state: z.enum(['no-vault', 'locked', 'unlocked', 'refused']),
  /** Why the vault is `refused`; null in other states. */
  problem: enumOf(ERROR_CODES).nullable(),
  estateName: z.string().max(60).nullable(),
  people: z.array(deskPersonSchema).max(200),
  signedIn: signedInSchema.nullable(),
  /** The store is damaged: only masked views work; nothing is written, opened or revealed. */
  readOnly: z.boolean(),
});
export type VaultStatus = z.infer<typeof vaultStatusSchema>;
