/** Reply schemas of the backup routes. */
import { z } from 'zod';
import { enumOf, timeSchema } from '../schemas.ts';
import { BACKUP_AGES, BACKUP_OPENERS, BACKUP_STATES, BACKUP_WARNINGS } from './lists.ts';

/** Folder name of one backup: `RV-` + date `YYYYMMDD` + `-` + time `HHMMSS`. */
export const backupNameSchema = z.string().regex(/^RV-\d{8}-\d{6}$/);

/** Hour of the day (0–23), local time. */
export const backupHourSchema = z.number().int().min(0).max(23);

/** All that the backup page shows; sizes in bytes. */
export const backupViewSchema = z.strictObject({
  settings: z.strictObject({
    folder: z.string().max(4096).nullable(),
    on: z.boolean(),
    hour: backupHourSchema,
  }),
  warning: enumOf(BACKUP_WARNINGS).nullable(),
  /** The folder that is listed; null before one was chosen. */
  folder: z
    .strictObject({
      path: z.string().max(4096),
      isThere: z.boolean(),
      /** Whether it is on the vault's own disk; null where that cannot be determined. */
      sameDisk: z.boolean().nullable(),
      bytesFree: z.number().nonnegative().nullable(),
    })
    .nullable(),
  /** Estimated size of the next backup. */
  bytesNeeded: z.number().int().nonnegative(),
  made: z.strictObject({ at: timeSchema, name: z.string().max(40).nullable() }).nullable(),
  /** Time of the last attempt, if that failed. */
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
  /** Folder names of the stores that earlier restores replaced, newest first. */
  kept: z.array(z.string().max(40)).max(1000),
});
export type BackupView = z.infer<typeof backupViewSchema>;

/** Preview of a restore; `entriesSince` counts log entries that it would set aside. */
export const restoreLookSchema = z.strictObject({
  createdAt: timeSchema,
  age: enumOf(BACKUP_AGES),
  entriesSince: z.number().int().nonnegative(),
  people: z.strictObject({ present: z.number().int().nonnegative(), backup: z.number().int().nonnegative() }),
  bytesNeeded: z.number().int().nonnegative(),
  bytesFree: z.number().nonnegative(),
  /** Its values are sealed to the present tier keys. */
  sameKeys: z.boolean(),
});
export type RestoreLook = z.infer<typeof restoreLookSchema>;
