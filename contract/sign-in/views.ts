/** What screens are shown of sign-in. */
import { z } from 'zod';
import { ERROR_CODES } from '../errors.ts';
import { slotIdSchema, staffIdSchema } from '../ids.ts';
import { enumOf, roleSchema, switchedFieldsSchema, timeSchema } from '../schemas.ts';

export const deskPersonSchema = z.strictObject({
  slotId: slotIdSchema,
  displayName: z.string().max(60),
  role: roleSchema,
  /** Seconds until this slot may be tried again; 0 when it may be tried now. */
  waitSeconds: z.number().int().nonnegative(),
  closed: z.boolean(),
});
export type DeskPerson = z.infer<typeof deskPersonSchema>;

/** Who sits at this desk: what the lock screen shows, before the vault process has said more. Nothing of any resident. */
export const deskBoardSchema = z.strictObject({
  estateName: z.string().max(60),
  people: z.array(deskPersonSchema).max(200),
});
export type DeskBoard = z.infer<typeof deskBoardSchema>;

export const signedInSchema = z.strictObject({
  staffId: staffIdSchema,
  slotId: slotIdSchema,
  displayName: z.string().max(60),
  role: roleSchema,
  since: timeSchema,
  /** The session ends here whatever happens (12 h). */
  until: timeSchema,
  /** Fields that are used in this vault beyond the usual ones. */
  switchedOn: switchedFieldsSchema,
});
export type SignedIn = z.infer<typeof signedInSchema>;

export const vaultStatusSchema = z.strictObject({
  state: z.enum(['no-vault', 'locked', 'unlocked', 'refused']),
  /** Set when refused: why nothing can be tried. */
  problem: enumOf(ERROR_CODES).nullable(),
  estateName: z.string().max(60).nullable(),
  people: z.array(deskPersonSchema).max(200),
  signedIn: signedInSchema.nullable(),
  /** The store is damaged: what shows nothing but masks works, and nothing is written, opened or revealed. */
  readOnly: z.boolean(),
});
export type VaultStatus = z.infer<typeof vaultStatusSchema>;
