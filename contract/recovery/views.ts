/** What screens are shown of recovery. */
import { z } from 'zod';
import { staffIdSchema } from '../ids.ts';
import { roleSchema } from '../schemas.ts';

export const recoverySheetSchema = z.strictObject({
  /** Lines of groups, Crockford base32; the last group of a line is its checksum. */
  lines: z
    .array(z.array(z.string().max(8)).max(8))
    .min(1)
    .max(16),
  /** Fingerprint of the root signers, grouped hexadecimal. */
  fingerprint: z.string().max(100),
  /** Which two groups have to be typed back, counted from 0. */
  ask: z.tuple([
    z.strictObject({ line: z.number().int().nonnegative(), group: z.number().int().nonnegative() }),
    z.strictObject({ line: z.number().int().nonnegative(), group: z.number().int().nonnegative() }),
  ]),
});
export type RecoverySheetView = z.infer<typeof recoverySheetSchema>;

export const recoveryLookSchema = z.strictObject({
  /** The recovery sheet may be typed here: the keychain can be written, and there is a header to hold it against. */
  bySheet: z.boolean(),
  /** The header is damaged or missing, and the one before it is whole and this computer's. */
  previousHeader: z.boolean(),
});
export type RecoveryLook = z.infer<typeof recoveryLookSchema>;

/** What a sheet has opened. */
export const recoveryViewSchema = z.strictObject({
  estateName: z.string().max(60),
  /** To be held against the paper. */
  fingerprint: z.string().max(100),
  /** This computer knows the vault: its device secret and its log go on. */
  knownHere: z.boolean(),
  people: z
    .array(z.strictObject({ staffId: staffIdSchema, displayName: z.string().max(60), role: roleSchema }))
    .max(200),
});
export type RecoveryView = z.infer<typeof recoveryViewSchema>;
