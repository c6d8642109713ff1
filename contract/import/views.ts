/** Reply schemas of the import routes. */
import { z } from 'zod';
import { FIELDS, OWN_SEALED_FIELD_IDS, SPACE_KINDS } from '../fields.ts';
import { importIdSchema, personIdSchema, planIdSchema } from '../ids.ts';
import { countSchema } from '../numbers.ts';
import {
  dateSchema,
  maskSchema,
  ownFieldIdSchema,
  relationSchema,
  timeSchema,
  wordSchema,
} from '../schemas.ts';
import {
  CAR_PARTS,
  FLAG_REASONS,
  IMPORT_STOPS,
  HOUSEHOLD_PARTS,
  MAX_ESTATES,
  MAX_FIRST_CELLS,
  MAX_FIRST_ROWS,
  MAX_ROW_SPACES,
  PLACE_SOURCES,
  QUESTION_KINDS,
  REJECT_REASONS,
  ROOM_PARTS,
  SHEET_ASKS,
} from './lists.ts';

/** Target of a column: a field of the person, a part of the room, or of the vehicle and its space. */
export const columnTargetSchema = z.union([
  ownFieldIdSchema,
  z.enum(ROOM_PARTS),
  z.enum(CAR_PARTS),
  z.enum(HOUSEHOLD_PARTS),
  z.enum(['pinyin', 'relation', 'idType', 'ownerCode']),
]);
export type ColumnTarget = z.infer<typeof columnTargetSchema>;

const placeWordSchema = z.string().trim().max(40);
/** Parts of a room's address; empty for what is not said. */
export const placeSchema = z.strictObject({
  estate: placeWordSchema,
  building: placeWordSchema,
  unit: placeWordSchema,
});
export type Place = z.infer<typeof placeSchema>;

/** One sheet of an opened workbook and how its columns are mapped. */
export const workbookSheetSchema = z.strictObject({
  name: z.string().max(100),
  /** 1-based row of the header, as the spreadsheet shows it; 0 if there is none, null while it is not known. */
  headerRow: z.number().int().nonnegative().nullable(),
  dataRows: z.number().int().nonnegative(),
  /** Rows that have content but no data: titles, repeated headers, instructions. */
  otherRows: z.number().int().nonnegative(),
  /** The mapping was remembered from an earlier import of this layout. */
  remembered: z.boolean(),
  /** Rows of the headings, the last of which is `headerRow`. */
  headRows: z.number().int().min(0).max(3),
  /** Where its rooms are, for rows that do not say it themselves, and what says so; null where nothing does. */
  place: placeSchema,
  placeFrom: z.enum(PLACE_SOURCES).nullable(),
  /** Where its estate is asked for: which it may be. Empty text is that of rooms on record without one. */
  estates: z.array(placeWordSchema).max(MAX_ESTATES),
  /** Lines between its rows that say where the rooms below them are: how many, and the first of them. */
  lines: z.strictObject({ count: z.number().int().nonnegative(), first: z.array(placeSchema).max(6) }),
  /** The place among the sheets, from 0, of an earlier one with the same headings: what is said of its columns holds here too. */
  sameAs: z.number().int().nonnegative().nullable(),
  /** What has to be said before it can be read. */
  asks: z.array(z.enum(SHEET_ASKS)).max(SHEET_ASKS.length),
  /** Where no header was recognised: the first rows with content, each cell masked, for the user to pick the header. */
  firstRows: z
    .array(
      z.strictObject({ row: z.number().int().positive(), cells: z.array(maskSchema).max(MAX_FIRST_CELLS) }),
    )
    .max(MAX_FIRST_ROWS),
  columns: z
    .array(
      z.strictObject({
        index: z.number().int().nonnegative(),
        /** Empty where no row is the header. */
        header: z.string().max(100),
        target: columnTargetSchema.nullable(),
        /** Whether heading and content leave no doubt; of others it is asked. */
        sure: z.boolean(),
        /** A value of the column by its mask, to recognise it by. */
        sample: maskSchema,
      }),
    )
    .max(200),
});
export type WorkbookSheet = z.infer<typeof workbookSheetSchema>;

