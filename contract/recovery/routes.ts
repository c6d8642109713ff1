/** The recovery routes: who may call each, its request and its reply. */
import { z } from 'zod';
import { MAX_BACKUPS } from '../backup/lists.ts';
import { backupNameSchema } from '../backup/views.ts';
import { fileIdSchema, staffIdSchema } from '../ids.ts';
import { PREPARATION, route, SIGNED_OUT } from '../route.ts';
import {
  checkPinSchema,
  nothing,
  pinProblemsSchema,
  pinSchema,
  roleSchema,
  staffNameSchema,
} from '../schemas.ts';
import { vaultStatusSchema } from '../sign-in/views.ts';
import { MAX_AT_RECOVERY } from '../staff/lists.ts';
import { recoveryLookSchema, recoverySheetSchema, recoveryViewSchema } from './views.ts';

/**
 * A person present at the recovery: with `staffId` a member of the roster, who keeps name and role; with null
 * somebody new.
 */
const participantSchema = z.strictObject({
  staffId: staffIdSchema.nullable(),
  name: staffNameSchema,
  role: roleSchema,
  twoRoles: z.boolean(),
  pin: pinSchema,
});

/** Access, request schema and reply schema of each recovery route. */
export const recoveryRoutes = {
  /** Which ways of recovery are open without a PIN. */
  'recovery.look': route('closed', nothing, recoveryLookSchema, SIGNED_OUT),
  /**
   * Whether a line of the sheet was copied correctly, by its checksum; that does not tell whose sheet it is.
   */
  'recovery.checkLine': route(
    'signed-out',
    z.strictObject({ line: z.number().int().min(1).max(4), text: z.string().max(64) }),
    z.strictObject({ right: z.boolean() }),
    SIGNED_OUT,
  ),
  /** Opens the vault by its sheet, as typed or scanned. Nothing is written. */
  'recovery.begin': route(
    'closed',
    z.strictObject({ sheet: z.string().max(400) }),
    recoveryViewSchema,
    PREPARATION,
  ),
  'recovery.checkPin': route('closed', checkPinSchema, pinProblemsSchema, SIGNED_OUT),
  /** Makes keys for the people who are present, and a new sheet to show. Nothing is written. */
  'recovery.prepare': route(
    'closed',
    z.strictObject({ people: z.array(participantSchema).min(2).max(MAX_AT_RECOVERY) }),
    recoverySheetSchema,
    { enters: 'preparation', shows: 'nothing', proof: 'own' },
  ),
  'recovery.finish': route(
    'closed',
    z.strictObject({ answers: z.tuple([z.string().max(16), z.string().max(16)]) }),
    z.strictObject({ status: vaultStatusSchema, keptAs: z.string().max(60) }),
    { enters: ['recovery', 'alarm'], shows: 'nothing', proof: 'none' },
  ),
  /** Forgets the sheet; removes a backup that was put in place for it. */
  'recovery.cancel': route('signed-out', nothing, nothing, PREPARATION),
  /** On a computer without a vault: lists the backups of the picked folder. */
  'recovery.findBackups': route(
    'no-vault',
    z.strictObject({ folderId: fileIdSchema }),
    z.strictObject({
      folder: z.string().max(4096),
      backups: z
        .array(
          z.strictObject({
            name: backupNameSchema,
            createdAt: z.number().int().nonnegative(),
            estateName: z.string().max(60),
          }),
        )
        .max(MAX_BACKUPS),
    }),
    SIGNED_OUT,
  ),
  /** Puts one of them in place by its sheet and opens it as `recovery.begin` does. */
  'recovery.stageBackup': route(
    'no-vault',
    z.strictObject({ folderId: fileIdSchema, name: backupNameSchema, sheet: z.string().max(400) }),
    recoveryViewSchema,
    PREPARATION,
  ),
  /**
   * Puts the previous header in force where the present one is damaged or missing; a damaged one is kept
   * under another name.
   */
  'recovery.usePreviousHeader': route('closed', nothing, vaultStatusSchema, SIGNED_OUT),
};
