/** What screens are shown of backup. */
import { z } from 'zod';
import { enumOf, timeSchema } from '../schemas.ts';
import { BACKUP_AGES, BACKUP_OPENERS, BACKUP_STATES, BACKUP_WARNINGS } from './lists.ts';

/** The folder of one backup. */
export const backupNameSchema = z.string().regex(/^RV-\d{8}-\d{6}$/);

/** Of the day, by the clock on the wall. */
export const backupHourSchema = z.number().int().min(0).max(23);

export const backupViewSchema = z.strictObject({
  settings: z.strictObject({
    folder: z.string().max(4096).nullable(),
    on: z.boolean(),
    hour: backupHourSchema,
  }),
  warning: enumOf(BACKUP_WARNINGS).nullable(),
  /** The one that is listed; null before one was chosen. */
  folder: z
    .strictObject({
      path: z.string().max(4096),
      isThere: z.boolean(),
      /** As the vault itself; null where that cannot be told. */
      sameDisk: z.boolean().nullable(),
      bytesFree: z.number().nonnegative().nullable(),
    })
    .nullable(),
  /** About what the next one will take. */
  bytesNeeded: z.number().int().nonnegative(),
  made: z.strictObject({ at: timeSchema, name: z.string().max(40).nullable() }).nullable(),
  /** Of the last try, where that failed. */
  failedAt: timeSchema.nullable(),
  tested: z.strictObject({ at: timeSchema, name: z.string().max(40).nullable(), ok: z.boolean() }).nullable(),
  /** Newest first. */
  backups: z
    .array(
      z.strictObject({
        name: backupNameSchema,
        state: enumOf(BACKUP_STATES),
        createdAt: timeSchema.nullable(),
        bytes: z.number().int().positive().nullable(),
        estateName: z.string().max(60).nullable(),
        opensBy: enumOf(BACKUP_OPENERS).nullable(),
      }),
    )
    .max(200),
  /** What earlier restores took the place of, by folder, newest first. */
  kept: z.array(z.string().max(40)).max(1000),
});
export type BackupView = z.infer<typeof backupViewSchema>;

/** What a restore would do, before it is done. */
export const restoreLookSchema = z.strictObject({
  createdAt: timeSchema,
  age: enumOf(BACKUP_AGES),
  entriesSince: z.number().int().nonnegative(),
  people: z.strictObject({ present: z.number().int().nonnegative(), backup: z.number().int().nonnegative() }),
  bytesNeeded: z.number().int().nonnegative(),
  bytesFree: z.number().nonnegative(),
  /** Its values are sealed to the tier keys of today. */
  sameKeys: z.boolean(),
});
export type RestoreLook = z.infer<typeof restoreLookSchema>;
