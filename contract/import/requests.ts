/** Request schemas of the import routes. */
import { z } from 'zod';
import { countSchema, numberSchema } from '../numbers.ts';
import { IMPORT_ANSWERS, IMPORT_STOPS, MISSING_ANSWERS, QUESTION_KINDS } from './lists.ts';
import { columnTargetSchema, placeSchema } from './views.ts';

/** Which column of a sheet goes into which field; `index` counts columns from 0. */
export const sheetMappingSchema = z.strictObject({
  sheet: z.string().max(100),
  /** 1-based row of the header; 0 where the first row is already data. */
  headerRow: countSchema,
  columns: z.array(z.strictObject({ index: countSchema, target: columnTargetSchema })).max(200),
  /** Where its rooms are, for rows that do not say it themselves. */
  place: placeSchema,
});
export type SheetMapping = z.infer<typeof sheetMappingSchema>;

/**
 * Answers to the questions of a plan. An answer of `kinds` settles every question of its kind that is not named, `rest` all others; for both, `same`
 * applies only where there is a single candidate. `option` is the index of the chosen candidate. `despite`: what else was asked, and answered by yes.
 */
export const importAnswersSchema = z.strictObject({
  rest: z.enum(IMPORT_ANSWERS),
  kinds: z
    .array(z.strictObject({ kind: z.enum(QUESTION_KINDS), answer: z.enum(IMPORT_ANSWERS) }))
    .max(QUESTION_KINDS.length),
  despite: z.array(z.enum(IMPORT_STOPS)).max(IMPORT_STOPS.length),
  /** Of whoever is on record in the rooms of the list and not in it: nothing, or they wait to be looked at. Nobody is changed by either. */
  missing: z.enum(MISSING_ANSWERS).optional(),
  rows: z
    .array(
      z.strictObject({
        question: countSchema,
        answer: z.enum(IMPORT_ANSWERS),
        option: z.number().int().min(0).max(4),
      }),
    )
    .max(500),
});
export type ImportAnswers = z.infer<typeof importAnswersSchema>;

/** What somebody has said so far of a file: its sheets, and answers to questions of its plan, by the row that each is about. */
export const keptAnswersSchema = z.strictObject({
  sheets: z.array(sheetMappingSchema).max(100),
  rest: z.enum(IMPORT_ANSWERS).nullable(),
  kinds: importAnswersSchema.shape.kinds,
  despite: importAnswersSchema.shape.despite,
  /** Whether the company takes ID numbers; null while nobody said it. */
  takesIdNumbers: z.boolean().nullable().optional(),
  rows: z
    .array(
      z.strictObject({
        sheet: z.string().max(100),
        row: numberSchema,
        kind: z.enum(QUESTION_KINDS),
        answer: z.enum(IMPORT_ANSWERS),
        option: z.number().int().min(0).max(4),
      }),
    )
    .max(500),
});
export type KeptAnswers = z.infer<typeof keptAnswersSchema>;
