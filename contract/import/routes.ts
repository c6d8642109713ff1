/** The import routes: who may call each, its request and its reply. */
import { z } from 'zod';
import { disposalIdSchema, fileIdSchema, importIdSchema, planIdSchema } from '../ids.ts';
import { countSchema, numberSchema } from '../numbers.ts';
import { DESK, PREPARATION, route } from '../route.ts';
import { nothing, proofSchema } from '../schemas.ts';
import { LANGUAGES } from '../shell/settings.ts';
import { MAX_HEADER_ROW } from './lists.ts';
import { importAnswersSchema, keptAnswersSchema, sheetMappingSchema } from './requests.ts';
import {
  importPlanSchema,
  importResultSchema,
  importRunSchema,
  openFlagsSchema,
  undoCheckSchema,
  undoResultSchema,
  workbookSheetSchema,
} from './views.ts';

/** Access, request schema and reply schema of each import route. */
export const importRoutes = {
  'import.open': route(
    DESK,
    z.strictObject({ fileId: fileIdSchema }),
    z.strictObject({
      fileName: z.string().max(260),
      sheets: z.array(workbookSheetSchema).max(100),
      /** What whoever asks has said of this file before, as long as it was not imported, for seven days. */
      kept: keptAnswersSchema.nullable(),
    }),
    { enters: 'preparation', shows: 'masks', proof: 'none', scope: 'nobody' },
  ),
  /** Keeps what is said of the opened file, so that a lock or a crash takes none of it. */
  'import.keepAnswers': route(
    DESK,
    z.strictObject({ fileId: fileIdSchema, said: keptAnswersSchema }),
    nothing,
    { ...PREPARATION, scope: 'nobody' },
  ),
  'import.preview': route(
    DESK,
    z.strictObject({
      fileId: fileIdSchema,
      sheets: z.array(sheetMappingSchema).min(1).max(100),
      /** Whether the company takes ID numbers: without it none of the workbook goes in, wherever it stands. While nobody said it (null), a workbook that has any is refused. */
      takesIdNumbers: z.boolean().nullable(),
      supervisor: proofSchema,
    }),
    importPlanSchema,
    { enters: ['import-preview'], shows: 'masks', proof: 'second', scope: 'supervised' },
  ),
  'import.apply': route(
    DESK,
    z.strictObject({ planId: planIdSchema, answers: importAnswersSchema, supervisor: proofSchema }),
    importResultSchema,
    { enters: ['import'], shows: 'ids', proof: 'second', scope: 'supervised' },
  ),
  'import.cancel': route(DESK, nothing, nothing, { ...PREPARATION, scope: 'nobody' }),
  /** Reads a sheet again with another header row; 0 for none. */
  'import.sheet': route(
    DESK,
    z.strictObject({
      fileId: fileIdSchema,
      sheet: z.string().max(100),
      headerRow: z.number().int().min(0).max(MAX_HEADER_ROW),
    }),
    workbookSheetSchema,
    { enters: 'preparation', shows: 'masks', proof: 'none', scope: 'nobody' },
  ),
  /** Forgets how this layout was mapped before, and maps the sheet anew. */
  'import.forgetLayout': route(
    DESK,
    z.strictObject({
      fileId: fileIdSchema,
      sheet: z.string().max(100),
      headerRow: z.number().int().min(1).max(MAX_HEADER_ROW),
    }),
    workbookSheetSchema,
    { enters: ['import-layout'], shows: 'masks', proof: 'none', scope: 'nobody' },
  ),
  /** Writes the rejected rows to the file that the user picked, each with its reason. */
  'import.saveRejects': route(
    DESK,
    z.strictObject({ fileId: fileIdSchema, language: z.enum(LANGUAGES), supervisor: proofSchema }),
    z.strictObject({ rows: numberSchema }),
    { enters: ['import-rejects'], shows: 'nothing', proof: 'second', sends: 'own-file', scope: 'supervised' },
  ),
  /** Overwrites and removes the imported file. */
  'import.dispose': route(
    DESK,
    z.strictObject({ fileId: fileIdSchema }),
    z.strictObject({
      /** Another hard link to the file remains; its content is overwritten. */
      otherNames: z.boolean(),
      /** By which copies of it are looked for. */
      disposalId: disposalIdSchema,
    }),
    { enters: ['import-dispose'], shows: 'nothing', proof: 'none', scope: 'nobody' },
  ),
  /** Past imports, newest first, older than `before` where given. */
  'import.list': route(
    DESK,
    z.strictObject({ before: numberSchema.nullable() }),
    z.strictObject({ runs: z.array(importRunSchema).max(50), more: z.boolean() }),
    { enters: 'no-resident', shows: 'ids', proof: 'none', scope: 'refused' },
  ),
  /** Cells that were flagged and are not settled. */
  'import.flags': route(DESK, nothing, openFlagsSchema, {
    enters: 'no-resident',
    shows: 'ids',
    proof: 'none',
    scope: 'refused',
  }),
  /** Takes a cell from the list, once somebody has looked at it. */
  'import.settleFlag': route(
    DESK,
    z.strictObject({ importId: importIdSchema, n: countSchema }),
    openFlagsSchema,
    { enters: ['import-flag'], shows: 'ids', proof: 'none', scope: 'refused' },
  ),
  'import.checkUndo': route(DESK, z.strictObject({ importId: importIdSchema }), undoCheckSchema, {
    enters: ['import-undo-check'],
    shows: 'masks',
    proof: 'none',
    scope: 'refused',
  }),
  /** Undoes an import. With `keepEdited`, people and rooms edited since stay as they are. */
  'import.undo': route(
    DESK,
    z.strictObject({ importId: importIdSchema, keepEdited: z.boolean(), supervisor: proofSchema }),
    undoResultSchema,
    { enters: ['import-undo'], shows: 'nothing', proof: 'second', scope: 'supervised' },
  ),
};
