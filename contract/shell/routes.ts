/** Schemas of main's own routes and events (ipcMain), and of the settings. */
import { z } from 'zod';
import { ERROR_CODES } from '../errors.ts';
import { DISCLOSED_FILE_NAMES } from '../disclosures/lists.ts';
import { fileIdSchema, slotIdSchema } from '../ids.ts';
import { LOG_EXPORT_FORMATS } from '../log-export/lists.ts';
import { PAPER_KINDS, PDF_KINDS } from '../paper.ts';
import { PRINT_PAPER_NAMES } from '../print/lists.ts';
import type { ShellEventName, ShellRouteName } from '../route-names.ts';
import { TOUR_TASKS } from '../practice/lists.ts';
import { enumOf, nothing } from '../schemas.ts';
import { LOCK_REASONS } from '../sign-in/lock-reasons.ts';
import { deskBoardSchema } from '../sign-in/views.ts';
import { lastUpdateSchema } from '../updates/views.ts';
import { LANGUAGES, THEMES, ZOOMS } from './settings.ts';

/** Settings of this installation. */
export const settingsSchema = z.strictObject({
  language: z.enum(LANGUAGES),
  theme: z.enum(THEMES),
  /** Seconds without input in our own window before the vault locks. */
  idleSeconds: z.number().int().min(30).max(600),
  zoom: z.literal(ZOOMS),
  /** Privacy mode: the visitor can see this monitor, so only what they may see is shown. */
  privacy: z.boolean(),
  /** The checklist of the first day was put away, for good. */
  firstDayPutAway: z.boolean(),
  /** A practice vault was opened once on this computer; main says so. */
  practised: z.boolean(),
  /** Who signed in last: the lock screen begins with them. */
  lastSlot: slotIdSchema.nullable(),
});
export type Settings = z.infer<typeof settingsSchema>;

/** How far the guided tour of the practice vault has come, and whether its panel is shown. */
export const tourSchema = z.strictObject({
  done: z
    .array(z.enum(TOUR_TASKS))
    .max(TOUR_TASKS.length)
    .refine((tasks) => new Set(tasks).size === tasks.length),
  shown: z.boolean(),
});
export type Tour = z.infer<typeof tourSchema>;

/** `of`, `format`: what the dialog proposes as its name. `folder`: for backups and copies of the log, empty or not. */
const pickedForSchema = z.discriminatedUnion('use', [
  z.strictObject({ use: z.enum(['workbook', 'rejects', 'folder', 'sweep-folder', 'attachment']) }),
  z.strictObject({ use: z.literal('log-export'), format: z.enum(LOG_EXPORT_FORMATS) }),
  z.strictObject({ use: z.literal('pdf'), of: z.enum(PDF_KINDS) }),
  z.strictObject({ use: z.literal('disclosure'), of: enumOf(DISCLOSED_FILE_NAMES) }),
]);
/** Purpose for which a file or a folder is picked. */
export type PickedFor = z.infer<typeof pickedForSchema>;

