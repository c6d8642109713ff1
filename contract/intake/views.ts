/** What screens are shown of intake. */
import { z } from 'zod';
import { FIELDS, SPACE_KINDS } from '../fields.ts';
import { personIdSchema, planIdSchema, rowIdSchema } from '../ids.ts';
import { dateSchema, maskSchema, ownFieldIdSchema, timeSchema, wordSchema } from '../schemas.ts';
import {
  CAR_PARTS,
  MOST_FIRST_CELLS,
  MOST_FIRST_ROWS,
  MOST_ROW_SPACES,
  REJECT_REASONS,
  ROOM_PARTS,
} from './lists.ts';

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
