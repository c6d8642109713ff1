/** Reply schemas of the recovery routes. */
import { z } from 'zod';
import { staffIdSchema } from '../ids.ts';
import { roleSchema } from '../schemas.ts';

/** A new recovery sheet to print, and the groups that must be typed back. */
export const recoverySheetSchema = z.strictObject({
  /** Lines of groups, Crockford base32; the last group of a line is its checksum. */
  lines: z
    .array(z.array(z.string().max(8)).max(8))
    .min(1)
    .max(16),
  /** Fingerprint of the root signers, grouped hexadecimal. */
  fingerprint: z.string().max(100),
  /** The two groups that must be typed back, counted from 0. */
  ask: z.tuple([
    z.strictObject({ line: z.number().int().nonnegative(), group: z.number().int().nonnegative() }),
    z.strictObject({ line: z.number().int().nonnegative(), group: z.number().int().nonnegative() }),
  ]),
});
export type RecoverySheetView = z.infer<typeof recoverySheetSchema>;

/** Which ways of recovery are open here. */
export const recoveryLookSchema = z.strictObject({
  /**
   * The recovery sheet can be typed here: the keychain is writable and there is a header to check the sheet
   * against.
   */
  bySheet: z.boolean(),
  /** The header is damaged or missing, and the previous one is intact and belongs to this computer. */
  previousHeader: z.boolean(),
});
export type RecoveryLook = z.infer<typeof recoveryLookSchema>;

/** The vault that a sheet opened. */
export const recoveryViewSchema = z.strictObject({
  estateName: z.string().max(60),
  /** Fingerprint of the root signers, to compare with the paper. */
  fingerprint: z.string().max(100),
  /** This computer knows the vault: device secret and log continue. */
  knownHere: z.boolean(),
  people: z
    .array(z.strictObject({ staffId: staffIdSchema, displayName: z.string().max(60), role: roleSchema }))
    .max(200),
});
export type RecoveryView = z.infer<typeof recoveryViewSchema>;
