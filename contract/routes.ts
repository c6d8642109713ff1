/** Every route once: who may call it, what goes in, what comes out. The router knows no other. */
import { z } from 'zod';
import type { Role } from './fields.ts';
import { BACKUP_PHASES, BACKUP_WARNINGS } from './backup.ts';
import { ENDING_KINDS, FIELDS, SEALED_TIERS } from './fields.ts';
import { toOneLine } from './one-line.ts';
import type { RouteName, ShellEventName, ShellRouteName, VaultEventName } from './route-names.ts';
import { newRecordSchema, recordChangesSchema, roomChangesSchema } from './records.ts';
import { LONGEST_PATTERN, MOST_PATTERNS } from './room-patterns.ts';
import { IMPORT_ANSWERS, MOST_HEADER_ROW, REJECT_REASONS } from './import-lists.ts';
import { KEYS_OF_LEAVERS, ROTATED_KEYS, ROTATION_PHASES, THEFT_STEPS } from './key-rotation.ts';
import { ALARMS } from './alarms.ts';
import { logCheckSchema } from './log/check.ts';
import { logEntryViewSchema } from './log/entries.ts';
import { SEARCH_KINDS } from './search-kinds.ts';
import { LANGUAGES, THEMES, ZOOMS } from './settings.ts';
import { MOST_BACKUPS } from './backup.ts';
import { FEWEST_GLASS_WORDS } from './tasks.ts';
import { VERIFY_KINDS } from './verify-kinds.ts';
import { MOST_AT_RECOVERY, PIN_PROBLEMS } from './staff-lists.ts';
import {
  anyOrdinalSchema,
  backupHourSchema,
  backupNameSchema,
  backupViewSchema,
  columnTargetSchema,
  dateSchema,
  deskBoardSchema,
  fieldIdSchema,
  fileIdSchema,
  glassEventSchema,
  glassIdSchema,
  idTypeSchema,
  importPlanSchema,
  importResultSchema,
  importRunSchema,
  keysViewSchema,
  maskedPersonRowSchema,
  maskedPersonSchema,
  maskPolicySchema,
  mergeViewSchema,
  noteIdSchema,
  noteOutcomeSchema,
  noteViewSchema,
  ownSealedFieldIdSchema,
  patternTrialSchema,
  personIdSchema,
  personKindSchema,
  planIdSchema,
  policyViewSchema,
  reasonSchema,
  recordIdSchema,
  recordKindSchema,
  recoveryLookSchema,
  recoverySheetSchema,
  recoveryViewSchema,
  relationSchema,
  replacedValueSchema,
  restoreLookSchema,
  revealableFieldIdSchema,
  revealedFieldSchema,
  roleSchema,
  roomCheckSchema,
  roomHitSchema,
  roomIdSchema,
  rowIdSchema,
  roomViewSchema,
  searchReplySchema,
  sexSchema,
  shiftSheetSchema,
  signedInSchema,
  slotIdSchema,
  staffIdSchema,
  staffViewSchema,
  switchedFieldsSchema,
  taskIdSchema,
  undoCheckSchema,
  undoResultSchema,
  vaultStatusSchema,
  theftViewSchema,
  workbookSheetSchema,
} from './views.ts';

/**
 * When a route answers: `any` always, `no-vault` before set-up, `locked` while nobody is signed in, `closed` then too and where nobody can
 * sign in, `signed-out` in all of these, else the roles that may call it while signed in. Advisory only; keys enforce what a role can open.
 */
export type Access = 'any' | 'no-vault' | 'locked' | 'closed' | 'signed-out' | readonly Role[];

interface Route<
  Allowed extends Access = Access,
  Request extends z.ZodType = z.ZodType,
  Reply extends z.ZodType = z.ZodType,
> {
  readonly access: Allowed;
  readonly request: Request;
  readonly reply: Reply;
}

const route = <const Allowed extends Access, Request extends z.ZodType, Reply extends z.ZodType>(
  access: Allowed,
  request: Request,
  reply: Reply,
): Route<Allowed, Request, Reply> => ({ access, request, reply });

const EVERYONE = ['receptionist', 'supervisor', 'admin'] as const;
const DESK = ['receptionist', 'supervisor'] as const;
const OVERSIGHT = ['supervisor', 'admin'] as const;