/** Request schema and reply schema of each shell route. */
export const SHELL_ROUTES = {
  /**
   * Locks. The lock screen starts with `next`, the slot that takes over, or with `repair`, restoring damaged
   * records from a backup.
   */
  lock: {
    request: z.strictObject({ next: slotIdSchema.optional(), repair: z.literal(true).optional() }),
    reply: nothing,
  },
  activity: { request: nothing, reply: nothing },
  /** Picks a file or a folder in a dialog, which the vault reads or writes for that use alone. Null where the user cancels. */
  pickFile: {
    request: pickedForSchema,
    reply: z.strictObject({
      file: z.strictObject({ fileId: fileIdSchema, fileName: z.string().max(260) }).nullable(),
    }),
  },
  readSettings: { request: nothing, reply: settingsSchema },
  writeSettings: { request: settingsSchema.partial(), reply: settingsSchema },
  /**
   * Prints a paper of the vault's, laid out on a page of its own: nothing of the page that asks. `done` is false
   * where the user cancels and where the vault has no such paper. What is printed passes through main; this is the
   * named exception.
   */
  printSheet: {
    request: z.strictObject({
      paper: z.enum(PAPER_KINDS),
      /** Of the paper in the printer, where it is not the usual one. */
      size: enumOf(PRINT_PAPER_NAMES).optional(),
    }),
    reply: z.strictObject({ done: z.boolean() }),
  },
  /** The same for the recovery sheet as a PDF file. */
  saveSheet: { request: nothing, reply: z.strictObject({ fileName: z.string().max(260).nullable() }) },
  /**
   * Puts a revealed value into the clipboard for some seconds, within five of the vault's entry of it. The second named exception to the rule that main
   * is sent no value: the clipboard is main's, whoever writes to it. `copied`: false where the vault has announced nothing.
   */
  copyValue: {
    request: z.strictObject({ text: z.string().min(1).max(2_000) }),
    reply: z.strictObject({ copied: z.boolean() }),
  },
  /** Reads the keychain again and starts a new vault process without keys. */
  restartVault: { request: nothing, reply: nothing },
  /**
   * Locks the real vault and opens the practice vault, which is made first where there is none. Each start of the
   * application begins at the real vault.
   */
  enterPractice: { request: nothing, reply: nothing },
  /** Locks the practice vault, keeps it, and returns to the real one. */
  leavePractice: { request: nothing, reply: nothing },
  /** Removes the practice vault with its keychain items, open or not, and returns to the real one. */
  discardPractice: { request: nothing, reply: nothing },
  /** Remembers the guided tour beside the practice vault; nothing where that is not open. */
  keepTour: { request: tourSchema, reply: nothing },
  appInfo: {
    request: nothing,
    reply: z.strictObject({
      version: z.string(),
      electron: z.string(),
      forRealData: z.boolean(),
      /** Since the runtime was released; null where that is not known. */
      runtimeDays: z.number().int().nonnegative().nullable(),
      osLockWatched: z.boolean(),
      /** Whether other programs of the same user are kept out of the memory of main and vault. */
      memoryGuarded: z.boolean(),
      /**
       * Board of the previous vault process, so that the lock screen shows before the new process is ready;
       * null before the first.
       */
      desk: deskBoardSchema.nullable(),
      /** The slot that takes over, until somebody signs in. */
      next: slotIdSchema.nullable(),
      /** The lock was requested to repair damaged records; until somebody signs in. */
      repair: z.boolean(),
      /** The last session ended with a key change that the next sign-in finishes. */
      unfinished: z.boolean(),
      /** What became of an update of the program since it ran last; null of every other start. */
      lastUpdate: lastUpdateSchema.nullable(),
      /** The practice vault is open; null where it is the real one. */
      practice: z
        .strictObject({
          /** It is still being made: nobody can sign in yet. */
          making: z.boolean(),
          /** Why it was locked last while somebody was signed in. */
          lastLock: z.enum(LOCK_REASONS).nullable(),
          tour: tourSchema,
        })
        .nullable(),
    }),
  },
} as const satisfies Record<ShellRouteName, { request: z.ZodType; reply: z.ZodType }>;
export type ShellRequest<N extends ShellRouteName> = z.infer<(typeof SHELL_ROUTES)[N]['request']>;

export type ShellReply<N extends ShellRouteName> = z.infer<(typeof SHELL_ROUTES)[N]['reply']>;

/** Payload schema of each event of main. */
const SHELL_EVENTS = {
  /** When the idle lock comes without further input, in milliseconds since 1970; null while locked. */
  idleDeadline: z.strictObject({ at: z.number().nullable() }),
  idleWarning: z.strictObject({ at: z.number() }),
  /** Nobody was there while long work ran: nothing but its progress is to be seen until the lock. */
  covered: z.strictObject({}),
  /** How far the practice vault is made, in steps; `failure`: why it could not be made. */
  practiceMaking: z.strictObject({
    done: z.number().int().nonnegative(),
    total: z.number().int().positive(),
    failure: enumOf(ERROR_CODES).nullable(),
  }),
} as const satisfies Record<ShellEventName, z.ZodType>;
export type ShellEvent<N extends ShellEventName> = z.infer<(typeof SHELL_EVENTS)[N]>;
