/** What may cross from the vault to a screen. Masked by construction; RevealedField is the one exception. */
import { z } from 'zod';
import { BACKUP_AGES, BACKUP_OPENERS, BACKUP_STATES, BACKUP_WARNINGS } from './backup.ts';
import { ERROR_CODES } from './errors.ts';
import {
  BASES,
  FIELD_IDS,
  FIELDS,
  ID_TYPES,
  OWN_FIELD_IDS,
  OWN_SEALED_FIELD_IDS,
  PERSON_KINDS,
  PURPOSES,
  REASONS,
  RECORD_KINDS,
  RELATIONS,
  REVEALABLE_FIELD_IDS,
  ROLES,
  ROOM_STATUSES,
  SEALED_FIELD_IDS,
  SEXES,
  SPACE_KINDS,
  SWITCHED_FIELD_IDS,
  TIERS,
} from './fields.ts';
import type { PatternProblem } from './room-patterns.ts';
import { MOST_PATTERNS, PATTERN_PROBLEMS } from './room-patterns.ts';
import { MASK_LEVELS, POLICY_MASKS, POLICY_SETTINGS, SETTING_VALUES } from './policy.ts';
import type { MaskLevel, PolicyMask, PolicySetting, SettingValue } from './policy.ts';
import {
  CAR_PARTS,
  REJECT_REASONS,
  ROOM_PARTS,
  MOST_FIRST_CELLS,
  MOST_FIRST_ROWS,
  MOST_ROW_SPACES,
} from './import-lists.ts';
import { ROTATED_KEYS, ROTATION_ENDS, THEFT_STATES, THEFT_STEPS } from './key-rotation.ts';
import { SEARCH_KINDS } from './search-kinds.ts';
import { MOST_SHIFT_REVEALS, SHIFT_COUNTS } from './staff-lists.ts';
import type {
  FieldId,
  OwnFieldId,
  OwnSealedFieldId,
  RecordKind,
  RevealableFieldId,
  SealedFieldId,
} from './fields.ts';
import type { NoteOutcome, TaskId } from './tasks.ts';
import { NOTE_OUTCOMES, TASK_IDS } from './tasks.ts';

const enumOf = <T extends string>(values: readonly T[]) => z.enum(values as readonly [T, ...T[]]);

/** Of a row: desk · 2³² + counter, of which the vault holds 48 bits. */
export const rowIdSchema = z
  .number()
  .int()
  .positive()
  .max(2 ** 48 - 1);
/** Place among the values of a field or the records of a kind that a person has: desk · 2¹⁶ + counter. */
export const anyOrdinalSchema = z
  .number()
  .int()
  .min(0)
  .max(2 ** 32 - 1);
export const personIdSchema = rowIdSchema.brand<'PersonId'>();
export const roomIdSchema = rowIdSchema.brand<'RoomId'>();
/** 16 lower-case hexadecimal digits (64 random bits). */
export const slotIdSchema = z
  .string()
  .regex(/^[0-9a-f]{16}$/)
  .brand<'SlotId'>();
export const staffIdSchema = z
  .string()
  .regex(/^[0-9a-f]{16}$/)
  .brand<'StaffId'>();
/** Handed out by main for a file that the user picked; says nothing of its path. */
export const fileIdSchema = z
  .string()
  .regex(/^[0-9a-f]{32}$/)
  .brand<'FileId'>();
export const planIdSchema = z
  .string()
  .regex(/^[0-9a-f]{32}$/)
  .brand<'PlanId'>();

export type PersonId = z.infer<typeof personIdSchema>;
export type RoomId = z.infer<typeof roomIdSchema>;
export type SlotId = z.infer<typeof slotIdSchema>;
export type StaffId = z.infer<typeof staffIdSchema>;
export type FileId = z.infer<typeof fileIdSchema>;
export type PlanId = z.infer<typeof planIdSchema>;

export const fieldIdSchema = enumOf<FieldId>(FIELD_IDS);
export const sealedFieldIdSchema = enumOf<SealedFieldId>(SEALED_FIELD_IDS);
export const ownFieldIdSchema = enumOf<OwnFieldId>(OWN_FIELD_IDS);
/** What a form may seal: notes and records have routes of their own. */
export const ownSealedFieldIdSchema = enumOf<OwnSealedFieldId>(OWN_SEALED_FIELD_IDS);
export const revealableFieldIdSchema = enumOf<RevealableFieldId>(REVEALABLE_FIELD_IDS);
export const tierSchema = enumOf(TIERS);
export const relationSchema = enumOf(RELATIONS);
export const idTypeSchema = enumOf(ID_TYPES);
export const personKindSchema = enumOf(PERSON_KINDS);
export const sexSchema = enumOf(SEXES);
export const reasonSchema = enumOf(REASONS);
export const roleSchema = enumOf(ROLES);