const nothing = z.strictObject({});
/** A PIN as typed: any printable text, so that a supervisor may use words. */
export const pinSchema = z.string().min(1).max(64);
/** Words that somebody types and that a list shows later, as one line of visible text; `least` and `most` are counted in that. */
const lineSchema = (least: number, most: number) =>
  z.string().transform(toOneLine).pipe(z.string().min(least).max(most));
const staffNameSchema = lineSchema(1, 30);
const ticketSchema = lineSchema(0, 60);
const proofSchema = z.strictObject({ slotId: slotIdSchema, pin: pinSchema });
/** Why, in the words of the list; `other` and `emergency` need words of their own, checked by the vault. */
const whySchema = z.strictObject({
  reason: reasonSchema,
  words: lineSchema(0, 120).optional(),
  ticket: ticketSchema.optional(),
});

const glassWordsSchema = lineSchema(FEWEST_GLASS_WORDS, 120);
/** A page of the notes on a record. */
export const NOTES_AT_ONCE = 20;
/** More than a desk can leave unread; those beyond it follow as these are acknowledged. */
export const MOST_GLASS_OPEN = 200;

/** Needed as soon as a sealed value changes. */
const changeProofSchema = z
  .strictObject({ pin: pinSchema, why: whySchema, cosigner: proofSchema.optional() })
  .optional();
const versionSchema = z.number().int().positive();

/** Who stands behind a change of staff beside the admin: a supervisor, another admin, or the recovery sheet as typed from the paper. */
const secondSchema = z.union([proofSchema, z.strictObject({ sheet: z.string().min(1).max(200) })]);
export type Second = z.infer<typeof secondSchema>;

/** Two groups of a sheet, typed back from the paper. */
const sheetAnswersSchema = z.tuple([z.string().max(16), z.string().max(16)]);

const tiersSchema = z
  .array(z.enum(SEALED_TIERS))
  .min(1)
  .max(SEALED_TIERS.length)
  .refine((tiers) => new Set(tiers).size === tiers.length);
const byteCountSchema = z.number().int().nonnegative();

const newStaffSchema = z.strictObject({ name: staffNameSchema, pin: pinSchema });

const checkPinSchema = z.strictObject({
  role: roleSchema,
  pin: z.string().max(64),
  name: z.string().max(60),
});
const pinProblemsSchema = z.strictObject({
  problems: z.array(z.enum(PIN_PROBLEMS)).max(PIN_PROBLEMS.length),
});
/** Somebody of the roster by their id, whose name and role then stay, or somebody new. */
const personThereSchema = z.strictObject({
  staffId: staffIdSchema.nullable(),
  name: staffNameSchema,
  role: roleSchema,
  twoRoles: z.boolean(),
  pin: pinSchema,
});

const sealedValueSchema = z.strictObject({
  field: ownSealedFieldIdSchema,
  value: z.string().trim().min(1).max(2000),
});
const sealedChangeSchema = z.strictObject({
  field: ownSealedFieldIdSchema,
  ordinal: anyOrdinalSchema,
  /** null removes the value; the old one stays sealed for 30 days. */
  value: z.string().trim().min(1).max(2000).nullable(),
});
const roomOfPersonSchema = z.strictObject({
  text: z.string().trim().min(1).max(60),
  relation: relationSchema,
});

/** How this person's name is read, where that is not as a dictionary has it: a syllable for each character. */
const pinyinSchema = z.string().trim().min(1).max(400);

export const personDraftSchema = z.strictObject({
  kind: personKindSchema,
  name: z.string().trim().min(1).max(100),
  pinyin: pinyinSchema.optional(),
  sex: sexSchema,
  idType: idTypeSchema.nullable(),
  rooms: z.array(roomOfPersonSchema).max(20),
  plates: z.array(z.string().trim().min(1).max(12)).max(10),
  sealed: z.array(sealedValueSchema).max(20),
});
export type PersonDraft = z.infer<typeof personDraftSchema>;

export const personChangesSchema = z.strictObject({
  name: z.string().trim().min(1).max(100).optional(),
  /** null takes it away. A new name takes it away too, unless it comes with one. */
  pinyin: pinyinSchema.nullable().optional(),
  sex: sexSchema.optional(),
  idType: idTypeSchema.nullable().optional(),
  /** The whole list of rooms as it is to be. */
  rooms: z.array(roomOfPersonSchema).max(20).optional(),
  /** Plates to add and ordinals to remove; an existing plate is never sent to the screen to be sent back. */
  addPlates: z.array(z.string().trim().min(1).max(12)).max(10).optional(),
  removePlates: z.array(anyOrdinalSchema).max(10).optional(),
  sealed: z.array(sealedChangeSchema).max(20).optional(),
});
export type PersonChanges = z.infer<typeof personChangesSchema>;