/** Findings that were corrected or set aside while the row was accepted. */
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
  'room-from-sheet',
  'vacant',
  'person-in-remark',
] as const;
export type RowNote = (typeof ROW_NOTES)[number];

/** A vehicle that a row names; null for what the row does not say. */
const planVehicleSchema = z.strictObject({
  plateMask: maskSchema,
  brand: wordSchema,
  colour: wordSchema,
  vehicleKind: wordSchema,
});

/** A parking space that a row names; null for what the row does not say. */
const planSpaceSchema = z.strictObject({
  code: z.string().max(200),
  carPark: wordSchema,
  spaceKind: z.enum(SPACE_KINDS).nullable(),
  plateMask: maskSchema.nullable(),
  from: dateSchema.nullable(),
  until: dateSchema.nullable(),
});

/** Values of a row that a reply shows. */
export const MAX_ROW_VALUES = 40;

/** Effect of the import on one row, in masks. */
export const planRowSchema = z.strictObject({
  sheet: z.string().max(100),
  /** 1-based, as the spreadsheet shows it. */
  row: z.number().int().positive(),
  outcome: z.enum(['new', 'changed', 'same', 'ambiguous', 'rejected']),
  nameMask: maskSchema,
  roomLabel: z.string().max(120),
  phoneMask: maskSchema,
  vehicles: z.array(planVehicleSchema).max(FIELDS.plate.most),
  spaces: z.array(planSpaceSchema).max(MAX_ROW_SPACES),
  /** What else becomes of it: every value that is kept, by its mask, and who they are in the room; null for a row of which nothing becomes anything. */
  relation: relationSchema.nullable(),
  values: z
    .array(z.strictObject({ field: z.enum(OWN_SEALED_FIELD_IDS), mask: maskSchema }))
    .max(MAX_ROW_VALUES),
  /** Its cells in the columns that are imported, by the masks of what these are; `column` from 0. */
  cells: z.array(z.strictObject({ column: countSchema, text: maskSchema })).max(200),
  reason: z.enum(REJECT_REASONS).nullable(),
  notes: z.array(z.enum(ROW_NOTES)).max(ROW_NOTES.length),
});
export type PlanRow = z.infer<typeof planRowSchema>;

/** A row that the rules cannot match to one person. */
const importQuestionSchema = z.strictObject({
  /** Number of the question; the answer repeats it. */
  question: z.number().int().nonnegative(),
  kind: z.enum(QUESTION_KINDS),
  sheet: z.string().max(100),
  row: z.number().int().positive(),
  nameMask: maskSchema,
  roomLabel: z.string().max(120),
  phoneMask: maskSchema,
  /** Candidates. None says in what it differs: of an ID number that would be an answer to a guess. */
  options: z
    .array(
      z.strictObject({
        /** A person in the vault; null where the candidate comes from an earlier row (`sheet`, `row`). */
        personId: personIdSchema.nullable(),
        sheet: z.string().max(100).nullable(),
        row: z.number().int().positive().nullable(),
        nameMask: maskSchema,
        roomLabel: z.string().max(120),
        phoneMask: maskSchema,
      }),
    )
    .min(1)
    .max(5),
});
export type ImportQuestion = z.infer<typeof importQuestionSchema>;

/** A cell that was set aside or wants a look. Its row was taken. */
const cellFlagSchema = z.strictObject({
  sheet: z.string().max(100),
  /** 1-based, as the spreadsheet shows it. */
  row: z.number().int().positive(),
  /** From 0; null where the whole row is meant. */
  column: z.number().int().nonnegative().nullable(),
  why: z.enum(FLAG_REASONS),
});
export type CellFlag = z.infer<typeof cellFlagSchema>;
/** Flagged cells that a reply names. */
export const MAX_FLAGS = 5_000;

