/** The routes of backup. */
import { z } from 'zod';
import { fileIdSchema, slotIdSchema } from '../ids.ts';
import { EVERYONE, route } from '../route.ts';
import type { Route } from '../route.ts';
import { lineSchema, nothing, pinSchema, proofSchema } from '../schemas.ts';
import { BACKUP_WARNINGS } from './lists.ts';
import type { BACKUP_ROUTES } from './names.ts';
import { backupHourSchema, backupNameSchema, backupViewSchema, restoreLookSchema } from './views.ts';

/** The sheet as typed, for a backup that the PIN alone does not open here. */
export const openBackupSchema = z.strictObject({
  folderId: fileIdSchema.nullable(),
  name: backupNameSchema,
  pin: pinSchema,
  sheet: z.string().min(1).max(400).optional(),
});

export const backupRoutes = {
  /** What every screen says about backups. */
  'backup.warning': route(
    EVERYONE,
    nothing,
    z.strictObject({
      warning: z.enum(BACKUP_WARNINGS).nullable(),
      lastAt: z.number().int().nonnegative().nullable(),
    }),
  ),
  /** Of the folder that was chosen, or of another one that was picked to look into. */
  'backup.read': route(['admin'], z.strictObject({ folderId: fileIdSchema.nullable() }), backupViewSchema),
  /** Where and when; null leaves the folder. */
  'backup.choose': route(
    ['admin'],
    z.strictObject({
      folderId: fileIdSchema.nullable(),
      on: z.boolean(),
      hour: backupHourSchema,
      pin: pinSchema,
    }),
    backupViewSchema,
    { changes: ['backups'] },
  ),
  'backup.make': route(
    ['admin'],
    nothing,
    z.strictObject({
      name: backupNameSchema,
      bytes: z.number().int().positive(),
      rows: z.number().int().nonnegative(),
      /** Older ones that were let go. */
      letGo: z.number().int().nonnegative(),
    }),
    { changes: ['backups'] },
  ),
  /** Opens one and checks it whole, as a restore would; nothing is put in place. */
  'backup.test': route(
    ['admin'],
    openBackupSchema,
    z.strictObject({
      rows: z.number().int().nonnegative(),
      tables: z.number().int().nonnegative(),
      createdAt: z.number().int().nonnegative(),
    }),
    { changes: ['backups'] },
  ),
  'backup.look': route(['admin'], openBackupSchema, restoreLookSchema),
  /** Puts one in the place of the present store; the session is over then. */
  'backup.restore': route(
    ['admin'],
    openBackupSchema.extend({
      words: lineSchema(4, 120),
      /** For one from before a change of tier keys: its values are sealed anew. */
      supervisor: proofSchema.optional(),
    }),
    z.strictObject({ createdAt: z.number().int().nonnegative(), keptAs: z.string().max(40) }),
    { changes: ['backups'] },
  ),
  'backup.cancel': route(['admin'], nothing, nothing),
  /** For a store that does not open: the newest backup that is whole, of the folder that was chosen or of one that was picked. */
  'repair.find': route(
    'locked',
    z.strictObject({ folderId: fileIdSchema.nullable() }),
    z.strictObject({
      folder: z.string().max(4096).nullable(),
      backup: z
        .strictObject({ name: backupNameSchema, createdAt: z.number().int().nonnegative() })
        .nullable(),
    }),
  ),
  /** With an admin's PIN, whose slot the header has. */
  'repair.restore': route(
    'locked',
    openBackupSchema.extend({ slotId: slotIdSchema, words: lineSchema(4, 120) }),
    z.strictObject({ createdAt: z.number().int().nonnegative(), keptAs: z.string().max(40) }),
  ),
} as const satisfies Record<(typeof BACKUP_ROUTES)[number], Route>;