/** Fields that are used only once they are turned on. */
export const switchedFieldsSchema = z.array(enumOf(SWITCHED_FIELD_IDS)).max(SWITCHED_FIELD_IDS.length);
export const recordKindSchema = enumOf(RECORD_KINDS);
/** A day of the calendar, `2026-01-31`; whether there is such a day the vault says. */
export const dateSchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** Longest text of a mask: no mask is longer than a masked name of 50 code points. */
export const maskSchema = z.string().max(220);
/** Milliseconds since 1970-01-01T00:00:00Z. */
const timeSchema = z.number().int().nonnegative();

/** The folder of one backup. */
export const backupNameSchema = z.string().regex(/^RV-\d{8}-\d{6}$/);
/** Of the day, by the clock on the wall. */
export const backupHourSchema = z.number().int().min(0).max(23);

export const deskPersonSchema = z.strictObject({
  slotId: slotIdSchema,
  displayName: z.string().max(60),
  role: roleSchema,
  /** Seconds until this slot may be tried again; 0 when it may be tried now. */
  waitSeconds: z.number().int().nonnegative(),
  closed: z.boolean(),
});
export type DeskPerson = z.infer<typeof deskPersonSchema>;

/** Who sits at this desk: what the lock screen shows, before the vault process has said more. Nothing of any resident. */
export const deskBoardSchema = z.strictObject({
  estateName: z.string().max(60),
  people: z.array(deskPersonSchema).max(200),
});
export type DeskBoard = z.infer<typeof deskBoardSchema>;

export const signedInSchema = z.strictObject({
  staffId: staffIdSchema,
  slotId: slotIdSchema,
  displayName: z.string().max(60),
  role: roleSchema,
  since: timeSchema,
  /** The session ends here whatever happens (12 h). */
  until: timeSchema,
  /** Fields that are used in this vault beyond the usual ones. */
  switchedOn: switchedFieldsSchema,
});
export type SignedIn = z.infer<typeof signedInSchema>;

export const vaultStatusSchema = z.strictObject({
  state: z.enum(['no-vault', 'locked', 'unlocked', 'refused']),
  /** Set when refused: why nothing can be tried. */
  problem: enumOf(ERROR_CODES).nullable(),
  estateName: z.string().max(60).nullable(),
  people: z.array(deskPersonSchema).max(200),
  signedIn: signedInSchema.nullable(),
  /** The store is damaged: what shows nothing but masks works, and nothing is written, opened or revealed. */
  readOnly: z.boolean(),
});
export type VaultStatus = z.infer<typeof vaultStatusSchema>;

/** Half-open ranges [start, end) of UTF-16 units in the text that is shown, so a highlight cannot point at a hidden character. */
export const rangesSchema = z
  .array(z.tuple([z.number().int().nonnegative(), z.number().int().nonnegative()]))
  .max(20);

export const maskedPersonRowSchema = z.strictObject({
  personId: personIdSchema,
  kind: personKindSchema,
  nameMask: maskSchema,
  phoneMask: maskSchema.nullable(),
  plateMask: maskSchema.nullable(),
  /** For people to read: 3栋 2单元 1801. */
  roomLabel: z.string().max(120).nullable(),
  relation: relationSchema.nullable(),
  /** They were found by this room and live there no more. */
  former: z.boolean(),
  matched: z.strictObject({
    name: rangesSchema,
    room: rangesSchema,
    phone: rangesSchema,
    plate: rangesSchema,
  }),
});
export type MaskedPersonRow = z.infer<typeof maskedPersonRowSchema>;

export const searchReplySchema = z.strictObject({
  groups: z
    .array(
      z.strictObject({
        kind: z.enum(SEARCH_KINDS),
        rows: z.array(maskedPersonRowSchema).max(50),
        /** There are more than the cap shows; nothing counts them. */
        more: z.boolean(),
      }),
    )
    .max(4),
  /** By what the next fifty are asked for, where one kind was asked for alone and goes on. Good once, until the next search. */
  next: z.number().int().positive().nullable(),
});
export type SearchReply = z.infer<typeof searchReplySchema>;