/** Plan of an import. Nothing is written until it is applied. */
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
    flagged: z.number().int().nonnegative(),
    /** People and rooms that are made, and people on record who change: the numbers of result and undo. */
    newPeople: z.number().int().nonnegative(),
    changedPeople: z.number().int().nonnegative(),
    newRooms: z.number().int().nonnegative(),
  }),
  /** Who is on record in a room of the list and not in it any more: how many, and the first of them. Nothing becomes of them. */
  missing: z.strictObject({
    count: z.number().int().nonnegative(),
    rows: z
      .array(
        z.strictObject({ personId: personIdSchema, nameMask: maskSchema, roomLabel: z.string().max(120) }),
      )
      .max(200),
  }),
  /** Why it is not written without an answer. */
  stops: z
    .array(
      z.strictObject({
        stop: z.enum(IMPORT_STOPS),
        /** How many rooms it is about, and the sheets that have them. */
        rooms: z.number().int().nonnegative(),
        sheets: z.array(z.string().max(100)).max(100),
      }),
    )
    .max(IMPORT_STOPS.length),
  /** The first cells that were set aside or want a look. */
  flags: z.array(cellFlagSchema).max(MAX_FLAGS),
  /** Up to 500 rows of each outcome, and as many others that have a flagged cell. */
  rows: z.array(planRowSchema).max(2_500),
  /** The first 500 questions; an answer for all covers the others too. */
  questions: z.array(importQuestionSchema).max(500),
});
export type ImportPlan = z.infer<typeof importPlanSchema>;

/** Result of an import, by number of rows, and each rejected row. */
export const importResultSchema = z.strictObject({
  importId: importIdSchema,
  rows: z.number().int().nonnegative(),
  created: z.number().int().nonnegative(),
  changed: z.number().int().nonnegative(),
  same: z.number().int().nonnegative(),
  newPeople: z.number().int().nonnegative(),
  changedPeople: z.number().int().nonnegative(),
  newRooms: z.number().int().nonnegative(),
  /** Cells that wait to be looked at. */
  flagged: z.number().int().nonnegative(),
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

/** Cells that imports have flagged and that nobody has settled yet, newest import first, and how many there are. */
export const openFlagsSchema = z.strictObject({
  flags: z
    .array(
      cellFlagSchema.extend({
        importId: importIdSchema,
        /** 0 where it is about somebody whom no row names. */
        row: z.number().int().nonnegative(),
        /** Its place among those of its import. */
        n: z.number().int().nonnegative(),
        at: timeSchema,
        fileName: z.string().max(260),
        roomLabel: z.string().max(120),
      }),
    )
    .max(500),
  count: z.number().int().nonnegative(),
});
export type OpenFlags = z.infer<typeof openFlagsSchema>;

/** One past import. */
export const importRunSchema = z.strictObject({
  importId: importIdSchema,
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
  /** False for an import made before imports recorded what they changed. */
  canUndo: z.boolean(),
});
export type ImportRun = z.infer<typeof importRunSchema>;

/** Preview of undoing an import. */
export const undoCheckSchema = z.strictObject({
  importId: importIdSchema,
  /** People that it created; `changed` and `rooms` count people that it changed and rooms that it created. */
  created: z.number().int().nonnegative(),
  changed: z.number().int().nonnegative(),
  rooms: z.number().int().nonnegative(),
  /** Values replaced more than 30 days ago, which cannot be restored. */
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

/** Result of undoing an import. `kept`: edited since and left as they are; `gone`: values that could not be restored. */
export const undoResultSchema = z.strictObject({
  removed: z.number().int().nonnegative(),
  restored: z.number().int().nonnegative(),
  rooms: z.number().int().nonnegative(),
  kept: z.number().int().nonnegative(),
  gone: z.number().int().nonnegative(),
});
export type UndoResult = z.infer<typeof undoResultSchema>;