/** In the order in which they are tried. Longer than a pattern may be, so that the vault can say so. */
const patternsSchema = z
  .array(
    z
      .string()
      .trim()
      .min(1)
      .max(2 * LONGEST_PATTERN),
  )
  .max(MOST_PATTERNS);

const sheetMappingSchema = z.strictObject({
  sheet: z.string().max(100),
  /** 0: no row is the header, the first one is data. */
  headerRow: z.number().int().nonnegative(),
  columns: z
    .array(z.strictObject({ index: z.number().int().nonnegative(), target: columnTargetSchema }))
    .max(200),
});
export type SheetMapping = z.infer<typeof sheetMappingSchema>;

/** Who is meant by the rows of which it had to be asked. `rest` is the answer for all that are not named; `same` takes a single candidate only. */
const importAnswersSchema = z.strictObject({
  rest: z.enum(IMPORT_ANSWERS),
  rows: z
    .array(
      z.strictObject({
        question: z.number().int().nonnegative(),
        answer: z.enum(IMPORT_ANSWERS),
        option: z.number().int().min(0).max(4),
      }),
    )
    .max(500),
});
export type ImportAnswers = z.infer<typeof importAnswersSchema>;

/** The sheet as typed, for a backup that the PIN alone does not open here. */
const openBackupSchema = z.strictObject({
  folderId: fileIdSchema.nullable(),
  name: backupNameSchema,
  pin: pinSchema,
  sheet: z.string().min(1).max(400).optional(),
});