const patternReadingSchema = z.strictObject({
  text: z.string().max(60),
  /** The label by the built-in notations, and by the patterns. */
  usual: z.string().max(120),
  now: z.string().max(120),
});
export const patternTrialSchema = z.strictObject({
  /** What is wrong with each pattern, in their order. */
  problems: z.array(enumOf<PatternProblem>(PATTERN_PROBLEMS).nullable()).max(MOST_PATTERNS),
  readings: z.array(patternReadingSchema).max(12),
  /** Texts that the built-in notations understand as another room. */
  conflicts: z.array(patternReadingSchema).max(MOST_PATTERNS),
  /** Of the first rooms of the vault: how many become another label, how many cannot because there is such a room. */
  rooms: z.strictObject({
    looked: z.number().int().nonnegative(),
    moved: z.number().int().nonnegative(),
    kept: z.number().int().nonnegative(),
    samples: z.array(z.strictObject({ before: z.string().max(120), after: z.string().max(120) })).max(6),
  }),
});
export type PatternTrial = z.infer<typeof patternTrialSchema>;

/** An ID number of 15 digits that was widened to 18; a bank card whose check digit does not fit. */
export const VALUE_NOTES = ['old-id', 'card-check-digit'] as const;
export type KeptNote = (typeof VALUE_NOTES)[number];

export const maskedFieldSchema = z.strictObject({
  field: fieldIdSchema,
  ordinal: anyOrdinalSchema,
  tier: tierSchema,
  mask: maskSchema,
  /** False where the stored value fails its validator (kept, shown with a hint to correct it). */
  valid: z.boolean(),
  /** What the signed-in person needs to open it. */
  access: z.enum(['shown', 'own-pin', 'co-sign']),
  /** When somebody last made sure that it is still right. */
  verifiedAt: timeSchema.nullable(),
  /** What to make sure of with the holder, though the value is valid. */
  note: z.enum(VALUE_NOTES).nullable(),
});
export type MaskedField = z.infer<typeof maskedFieldSchema>;

/** Number of a record among those of its kind. */
export const recordIdSchema = rowIdSchema;

const wordSchema = z.string().max(200).nullable();
const roomRefSchema = z.strictObject({ roomId: roomIdSchema, label: z.string().max(120) });
const spanSchema = { from: dateSchema.nullable(), until: dateSchema.nullable(), ended: z.boolean() };
/** The record's own masked and sealed fields, by their place among the person's. */
const ownFieldsSchema = z.array(maskedFieldSchema).max(8);

/** One record of somebody: what is open of it, and the masks of what is not. */
export const recordViewSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('occupancy'),
    recordId: recordIdSchema,
    room: roomRefSchema,
    relation: relationSchema,
    share: wordSchema,
    ...spanSchema,
    fields: ownFieldsSchema,
  }),
  z.strictObject({ kind: z.literal('lease'), recordId: recordIdSchema, room: roomRefSchema, ...spanSchema }),
  z.strictObject({
    kind: z.literal('vehicle'),
    recordId: recordIdSchema,
    brand: wordSchema,
    colour: wordSchema,
    vehicleKind: wordSchema,
    fields: ownFieldsSchema,
  }),
  z.strictObject({
    kind: z.literal('space'),
    recordId: recordIdSchema,
    code: z.string().max(200),
    carPark: wordSchema,
    spaceKind: z.enum(SPACE_KINDS),
    vehicle: recordIdSchema.nullable(),
    plateMask: maskSchema.nullable(),
    ...spanSchema,
  }),
  z.strictObject({
    kind: z.literal('renovation'),
    recordId: recordIdSchema,
    room: roomRefSchema,
    deposit: z.number().nonnegative().nullable(),
    ...spanSchema,
    fields: ownFieldsSchema,
  }),
  z.strictObject({
    kind: z.literal('pet'),
    recordId: recordIdSchema,
    breed: z.string().max(200),
    vaccinatedOn: dateSchema.nullable(),
    fields: ownFieldsSchema,
  }),
  z.strictObject({
    kind: z.literal('notice'),
    recordId: recordIdSchema,
    purpose: z.enum(PURPOSES),
    basis: z.enum(BASES),
    noticeVersion: wordSchema,
    givenOn: dateSchema.nullable(),
    consentedOn: dateSchema.nullable(),
    withdrawnOn: dateSchema.nullable(),
  }),
]);
export type RecordView = z.infer<typeof recordViewSchema>;

