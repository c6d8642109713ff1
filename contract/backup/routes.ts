/** The backup routes: who may call each, its request and its reply. */
import { z } from 'zod';
import { fileIdSchema, slotIdSchema } from '../ids.ts';
import { EVERYONE, NO_RESIDENT, OF_NOBODY, PREPARATION, route, SIGNED_OUT, BY_OWN_PIN } from '../route.ts';
import { nothing, pinSchema, proofSchema, wordsSchema } from '../schemas.ts';
import { BACKUP_WARNINGS } from './lists.ts';
import { backupHourSchema, backupNameSchema, backupViewSchema, restoreLookSchema } from './views.ts';

/**
 * Which backup to open and with what. `folderId` null means the configured folder; `sheet` is the recovery
 * sheet as typed, needed where the PIN alone does not open the backup.
 */
const openBackupSchema = z.strictObject({
  folderId: fileIdSchema.nullable(),
  name: backupNameSchema,
  pin: pinSchema,
  sheet: z.string().min(1).max(400).optional(),
});

/** A restore, and what the restored log has to be told of deletions, holds and requests since. */
const RESTORED = [
  'backup-restore',
  'erasures-known',
  'recall',
  'hold',
  'hold-end',
  'id-numbers',
  'id-removal',
  'request-in',
  'request-restrict',
  'request-lift',
  'consent-withdraw',
] as const;

/** Access, request schema and reply schema of each backup route. */
export const backupRoutes = {
  /** The warning that every screen shows; `lastAt` is the time of the last good backup. */
  'backup.warning': route(
    EVERYONE,
    nothing,
    z.strictObject({
      warning: z.enum(BACKUP_WARNINGS).nullable(),
      lastAt: z.number().int().nonnegative().nullable(),
    }),
    OF_NOBODY,
  ),
  /** Lists the configured folder (`folderId` null), or another folder that the user picked. */
  'backup.read': route(
    ['admin'],
    z.strictObject({ folderId: fileIdSchema.nullable() }),
    backupViewSchema,
    NO_RESIDENT,
  ),
  /** Sets folder and schedule; `folderId` null keeps the folder. */
  'backup.choose': route(
    ['admin'],
    z.strictObject({
      folderId: fileIdSchema.nullable(),
      on: z.boolean(),
      hour: backupHourSchema,
      pin: pinSchema,
    }),
    backupViewSchema,
    { enters: ['backup-settings'], ...BY_OWN_PIN, changes: ['backups'] },
  ),
  'backup.make': route(
    ['admin'],
    nothing,
    z.strictObject({
      name: backupNameSchema,
      bytes: z.number().int().positive(),
      rows: z.number().int().nonnegative(),
      /** Older backups that retention removed. */
      pruned: z.number().int().nonnegative(),
    }),
    { enters: ['backup'], shows: 'nothing', proof: 'none', changes: ['backups'] },
  ),
  /** Opens a backup and checks all of it, as a restore would; changes nothing. */
  'backup.test': route(
    ['admin'],
    openBackupSchema,
    z.strictObject({
      rows: z.number().int().nonnegative(),
      tables: z.number().int().nonnegative(),
      createdAt: z.number().int().nonnegative(),
    }),
    { enters: ['backup-test'], ...BY_OWN_PIN, changes: ['backups'] },
  ),
  'backup.look': route(['admin'], openBackupSchema, restoreLookSchema, {
    enters: 'preparation',
    ...BY_OWN_PIN,
  }),
  /** Replaces the present store by a backup; ends the session. `keptAs` is the folder name of the replaced store. */
  'backup.restore': route(
    ['admin'],
    openBackupSchema.extend({
      words: wordsSchema,
      /** Needed for a backup older than a change of tier keys: its values are resealed. */
      supervisor: proofSchema.optional(),
    }),
    z.strictObject({ createdAt: z.number().int().nonnegative(), keptAs: z.string().max(40) }),
    { enters: [...RESTORED], shows: 'nothing', proof: 'both', changes: ['backups'] },
  ),
  'backup.cancel': route(['admin'], nothing, nothing, PREPARATION),
  /** For a store that does not open: finds the newest intact backup in the configured folder (`folderId` null) or a picked one. */
  'repair.find': route(
    'locked',
    z.strictObject({ folderId: fileIdSchema.nullable() }),
    z.strictObject({
      folder: z.string().max(4096).nullable(),
      backup: z
        .strictObject({ name: backupNameSchema, createdAt: z.number().int().nonnegative() })
        .nullable(),
    }),
    SIGNED_OUT,
  ),
  /** Replaces the damaged store by a backup, with the PIN of an admin who has a slot in the header. */
  'repair.restore': route(
    'locked',
    openBackupSchema.extend({ slotId: slotIdSchema, words: wordsSchema }),
    z.strictObject({ createdAt: z.number().int().nonnegative(), keptAs: z.string().max(40) }),
    { enters: [...RESTORED], ...BY_OWN_PIN },
  ),
};