export const ROUTES = {
  'vault.status': route('any', nothing, vaultStatusSchema),

  'setup.checkPin': route('no-vault', checkPinSchema, pinProblemsSchema),
  'setup.begin': route(
    'no-vault',
    z.strictObject({
      estateName: lineSchema(1, 60),
      admin: newStaffSchema,
      supervisor: newStaffSchema,
      receptionist: newStaffSchema,
      /** One person in both roles: two slots, two PINs; allowed, warned about, flagged in the roster. */
      adminIsSupervisor: z.boolean(),
    }),
    recoverySheetSchema,
  ),
  'setup.finish': route('no-vault', z.strictObject({ answers: sheetAnswersSchema }), vaultStatusSchema),
  'setup.cancel': route('no-vault', nothing, nothing),

  /** What can be done without anybody's PIN. */
  'recovery.look': route('closed', nothing, recoveryLookSchema),
  /** Whether a line of the sheet was copied right: by its own checksum, which tells nothing of whose sheet it is. */
  'recovery.checkLine': route(
    'signed-out',
    z.strictObject({ line: z.number().int().min(1).max(4), text: z.string().max(64) }),
    z.strictObject({ right: z.boolean() }),
  ),
  /** Opens the vault by its sheet, as typed or as a scanner reads it. Nothing is written. */
  'recovery.begin': route('closed', z.strictObject({ sheet: z.string().max(400) }), recoveryViewSchema),
  'recovery.checkPin': route('closed', checkPinSchema, pinProblemsSchema),
  /** Makes the keys of whoever is at the desk, and another sheet, which is shown. Nothing is written. */
  'recovery.prepare': route(
    'closed',
    z.strictObject({ people: z.array(personThereSchema).min(2).max(MOST_AT_RECOVERY) }),
    recoverySheetSchema,
  ),
  'recovery.finish': route(
    'closed',
    z.strictObject({ answers: z.tuple([z.string().max(16), z.string().max(16)]) }),
    z.strictObject({ status: vaultStatusSchema, keptAs: z.string().max(60) }),
  ),
  /** Forgets the sheet; where a backup was laid for it, takes that away again. */
  'recovery.cancel': route('signed-out', nothing, nothing),
  /** On a computer without a vault: what lies in a folder of backups that was picked. */
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
        .max(MOST_BACKUPS),
    }),
  ),
  /** Lays one of them by its sheet and opens it, as `recovery.begin` opens what is there. */
  'recovery.layBackup': route(
    'no-vault',
    z.strictObject({ folderId: fileIdSchema, name: backupNameSchema, sheet: z.string().max(400) }),
    recoveryViewSchema,
  ),
  /** The header before, where the present one is damaged or missing, which is kept under another name. */
  'recovery.usePreviousHeader': route('closed', nothing, vaultStatusSchema),

  'session.unlock': route(
    'locked',
    proofSchema,
    z.strictObject({
      signedIn: signedInSchema,
      /** Wrong tries on this slot since its last right PIN. */
      wrongTries: z.number().int().nonnegative(),
      alarms: z.array(z.enum(ALARMS)).max(ALARMS.length),
    }),
  ),
  'session.alarms': route(
    EVERYONE,
    nothing,
    z.strictObject({ alarms: z.array(z.enum(ALARMS)).max(ALARMS.length) }),
  ),
  'session.acknowledge': route(
    ['supervisor'],
    z.strictObject({ words: lineSchema(4, 120), pin: pinSchema }),
    nothing,
  ),

  /** `only` asks for more of one kind of match. */
  'people.search': route(
    EVERYONE,
    z.strictObject({ text: z.string().max(100), only: z.enum(SEARCH_KINDS).optional() }),
    searchReplySchema,
  ),
  /** The next fifty of the search that was made last, of its one kind. */
  'people.searchNext': route(
    EVERYONE,
    z.strictObject({ next: z.number().int().positive() }),
    searchReplySchema,
  ),
  /** Whose whole ID number it is; a supervisor's PIN lets the number be compared. */
  'people.findById': route(
    DESK,
    z.strictObject({ idNumber: z.string().trim().min(15).max(40), supervisor: proofSchema }),
    z.strictObject({ rows: z.array(maskedPersonRowSchema).max(50) }),
  ),
  'people.open': route(EVERYONE, z.strictObject({ personId: personIdSchema }), maskedPersonSchema),
  'people.reveal': route(
    EVERYONE,
    z.strictObject({
      personId: personIdSchema,
      field: revealableFieldIdSchema,
      ordinal: anyOrdinalSchema,
      /** For the field `note`: of the room that the person lives in, instead of the note at `ordinal`. */
      roomNote: noteIdSchema.optional(),
      why: whySchema,
      pin: pinSchema,
      cosigner: proofSchema.optional(),
    }),
    revealedFieldSchema,
  ),
  'people.openFull': route(
    DESK,
    z.strictObject({
      personId: personIdSchema,
      why: whySchema,
      supervisor: proofSchema,
      /** For the reason `authority`, and then needed: who asks, what for, and the fields that they are to see. */
      extract: z
        .strictObject({
          authority: lineSchema(2, 60),
          purpose: lineSchema(2, 100),
          fields: z.array(revealableFieldIdSchema).min(1).max(40),
        })
        .optional(),
    }),
    z.strictObject({ fields: z.array(revealedFieldSchema).max(400) }),
  ),
  'people.verify': route(
    DESK,
    z.strictObject({
      personId: personIdSchema,
      kind: z.enum(VERIFY_KINDS),
      said: z.string().trim().min(1).max(100),
      pin: pinSchema,
      cosigner: proofSchema.optional(),
      /** For the log: what it is verified for, where a task is being done. */
      reason: reasonSchema.optional(),
    }),
    z.strictObject({ match: z.boolean(), triesLeft: z.number().int().min(0).max(3) }),
  ),
  'people.add': route(
    DESK,
    z.strictObject({ person: personDraftSchema, pin: pinSchema, cosigner: proofSchema.optional() }),
    maskedPersonSchema,
  ),
  'people.edit': route(
    DESK,
    z.strictObject({
      personId: personIdSchema,
      version: versionSchema,
      changes: personChangesSchema,
      proof: changeProofSchema,
    }),
    maskedPersonSchema,
  ),
  /** Somebody made sure today that a value is still right. */
  'people.confirm': route(
    DESK,
    z.strictObject({
      personId: personIdSchema,
      version: versionSchema,
      field: fieldIdSchema,
      ordinal: anyOrdinalSchema,
    }),
    maskedPersonSchema,
  ),
  'people.replaced': route(
    ['supervisor'],
    z.strictObject({ personId: personIdSchema }),
    z.strictObject({ values: z.array(replacedValueSchema).max(500) }),
  ),
  /** Puts a replaced value back in its place, unseen; what stands there now is replaced in its turn. */
  'people.restore': route(
    ['supervisor'],
    z.strictObject({
      personId: personIdSchema,
      version: versionSchema,
      valueId: rowIdSchema,
      pin: pinSchema,
      why: whySchema,
    }),
    maskedPersonSchema,
  ),
  /** Everything of `other` becomes of `personId`, whose name and own fields stay; `other` is no more. */
  'people.merge': route(
    ['supervisor'],
    z.strictObject({
      personId: personIdSchema,
      version: versionSchema,
      other: z.strictObject({ personId: personIdSchema, version: versionSchema }),
      /** They are one person though their ID numbers differ; the other's number is kept for 30 days. */
      idsMayDiffer: z.boolean(),
      pin: pinSchema,
      why: whySchema,
    }),
    maskedPersonSchema,
  ),
  /** What was merged into somebody within thirty days, each with what was edited since. */
  'people.merges': route(
    ['supervisor'],
    z.strictObject({ personId: personIdSchema }),
    z.strictObject({ merges: z.array(mergeViewSchema).max(20) }),
  ),
  /** Both are there again as they were; what was edited since stays with `personId` where that is wanted. */
  'people.undoMerge': route(
    ['supervisor'],
    z.strictObject({
      personId: personIdSchema,
      version: versionSchema,
      mergeId: rowIdSchema,
      keepEdited: z.boolean(),
      pin: pinSchema,
      why: whySchema,
    }),
    z.strictObject({ person: maskedPersonSchema, otherId: personIdSchema }),
  ),

  /** A record of somebody: where they live, a lease, a vehicle, a space, a renovation, a pet, a notice. */
  'records.add': route(
    DESK,
    z.strictObject({
      personId: personIdSchema,
      version: versionSchema,
      record: newRecordSchema,
      proof: changeProofSchema,
    }),
    maskedPersonSchema,
  ),
  'records.edit': route(
    DESK,
    z.strictObject({
      personId: personIdSchema,
      version: versionSchema,
      recordId: recordIdSchema,
      changes: recordChangesSchema,
      proof: changeProofSchema,
    }),
    maskedPersonSchema,
  ),
  /** Over from that day on, and kept; for a notice its consent is withdrawn. */
  'records.end': route(
    DESK,
    z.strictObject({
      personId: personIdSchema,
      version: versionSchema,
      kind: z.enum(ENDING_KINDS),
      recordId: recordIdSchema,
      on: dateSchema,
    }),
    maskedPersonSchema,
  ),
  /** It never was: for what was entered by mistake. Its sealed values go with it for good, which takes the proof that replacing them would. */
  'records.remove': route(
    DESK,
    z.strictObject({
      personId: personIdSchema,
      version: versionSchema,
      kind: recordKindSchema,
      recordId: recordIdSchema,
      proof: changeProofSchema,
    }),
    maskedPersonSchema,
  ),

  'rooms.find': route(
    EVERYONE,
    z.strictObject({ text: z.string().max(60) }),
    z.strictObject({ rooms: z.array(roomHitSchema).max(20), more: z.boolean() }),
  ),
  'rooms.open': route(EVERYONE, z.strictObject({ roomId: roomIdSchema }), roomViewSchema),
  /** The room that is written so, added where it is not known yet. */
  'rooms.add': route(DESK, z.strictObject({ text: z.string().trim().min(1).max(60) }), roomViewSchema),
  'rooms.edit': route(
    DESK,
    z.strictObject({
      roomId: roomIdSchema,
      version: z.number().int().nonnegative(),
      changes: roomChangesSchema,
    }),
    roomViewSchema,
  ),

  'rooms.patterns': route(['admin'], nothing, z.strictObject({ patterns: patternsSchema })),
  /** What would come of the patterns: of the examples, and of the rooms that there are. Nothing is written. */
  'rooms.tryPatterns': route(
    ['admin'],
    z.strictObject({ patterns: patternsSchema, examples: z.array(z.string().trim().min(1).max(60)).max(12) }),
    patternTrialSchema,
  ),
  'rooms.savePatterns': route(
    ['admin'],
    z.strictObject({ patterns: patternsSchema, pin: pinSchema }),
    z.strictObject({
      moved: z.number().int().nonnegative(),
      /** Rooms that would have become another room that there is, and stay what they were. */
      kept: z.number().int().nonnegative(),
    }),
  ),

  'import.open': route(
    DESK,
    z.strictObject({ fileId: fileIdSchema }),
    z.strictObject({ fileName: z.string().max(260), sheets: z.array(workbookSheetSchema).max(100) }),
  ),
  'import.preview': route(
    DESK,
    z.strictObject({
      fileId: fileIdSchema,
      sheets: z.array(sheetMappingSchema).min(1).max(100),
      supervisor: proofSchema,
    }),
    importPlanSchema,
  ),
  'import.apply': route(
    DESK,
    z.strictObject({ planId: planIdSchema, answers: importAnswersSchema, supervisor: proofSchema }),
    importResultSchema,
  ),
  'import.cancel': route(DESK, nothing, nothing),
  /** A sheet with another row as its header, or (0) with none. */
  'import.sheet': route(
    DESK,
    z.strictObject({
      fileId: fileIdSchema,
      sheet: z.string().max(100),
      headerRow: z.number().int().min(0).max(MOST_HEADER_ROW),
    }),
    workbookSheetSchema,
  ),
  /** How this layout was mapped before counts no more. */
  'import.forgetLayout': route(
    DESK,
    z.strictObject({
      fileId: fileIdSchema,
      sheet: z.string().max(100),
      headerRow: z.number().int().min(1).max(MOST_HEADER_ROW),
    }),
    workbookSheetSchema,
  ),
  /** Writes the rows that were not taken where the user chose, each with its reason in the words of the screen. */
  'import.saveRejects': route(
    DESK,
    z.strictObject({
      fileId: fileIdSchema,
      language: z.enum(LANGUAGES),
      words: z.record(z.enum(REJECT_REASONS), z.string().trim().min(1).max(200)),
      supervisor: proofSchema,
    }),
    z.strictObject({ rows: z.number().int().positive() }),
  ),
  /** Overwrites and removes the file that was imported, where it lies. */
  'import.dispose': route(
    DESK,
    z.strictObject({ fileId: fileIdSchema }),
    z.strictObject({
      /** Another name of the file (a hard link) is still there, with nothing of its content. */
      otherNames: z.boolean(),
    }),
  ),
  /** Newest first. */
  'import.list': route(
    DESK,
    z.strictObject({ before: z.number().int().positive().nullable() }),
    z.strictObject({ runs: z.array(importRunSchema).max(50), more: z.boolean() }),
  ),
  'import.checkUndo': route(DESK, z.strictObject({ importId: rowIdSchema }), undoCheckSchema),
  /** People and rooms edited since stay as they are, unless that is not wanted. */
  'import.undo': route(
    DESK,
    z.strictObject({
      importId: rowIdSchema,
      keepEdited: z.boolean(),
      supervisor: proofSchema,
    }),
    undoResultSchema,
  ),

  'log.list': route(
    OVERSIGHT,
    z.strictObject({
      before: z.number().int().positive().nullable(),
      limit: z.number().int().min(1).max(200),
    }),
    z.strictObject({ entries: z.array(logEntryViewSchema).max(200), more: z.boolean() }),
  ),
  'log.verify': route(OVERSIGHT, nothing, logCheckSchema),

  'tasks.checkRoom': route(DESK, z.strictObject({ text: z.string().trim().min(1).max(60) }), roomCheckSchema),
  /** Of a person, of a room, or of a person in a room. Words are sealed to the person, so that there have to be one. */
  'notes.add': route(
    DESK,
    z.strictObject({
      personId: personIdSchema.nullable(),
      roomId: roomIdSchema.nullable(),
      task: taskIdSchema,
      outcome: noteOutcomeSchema,
      words: z.string().trim().max(FIELDS.note.longest),
    }),
    z.strictObject({ noteId: noteIdSchema }),
  ),
  /** Newest first, before `before`; those of the person and those of the rooms that they live in. */
  'notes.list': route(
    EVERYONE,
    z.strictObject({ personId: personIdSchema, before: noteIdSchema.nullable() }),
    z.strictObject({ notes: z.array(noteViewSchema).max(NOTES_AT_ONCE), more: z.boolean() }),
  ),
  /** The contact fields of an emergency at once, with the own PIN and words that a supervisor will read. */
  'glass.break': route(
    DESK,
    z.strictObject({
      personId: personIdSchema,
      words: glassWordsSchema,
      ticket: ticketSchema.optional(),
      pin: pinSchema,
    }),
    z.strictObject({ fields: z.array(revealedFieldSchema).max(20) }),
  ),
  /** All that nobody has acknowledged, then the last that somebody has. */
  'glass.list': route(
    ['supervisor'],
    nothing,
    z.strictObject({
      open: z.array(glassEventSchema).max(MOST_GLASS_OPEN),
      seen: z.array(glassEventSchema).max(50),
    }),
  ),
  'glass.acknowledge': route(
    ['supervisor'],
    z.strictObject({ glassId: glassIdSchema, words: glassWordsSchema, pin: pinSchema }),
    nothing,
  ),
  'policy.read': route(OVERSIGHT, nothing, policyViewSchema),
  /** What is named is chosen, the rest stays. A mask that shows more again takes a supervisor. */
  'policy.change': route(
    ['admin'],
    z.strictObject({
      masks: maskPolicySchema.partial(),
      switchedOn: switchedFieldsSchema.optional(),
      words: z.string().trim().min(4).max(120),
      pin: pinSchema,
      supervisor: proofSchema.optional(),
    }),
    policyViewSchema,
  ),
  'policy.cancel': route(['admin'], nothing, nothing),

  /** One's own PIN; the keys behind it are made anew. */
  'staff.changePin': route(EVERYONE, z.strictObject({ pin: pinSchema, newPin: pinSchema }), nothing),
  /** What is wrong with a PIN, for the screen to say while it is typed. */
  'staff.checkPin': route(
    EVERYONE,
    z.strictObject({ role: roleSchema, pin: z.string().max(64), name: z.string().max(30) }),
    z.strictObject({ problems: z.array(z.enum(PIN_PROBLEMS)).max(PIN_PROBLEMS.length) }),
  ),
  'staff.list': route(['admin'], nothing, staffViewSchema),
  /** `newPin` is typed by its owner, at the desk. `twoRoles`: somebody of the list by that name takes another role as well. */
  'staff.add': route(
    ['admin'],
    z.strictObject({
      name: staffNameSchema,
      role: roleSchema,
      twoRoles: z.boolean(),
      newPin: pinSchema,
      pin: pinSchema,
      second: secondSchema,
    }),
    staffViewSchema,
  ),
  'staff.changeRole': route(
    ['admin'],
    z.strictObject({
      staffId: staffIdSchema,
      role: roleSchema,
      newPin: pinSchema,
      pin: pinSchema,
      second: secondSchema,
    }),
    staffViewSchema,
  ),
  /** A forgotten PIN: new keys, given like a new person's. It ends a wait and opens a closed slot. */
  'staff.reset': route(
    ['admin'],
    z.strictObject({ staffId: staffIdSchema, newPin: pinSchema, pin: pinSchema, second: secondSchema }),
    staffViewSchema,
  ),
  'staff.rename': route(
    ['admin'],
    z.strictObject({ staffId: staffIdSchema, name: staffNameSchema, pin: pinSchema }),
    staffViewSchema,
  ),
  /** They leave. A second is needed for who holds a root, where the admin holds none. */
  'staff.remove': route(
    ['admin'],
    z.strictObject({ staffId: staffIdSchema, pin: pinSchema, second: secondSchema.optional() }),
    staffViewSchema,
  ),
  /** Ends a wait, or opens a closed slot, of somebody who knows their PIN. */
  'staff.openSlot': route(
    ['admin'],
    z.strictObject({ staffId: staffIdSchema, pin: pinSchema, supervisor: proofSchema }),
    staffViewSchema,
  ),
  /** One's own shift so far: since the first sign-in after the last handover, 16 hours at most. */
  'shift.read': route(EVERYONE, nothing, shiftSheetSchema),
  /** Says who takes over. The screen then locks, and theirs is the name that the lock screen has chosen. */
  'shift.handOver': route(EVERYONE, z.strictObject({ next: slotIdSchema }), nothing),

  /** What is to be changed since somebody left or gave up a role, and by when; `by` is null where nothing is. */
  'keys.due': route(
    EVERYONE,
    nothing,
    z.strictObject({
      keys: z.array(z.enum(KEYS_OF_LEAVERS)).max(KEYS_OF_LEAVERS.length),
      by: z.number().int().nonnegative().nullable(),
      /** How many steps of the ceremony after a theft are left; null where none is under way. */
      theft: z.number().int().positive().max(THEFT_STEPS.length).nullable(),
    }),
  ),
  'keys.list': route(OVERSIGHT, nothing, keysViewSchema),
  /** What a rotation that writes the store anew needs and has, in bytes. */
  'keys.checkStoreKey': route(
    OVERSIGHT,
    nothing,
    z.strictObject({
      storeBytes: byteCountSchema,
      neededBytes: byteCountSchema,
      freeBytes: byteCountSchema,
      enough: z.boolean(),
    }),
  ),
  'keys.rotateStoreKey': route(
    ['admin'],
    z.strictObject({ pin: pinSchema }),
    z.strictObject({
      view: keysViewSchema,
      tables: z.number().int().positive(),
      rows: z.number().int().nonnegative(),
    }),
  ),
  'keys.rotateDeviceSecret': route(
    ['admin'],
    z.strictObject({ pin: pinSchema }),
    z.strictObject({ view: keysViewSchema }),
  ),
  /** By a supervisor and an admin, one of whom is signed in. */
  'keys.rotateTierKeys': route(
    OVERSIGHT,
    z.strictObject({ tiers: tiersSchema, pin: pinSchema, cosigner: proofSchema }),
    z.strictObject({
      view: keysViewSchema,
      values: z.number().int().nonnegative(),
      unreadable: z.number().int().nonnegative(),
    }),
  ),
  /** Another recovery sheet, which nothing knows until it is proved; in place of one that was begun before. */
  'keys.beginSheet': route(OVERSIGHT, nothing, recoverySheetSchema),
  /** With the sheet of before, typed in, the new one opens the backups that were made under it. */
  'keys.finishSheet': route(
    OVERSIGHT,
    z.strictObject({
      answers: sheetAnswersSchema,
      pin: pinSchema,
      cosigner: proofSchema,
      oldSheet: z.string().max(200).optional(),
    }),
    z.strictObject({ view: keysViewSchema }),
  ),
  /** Ends a rotation that has not come to its switch: it has then not been made. */
  'keys.cancel': route(OVERSIGHT, nothing, nothing),
  /** The ceremony after a theft of folder and keychain: what is left of it, by the roster and the log. */
  'theft.read': route(['admin'], nothing, theftViewSchema),
  /** By the admin who is signed in and a supervisor. From here on its steps are due. */
  'theft.begin': route(['admin'], z.strictObject({ pin: pinSchema, cosigner: proofSchema }), theftViewSchema),
  /** For somebody who is not there: no way in until they are given other keys at the desk. */
  'theft.shutOut': route(
    ['admin'],
    z.strictObject({ staffId: staffIdSchema, pin: pinSchema, cosigner: proofSchema }),
    theftViewSchema,
  ),
  /** When nothing else is left. */
  'theft.end': route(['admin'], nothing, theftViewSchema),
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
} as const satisfies Record<RouteName, Route>;