export const maskedPersonSchema = z.strictObject({
  personId: personIdSchema,
  /** Grows with each change; an edit names the one that it was made from. */
  version: z.number().int().positive(),
  kind: personKindSchema,
  nameMask: maskSchema,
  sex: sexSchema,
  idType: idTypeSchema.nullable(),
  /** Where they live now. */
  rooms: z
    .array(z.strictObject({ roomId: roomIdSchema, label: z.string().max(120), relation: relationSchema }))
    .max(200),
  /** Their own fields and their plates; those of other records stand with the record. */
  fields: z.array(maskedFieldSchema).max(100),
  /** By kind, what is going on first, then the newest. */
  records: z.array(recordViewSchema).max(1000),
  updatedAt: timeSchema,
  /** Wrong verify answers left before the record closes for fifteen minutes. */
  verifyTriesLeft: z.number().int().min(0).max(3),
  /** Somebody has said how the name is read; what they said is as secret as the name. */
  hasPinyin: z.boolean(),
});
export type MaskedPerson = z.infer<typeof maskedPersonSchema>;

/** The one view that holds a clear value. It lives in a component's state, never in a store. */
export const revealedFieldSchema = z.strictObject({
  field: revealableFieldIdSchema,
  ordinal: anyOrdinalSchema,
  value: z.string().max(2000),
  /** How long it may stay on screen. */
  seconds: z.number().int().positive(),
  /** Whose record it is that a guardian is linked to. */
  linked: personIdSchema.optional(),
});
export type RevealedField = z.infer<typeof revealedFieldSchema>;

export const taskIdSchema = enumOf<TaskId>(TASK_IDS);
export const noteOutcomeSchema = enumOf<NoteOutcome>(NOTE_OUTCOMES);
export const noteIdSchema = rowIdSchema.brand<'NoteId'>();
export type NoteId = z.infer<typeof noteIdSchema>;

/** What was done at the counter; its words are sealed and read back by a reveal of the field `note`. */
export const noteViewSchema = z.strictObject({
  noteId: noteIdSchema,
  task: taskIdSchema,
  outcome: noteOutcomeSchema,
  at: timeSchema,
  staffName: z.string().max(60),
  roomLabel: z.string().max(120).nullable(),
  /** Position of the words among the person's notes; null where there are none. */
  ordinal: anyOrdinalSchema.nullable(),
  /** It is of the room alone and has words; they are asked for by its number. */
  roomWords: z.boolean(),
});
export type NoteView = z.infer<typeof noteViewSchema>;

/** One breaking of the glass. `glassId` is the number of its first entry in the log. */
export const glassIdSchema = z.number().int().positive().brand<'GlassId'>();
export type GlassId = z.infer<typeof glassIdSchema>;
/** Who is to acknowledge it, as the supervisor who reads the list sees it: they; they though it was they who opened, since nobody else can; another supervisor. */
export const GLASS_READERS = ['you', 'you-alone', 'another'] as const;
export const glassEventSchema = z.strictObject({
  glassId: glassIdSchema,
  at: timeSchema,
  staffName: z.string().max(60),
  personId: personIdSchema,
  personMask: maskSchema.nullable(),
  fields: z.array(fieldIdSchema).max(20),
  words: z.string().max(200),
  ticket: z.string().max(60).nullable(),
  reader: z.enum(GLASS_READERS),
  seen: z
    .strictObject({ at: timeSchema, staffName: z.string().max(60), words: z.string().max(200) })
    .nullable(),
});
export type GlassEvent = z.infer<typeof glassEventSchema>;

export const ROOM_ANSWERS = ['lived-in', 'empty', 'unknown', 'several'] as const;
export type RoomAnswer = (typeof ROOM_ANSWERS)[number];
/** All that a visitor's task learns of a room: that it is there and somebody lives in it. Nobody's name, nobody's phone. */
export const roomCheckSchema = z.strictObject({
  answer: z.enum(ROOM_ANSWERS),
  roomId: roomIdSchema.nullable(),
  label: z.string().max(120).nullable(),
});
export type RoomCheck = z.infer<typeof roomCheckSchema>;
/** A level for each mask; a level of another mask is refused. */
export const maskPolicySchema = z.strictObject({
  name: z.enum(MASK_LEVELS.name),
  phone: z.enum(MASK_LEVELS.phone),
  email: z.enum(MASK_LEVELS.email),
  wechat: z.enum(MASK_LEVELS.wechat),
  address: z.enum(MASK_LEVELS.address),
  'contact-person': z.enum(MASK_LEVELS['contact-person']),
  'id-number': z.enum(MASK_LEVELS['id-number']),
  birthday: z.enum(MASK_LEVELS.birthday),
  plate: z.enum(MASK_LEVELS.plate),
  'bank-card': z.enum(MASK_LEVELS['bank-card']),
} satisfies Record<PolicyMask, z.ZodType>);

