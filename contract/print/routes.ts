/** Controlled printing: who may ask for what, and what it takes. */
import { z } from 'zod';
import { marked } from '../marks.ts';
import { fileIdSchema, paperIdSchema, personIdSchema, roomIdSchema, slotIdSchema } from '../ids.ts';
import { countSchema } from '../numbers.ts';
import { MAX_PAPER_WORDS } from '../paper-register/lists.ts';
import { EVERYONE, NO_RESIDENT, route } from '../route.ts';
import {
  anyOrdinalSchema,
  dateSchema,
  enumOf,
  lineSchema,
  proofSchema,
  revealableFieldIdSchema,
  wordsSchema,
} from '../schemas.ts';
import {
  BLANK_LAYOUTS,
  MAX_ARREARS,
  MAX_CLEAR,
  MAX_COPIES,
  MAX_NOTICE_WORDS,
  MAX_PREVIEW_PAGES,
  PRINT_PAPER_NAMES,
  ROSTER_SCOPES,
  SHEET_LAYOUTS,
} from './lists.ts';
import type { PageInk } from './pages.ts';

const languageSchema = z.enum(['zh-CN', 'en']);
const monthSchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

/** A row of a notice: a room, the months, the amount. No text of its own comes onto the paper: the room is written as the vault has it. */
const arrearsRowSchema = z.strictObject({
  room: marked(lineSchema(1, 60), 'room-text'),
  from: monthSchema,
  until: monthSchema,
  amount: z.number().positive().max(9_999_999),
});
/** Type of `arrearsRowSchema`. */
export type ArrearsRow = z.infer<typeof arrearsRowSchema>;

const ofNobody = [
  z.strictObject({
    layout: z.literal('arrears'),
    rows: z.array(arrearsRowSchema).min(1).max(MAX_ARREARS),
    payBy: dateSchema,
    words: lineSchema(0, MAX_NOTICE_WORDS),
  }),
  z.strictObject({ layout: z.enum([...SHEET_LAYOUTS, ...BLANK_LAYOUTS]) }),
] as const;

/** Preview of a print: of residents the layout alone, with stars in the place of every mask. */
const previewedSchema = z.discriminatedUnion('layout', [
  z.strictObject({ layout: z.enum(['record', 'roster']) }),
  ...ofNobody,
]);
/** Type of `previewedSchema`. */
export type Previewed = z.infer<typeof previewedSchema>;

const clearSchema = z.strictObject({ field: revealableFieldIdSchema, ordinal: anyOrdinalSchema });

/** Order of a print: of one resident, each value that is to be in clear by its name. */
const orderedSchema = z.discriminatedUnion('layout', [
  z.strictObject({
    layout: z.literal('record'),
    personId: personIdSchema,
    clear: z.array(clearSchema).max(MAX_CLEAR),
  }),
  z.strictObject({ layout: z.literal('roster'), roomId: roomIdSchema, scope: z.enum(ROSTER_SCOPES) }),
  ...ofNobody,
]);
/** Type of `orderedSchema`. */
export type Ordered = z.infer<typeof orderedSchema>;

const place = z.number().min(-1_000).max(2_000);
const side = z.number().nonnegative().max(2_000);
const inkSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('text'),
    x: place,
    y: place,
    size: side,
    strong: z.boolean(),
    width: side,
    text: z.string().max(400),
  }),
  z.strictObject({ kind: z.literal('line'), x: place, y: place, toX: place, toY: place, width: side }),
  z.strictObject({ kind: z.literal('shade'), x: place, y: place, width: side, height: side }),
  z.strictObject({ kind: z.literal('code'), x: place, y: place, side, text: z.string().max(60) }),
]) satisfies z.ZodType<PageInk>;

const previewSchema = z.strictObject({
  paper: enumOf(PRINT_PAPER_NAMES),
  pages: z.array(z.array(inkSchema).max(2_000)).max(MAX_PREVIEW_PAGES),
  /** Of one copy. */
  count: countSchema,
});
/** The first pages of one copy. */
export type PrintPreview = z.infer<typeof previewSchema>;

/** Access, request schema and reply schema of each route. */
export const printRoutes = {
  /** How an order would look. Nothing of a resident is read for it. */
  'print.preview': route(
    EVERYONE,
    z.strictObject({
      what: previewedSchema,
      paper: enumOf(PRINT_PAPER_NAMES),
      language: languageSchema,
    }),
    previewSchema,
    { ...NO_RESIDENT, scope: 'ids' },
  ),
  /**
   * Enters an order, takes its copies into the register and readies them: main prints them once, or the vault writes them to `fileId`. It takes a supervisor's
   * PIN, whoever asks. `password`: of the file, shown this once; null where it goes to the printer.
   */
  'print.order': route(
    EVERYONE,
    z.strictObject({
      what: orderedSchema,
      paper: enumOf(PRINT_PAPER_NAMES),
      language: languageSchema,
      copies: z.number().int().min(1).max(MAX_COPIES),
      /** Who keeps the copies and where, until they are given back or destroyed. */
      custodian: slotIdSchema,
      place: lineSchema(1, MAX_PAPER_WORDS),
      dueOn: dateSchema,
      purpose: wordsSchema,
      supervisor: proofSchema,
      /** Of a list of many: whoever answers for personal information. */
      approver: proofSchema.optional(),
      /** One copy as a PDF, picked in main's dialog. */
      fileId: fileIdSchema.optional(),
    }),
    z.strictObject({
      papers: z.array(paperIdSchema).max(MAX_COPIES),
      pages: countSchema,
      password: z.string().max(40).nullable(),
    }),
    {
      enters: ['print', 'print-clear', 'list-approval'],
      shows: 'nothing',
      proof: 'second',
      sends: 'list',
      scope: 'filtered',
      changes: ['paper'],
    },
  ),
};