export type RouteRequest<N extends RouteName> = z.infer<(typeof ROUTES)[N]['request']>;
/** What a screen hands in: brands come from earlier replies, so input and output types are the same. */
export type RouteReply<N extends RouteName> = z.infer<(typeof ROUTES)[N]['reply']>;

/** Routes that a role of somebody signed in may call; the others answer before anybody is. */
export type SignedInRouteName = {
  [N in RouteName]: (typeof ROUTES)[N]['access'] extends readonly Role[] ? N : never;
}[RouteName];

/** A request larger than this, as JSON text, is refused before it is parsed. */
export const MOST_REQUEST_CHARACTERS = 64 * 1024;

export const VAULT_EVENTS = {
  'import.progress': z.strictObject({
    phase: z.enum(['reading', 'checking', 'writing', 'finishing', 'undoing']),
    done: z.number().int().nonnegative(),
    total: z.number().int().nonnegative(),
    secondsLeft: z.number().nonnegative().nullable(),
  }),
  'policy.progress': z.strictObject({
    done: z.number().int().nonnegative(),
    total: z.number().int().nonnegative(),
    secondsLeft: z.number().nonnegative().nullable(),
  }),
  /** `done` of `total` of the whole rotation. */
  'keys.progress': z.strictObject({
    key: z.enum(ROTATED_KEYS),
    phase: z.enum(ROTATION_PHASES),
    done: z.number().int().nonnegative(),
    total: z.number().int().nonnegative(),
    secondsLeft: z.number().nonnegative().nullable(),
  }),
  'backup.progress': z.strictObject({
    phase: z.enum(BACKUP_PHASES),
    done: z.number().int().nonnegative(),
    total: z.number().int().nonnegative(),
    secondsLeft: z.number().nonnegative().nullable(),
  }),
  'session.expiring': z.strictObject({ until: z.number().int() }),
  /** The store was found damaged: masks can still be looked at, and nothing else is done. */
  'session.readOnly': nothing,
} as const satisfies Record<VaultEventName, z.ZodType>;
export type VaultEvent<N extends VaultEventName> = z.infer<(typeof VAULT_EVENTS)[N]>;

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