export const policyViewSchema = z.strictObject({
  masks: maskPolicySchema,
  switchedOn: switchedFieldsSchema,
  /** Every level of every mask with the number of values that it leaves; null where the form of the field sets no number. */
  choices: z
    .array(
      z.strictObject({
        mask: enumOf<PolicyMask>(POLICY_MASKS),
        levels: z
          .array(
            z.strictObject({
              level: enumOf<MaskLevel>(SETTING_VALUES as readonly MaskLevel[]),
              candidates: z.number().int().positive().nullable(),
            }),
          )
          .max(5),
      }),
    )
    .max(POLICY_MASKS.length),
  /** People of the estate whose names look the same under the usual mask: of the rarest look, and of the commonest. Null where there are none. */
  alike: z.strictObject({ least: z.number().int().positive(), most: z.number().int().positive() }).nullable(),
  switches: switchedFieldsSchema,
  /** Newest first. */
  history: z
    .array(
      z.strictObject({
        id: z.number().int().positive(),
        at: timeSchema,
        staffName: z.string().max(60),
        cosignerName: z.string().max(60).nullable(),
        setting: enumOf<PolicySetting>(POLICY_SETTINGS),
        was: enumOf<SettingValue>(SETTING_VALUES),
        became: enumOf<SettingValue>(SETTING_VALUES),
        words: z.string().max(120),
        /** Stored masks that were made anew in the same step. */
        remasked: z.number().int().nonnegative(),
      }),
    )
    .max(200),
});
export type PolicyView = z.infer<typeof policyViewSchema>;

export const roomHitSchema = z.strictObject({
  roomId: roomIdSchema,
  label: z.string().max(120),
  status: z.enum(ROOM_STATUSES).nullable(),
  /** Somebody lives there now. */
  livedIn: z.boolean(),
});
export type RoomHit = z.infer<typeof roomHitSchema>;

export const roomViewSchema = z.strictObject({
  roomId: roomIdSchema,
  /** Grows with each change of the room's own facts, whoever makes it. */
  version: z.number().int().nonnegative(),
  label: z.string().max(120),
  floor: wordSchema,
  totalFloors: z.number().int().nullable(),
  lift: z.boolean().nullable(),
  layout: wordSchema,
  area: z.number().nullable(),
  innerArea: z.number().nullable(),
  sharedArea: z.number().nullable(),
  usage: wordSchema,
  status: z.enum(ROOM_STATUSES).nullable(),
  /** What a workbook called the status, where it is none of the list. */
  statusText: wordSchema,
  deliveredOn: dateSchema.nullable(),
  /** Those who live there now first, then those who did, the last first. */
  people: z
    .array(
      z.strictObject({
        personId: personIdSchema,
        personKind: personKindSchema,
        nameMask: maskSchema,
        phoneMask: maskSchema.nullable(),
        relation: relationSchema,
        share: wordSchema,
        ...spanSchema,
      }),
    )
    .max(200),
  /** There are more than the two hundred shown. */
  morePeople: z.boolean(),
  /** Leases and renovations of the room, and the spaces of those who live there now. */
  records: z
    .array(z.strictObject({ personId: personIdSchema, nameMask: maskSchema, record: recordViewSchema }))
    .max(400),
});
export type RoomView = z.infer<typeof roomViewSchema>;

/** A sealed value that was replaced or removed, by its mask; it can be put back until `until`. */
export const replacedValueSchema = z.strictObject({
  valueId: rowIdSchema,
  field: sealedFieldIdSchema,
  ordinal: anyOrdinalSchema,
  mask: maskSchema,
  replacedAt: timeSchema,
  until: timeSchema,
});
export type ReplacedValue = z.infer<typeof replacedValueSchema>;

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

/** Where a column of a workbook goes: a field of the person, a part of the room, or of the vehicle and its space. */
export const columnTargetSchema = z.union([
  ownFieldIdSchema,
  z.enum(ROOM_PARTS),
  z.enum(CAR_PARTS),
  z.enum(['pinyin', 'relation', 'idType', 'ownerCode']),
]);
export type ColumnTarget = z.infer<typeof columnTargetSchema>;

