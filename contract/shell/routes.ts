/** Main's own few routes and events (ipcMain), and the settings that they carry. */
import { z } from 'zod';
import { fileIdSchema, slotIdSchema } from '../ids.ts';
import type { ShellEventName, ShellRouteName } from '../route-names.ts';
import { nothing } from '../schemas.ts';
import { deskBoardSchema } from '../sign-in/views.ts';
import { LANGUAGES, THEMES, ZOOMS } from './settings.ts';

export type Language = (typeof LANGUAGES)[number];

export const settingsSchema = z.strictObject({
  language: z.enum(LANGUAGES),
  theme: z.enum(THEMES),
  /** Seconds without input in our own window before the vault locks. */
  idleSeconds: z.number().int().min(30).max(600),
  zoom: z.literal(ZOOMS),
  /** The visitor sees this monitor: only what they may see is on it. */
  privacy: z.boolean(),
});
export type Settings = z.infer<typeof settingsSchema>;

export const SHELL_ROUTES = {
  /** What the lock screen that follows begins with: `next`, who takes over, or `repair`, the backup that takes the place of damaged records. */
  lock: {
    request: z.strictObject({ next: slotIdSchema.optional(), repair: z.literal(true).optional() }),
    reply: nothing,
  },
  activity: { request: nothing, reply: nothing },
  pickWorkbook: {
    request: nothing,
    reply: z.strictObject({
      file: z.strictObject({ fileId: fileIdSchema, fileName: z.string().max(260) }).nullable(),
    }),
  },
  /** Where the rows that were not taken are to be written; the vault writes there. */
  pickRejects: {
    request: nothing,
    reply: z.strictObject({
      file: z.strictObject({ fileId: fileIdSchema, fileName: z.string().max(260) }).nullable(),
    }),
  },
  /** A folder for backups, or one in which some lie. */
  pickBackupFolder: {
    request: nothing,
    reply: z.strictObject({
      file: z.strictObject({ fileId: fileIdSchema, fileName: z.string().max(260) }).nullable(),
    }),
  },
  readSettings: { request: nothing, reply: settingsSchema },
  writeSettings: { request: settingsSchema.partial(), reply: settingsSchema },
  /** Prints or saves the page now shown, with its print style: the recovery sheet. A named exception: it passes through main. */
  printSheet: { request: nothing, reply: z.strictObject({ done: z.boolean() }) },
  saveSheet: { request: nothing, reply: z.strictObject({ fileName: z.string().max(260).nullable() }) },
  /** Reads the keychain anew and starts a fresh, keyless vault process. */
  restartVault: { request: nothing, reply: nothing },
  appInfo: {
    request: nothing,
    reply: z.strictObject({
      version: z.string(),
      electron: z.string(),
      forRealData: z.boolean(),
      osLockWatched: z.boolean(),
      /** As the vault before this one left it, so that the lock screen is there before the fresh vault process is; null before the first. */
      desk: deskBoardSchema.nullable(),
      /** Who was said to take over, until somebody signs in. */
      next: slotIdSchema.nullable(),
      /** The lock was asked for to repair damaged records, until somebody signs in. */
      repair: z.boolean(),
      /** The last session ended with a change of keys that is made and not finished: the next sign-in does it. */
      unfinished: z.boolean(),
    }),
  },
} as const satisfies Record<ShellRouteName, { request: z.ZodType; reply: z.ZodType }>;
export type ShellRequest<N extends ShellRouteName> = z.infer<(typeof SHELL_ROUTES)[N]['request']>;

export type ShellReply<N extends ShellRouteName> = z.infer<(typeof SHELL_ROUTES)[N]['reply']>;

export const SHELL_EVENTS = {
  /** When the idle lock falls, if nothing is touched; null while locked. Milliseconds since the epoch. */
  idleDeadline: z.strictObject({ at: z.number().nullable() }),
  idleWarning: z.strictObject({ at: z.number() }),
} as const satisfies Record<ShellEventName, z.ZodType>;
export type ShellEvent<N extends ShellEventName> = z.infer<(typeof SHELL_EVENTS)[N]>;