export const workbookSheetSchema = z.strictObject({
  name: z.string().max(100),
  /** 1-based row of the header, as the spreadsheet shows it; 0 if no row is one, null as long as nobody knows. */
  headerRow: z.number().int().nonnegative().nullable(),
  dataRows: z.number().int().nonnegative(),
  /** Rows that hold something and are no data: titles, repeated headers, instructions. */
  otherRows: z.number().int().nonnegative(),
  /** Mapped as somebody mapped this layout before. */
  remembered: z.boolean(),
  /** Where no header was recognised, the first rows that hold anything, each cell masked: somebody says which is the header. */
  firstRows: z
    .array(
      z.strictObject({ row: z.number().int().positive(), cells: z.array(maskSchema).max(MOST_FIRST_CELLS) }),
    )
    .max(MOST_FIRST_ROWS),
  columns: z
    .array(
      z.strictObject({
        index: z.number().int().nonnegative(),
        /** Empty where no row is the header. */
        header: z.string().max(100),
        target: columnTargetSchema.nullable(),
        /** A value of the column by its mask, to recognise it by. */
        sample: maskSchema,
      }),
    )
    .max(200),
});
export type WorkbookSheet = z.infer<typeof workbookSheetSchema>;

/** Things noticed and put right or set aside, the row being taken all the same. */
export const ROW_NOTES = [
  'full-width',
  'placeholder-phone',
  'placeholder-id',
  'id-check-digit',
  'id-cut',
  'old-id',
  'number-cell',
  'merged-cell',
  'birthday-not-valid',
  'guardian-needed',
  'card-check-digit',
  'several-phones',
  'phone-kept-as-is',
  'plate-kept-as-is',
  'room-carried',
  'co-owners-split',
  'relation-in-name',
  'phone-in-remark',
  'id-in-remark',
  'by-owner-code',
  'owner-not-found',
  'car-detail-unclear',
  'car-detail-in-remark',
  'space-kind-assumed',
  'space-date-not-valid',
] as const;
export type RowNote = (typeof ROW_NOTES)[number];

/** What a row says of a vehicle or a space, as far as it says it. */
export const planVehicleSchema = z.strictObject({
  plateMask: maskSchema,
  brand: wordSchema,
  colour: wordSchema,
  vehicleKind: wordSchema,
});
export const planSpaceSchema = z.strictObject({
  code: z.string().max(200),
  carPark: wordSchema,
  spaceKind: z.enum(SPACE_KINDS).nullable(),
  plateMask: maskSchema.nullable(),
  from: dateSchema.nullable(),
  until: dateSchema.nullable(),
});

export const planRowSchema = z.strictObject({
  sheet: z.string().max(100),
  /** 1-based, as the spreadsheet shows it. */
  row: z.number().int().positive(),
  outcome: z.enum(['new', 'changed', 'same', 'ambiguous', 'rejected']),
  nameMask: maskSchema,
  roomLabel: z.string().max(120),
  phoneMask: maskSchema,
  vehicles: z.array(planVehicleSchema).max(FIELDS.plate.most),
  spaces: z.array(planSpaceSchema).max(MOST_ROW_SPACES),
  reason: z.enum(REJECT_REASONS).nullable(),
  notes: z.array(z.enum(ROW_NOTES)).max(ROW_NOTES.length),
});
export type PlanRow = z.infer<typeof planRowSchema>;

/** A row of which the rules cannot tell whose it is. */
export const importQuestionSchema = z.strictObject({
  /** Which row, as an answer names it. */
  question: z.number().int().nonnegative(),
  sheet: z.string().max(100),
  row: z.number().int().positive(),
  nameMask: maskSchema,
  roomLabel: z.string().max(120),
  phoneMask: maskSchema,
  /** Who may be meant. */
  options: z
    .array(
      z.strictObject({
        /** Of the records; else of an earlier row. */
        personId: personIdSchema.nullable(),
        row: z.number().int().positive().nullable(),
        nameMask: maskSchema,
        roomLabel: z.string().max(120),
        phoneMask: maskSchema,
        differs: z.array(z.enum(['phone', 'idNumber'])).max(2),
      }),
    )
    .min(1)
    .max(5),
});
export type ImportQuestion = z.infer<typeof importQuestionSchema>;

export const importPlanSchema = z.strictObject({
  planId: planIdSchema,
  fileName: z.string().max(260),
  counts: z.strictObject({
    rows: z.number().int().nonnegative(),
    new: z.number().int().nonnegative(),
    changed: z.number().int().nonnegative(),
    same: z.number().int().nonnegative(),
    ambiguous: z.number().int().nonnegative(),
    rejected: z.number().int().nonnegative(),
    rooms: z.number().int().nonnegative(),
    vehicles: z.number().int().nonnegative(),
    spaces: z.number().int().nonnegative(),
  }),
  /** Up to 200 rows of each outcome, up to 500 that are rejected. */
  rows: z.array(planRowSchema).max(1_100),
  /** The first 500; whoever answers for all answers for the rest too. */
  questions: z.array(importQuestionSchema).max(500),
});
export type ImportPlan = z.infer<typeof importPlanSchema>;

export const importResultSchema = z.strictObject({
  importId: rowIdSchema,
  rows: z.number().int().nonnegative(),
  created: z.number().int().nonnegative(),
  changed: z.number().int().nonnegative(),
  same: z.number().int().nonnegative(),
  rejected: z
    .array(
      z.strictObject({
        sheet: z.string().max(100),
        row: z.number().int().positive(),
        reason: z.enum(REJECT_REASONS),
      }),
    )
    .max(100_000),
});
export type ImportResult = z.infer<typeof importResultSchema>;

/** One import of the past. */
export const importRunSchema = z.strictObject({
  importId: rowIdSchema,
  at: timeSchema,
  staffName: z.string().max(60),
  cosignerName: z.string().max(60).nullable(),
  fileName: z.string().max(260),
  rows: z.number().int().nonnegative(),
  created: z.number().int().nonnegative(),
  changed: z.number().int().nonnegative(),
  rejected: z.number().int().nonnegative(),
  undoneAt: timeSchema.nullable(),
  undoneBy: z.string().max(60).nullable(),
  /** False for one that was made before imports kept what they changed. */
  canUndo: z.boolean(),
});
export type ImportRun = z.infer<typeof importRunSchema>;

/** What undoing an import would do. */
export const undoCheckSchema = z.strictObject({
  importId: rowIdSchema,
  /** People and rooms that it made, and people whom it changed. */
  created: z.number().int().nonnegative(),
  changed: z.number().int().nonnegative(),
  rooms: z.number().int().nonnegative(),
  /** Values that gave way more than thirty days ago and cannot come back. */
  gone: z.number().int().nonnegative(),
  /** People and rooms that were edited since; up to 200 of them are listed. */
  edited: z.number().int().nonnegative(),
  rows: z
    .array(
      z.strictObject({
        personId: personIdSchema.nullable(),
        what: z.enum(['created', 'changed', 'room']),
        nameMask: maskSchema,
        roomLabel: z.string().max(120),
      }),
    )
    .max(200),
});
export type UndoCheck = z.infer<typeof undoCheckSchema>;

export const undoResultSchema = z.strictObject({
  removed: z.number().int().nonnegative(),
  restored: z.number().int().nonnegative(),
  rooms: z.number().int().nonnegative(),
  kept: z.number().int().nonnegative(),
  gone: z.number().int().nonnegative(),
});
export type UndoResult = z.infer<typeof undoResultSchema>;

/** Two records that were made one, as long as that can be undone. */
export const mergeViewSchema = z.strictObject({
  mergeId: rowIdSchema,
  at: timeSchema,
  until: timeSchema,
  staffName: z.string().max(60),
  otherMask: maskSchema,
  /** What was changed or removed since, the first hundred: a field, a record, a note, or the person's own facts. */
  edited: z
    .array(
      z.strictObject({
        what: enumOf<SealedFieldId | RecordKind | 'person'>([...SEALED_FIELD_IDS, ...RECORD_KINDS, 'person']),
        words: maskSchema,
      }),
    )
    .max(100),
  editedCount: z.number().int().nonnegative(),
});
export type MergeView = z.infer<typeof mergeViewSchema>;

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

/** People with a way in; the keychain's copy of the limiter has room for them (docs/keys.md). */
export const MOST_STAFF = 50;

/** Somebody of the staff, as an admin sees them. */
export const staffMemberSchema = z.strictObject({
  staffId: staffIdSchema,
  /** Null for somebody of the roster who has no slot in the header. */
  slotId: slotIdSchema.nullable(),
  displayName: z.string().max(60),
  role: roleSchema,
  since: timeSchema,
  /** By the log; null for who has never signed in. */
  lastSignInAt: timeSchema.nullable(),
  waitSeconds: z.number().int().nonnegative(),
  closed: z.boolean(),
  /** The same human being has another role as well, in another slot. */
  twoRoles: z.boolean(),
  /** Has not signed in for DORMANT_DAYS. */
  dormant: z.boolean(),
  /** Was shut out while they were away, and comes back with another PIN. */
  suspended: z.boolean(),
  /** Their keys are a root: another root retires them before they leave or change their role. */
  root: z.boolean(),
  /** The last admin, or the last supervisor: they cannot leave. */
  last: z.boolean(),
});
export type StaffMember = z.infer<typeof staffMemberSchema>;
export const staffViewSchema = z.strictObject({ members: z.array(staffMemberSchema).max(200) });
export type StaffView = z.infer<typeof staffViewSchema>;

/** What somebody did since their shift began, for whoever takes over. It names nobody: a reveal stands by its number in the log. */
export const shiftSheetSchema = z.strictObject({
  staffName: z.string().max(60),
  role: roleSchema,
  since: timeSchema,
  until: timeSchema,
  counts: z.record(z.enum(SHIFT_COUNTS), z.number().int().nonnegative()),
  /** The newest first. */
  reveals: z
    .array(
      z.strictObject({
        seq: z.number().int().positive(),
        at: timeSchema,
        field: z.string().max(200),
        reason: z.string().max(200),
        cosignerName: z.string().max(60).nullable(),
      }),
    )
    .max(MOST_SHIFT_REVEALS),
  moreReveals: z.boolean(),
  /** Printed copies that have not come back. */
  openCopies: z.number().int().nonnegative(),
  /** Of the log as it is now: written down on paper, it is what counts against somebody who can write the keychain. */
  head: z.strictObject({ seq: z.number().int().nonnegative(), hash: z.string().regex(/^[0-9a-f]{64}$/) }),
});
export type ShiftSheet = z.infer<typeof shiftSheetSchema>;

/** A rotation as the log has it. */
const keyRotationSchema = z.strictObject({
  id: z.number().int().positive(),
  begunAt: timeSchema,
  endedAt: timeSchema.nullable(),
  staffName: z.string().max(60),
  cosignerName: z.string().max(60).nullable(),
  end: z.enum(ROTATION_ENDS),
  /** Of what ended it; null where nothing did, or the log does not say. */
  code: z.enum(ERROR_CODES).nullable(),
});

export const keyViewSchema = z.strictObject({
  key: z.enum(ROTATED_KEYS),
  /** The key in force: by set-up, or by the last rotation. */
  madeAt: timeSchema,
  rotated: z.boolean(),
  dueAt: timeSchema,
  /** Newest first. */
  history: z.array(keyRotationSchema).max(50),
});
export type KeyView = z.infer<typeof keyViewSchema>;

export const keysViewSchema = z.strictObject({
  keys: z.array(keyViewSchema).max(ROTATED_KEYS.length),
  /** The ceremony after a theft: how many steps of the one that is under way are left, null where none is, and the record of all. */
  theft: z.strictObject({
    left: z.number().int().positive().max(THEFT_STEPS.length).nullable(),
    history: z.array(keyRotationSchema).max(50),
  }),
  /** What a rotation has to do with. */
  touches: z.strictObject({
    storeBytes: z.number().int().nonnegative(),
    /** People with a way in, the sheet not counted. */
    people: z.number().int().nonnegative(),
    /** Those of them who hold a tier. */
    holders: z.number().int().nonnegative(),
    values: z.number().int().nonnegative(),
  }),
});
export type KeysView = z.infer<typeof keysViewSchema>;

/** The ceremony after a theft, as far as it has come. */
export const theftViewSchema = z.strictObject({
  /** The one that is under way. */
  begun: z
    .strictObject({
      at: timeSchema,
      staffName: z.string().max(60),
      cosignerName: z.string().max(60).nullable(),
    })
    .nullable(),
  /** In their order; all of them where none is under way. */
  left: z.array(z.enum(THEFT_STEPS)).max(THEFT_STEPS.length),
  people: z.array(z.strictObject({ staffId: staffIdSchema, state: z.enum(THEFT_STATES) })).max(200),
  /** About how long the steps that are left take, in minutes. */
  minutes: z.number().int().positive(),
});
export type TheftView = z.infer<typeof theftViewSchema>;
