/** Request schemas of the import routes. */
import { z } from 'zod';
import { countSchema } from '../numbers.ts';
import { IMPORT_ANSWERS } from './lists.ts';
import { columnTargetSchema } from './views.ts';

/** Which column of a sheet goes into which field; `index` counts columns from 0. */
export const sheetMappingSchema = z.strictObject({
  sheet: z.string().max(100),
  /** 1-based row of the header; 0 where the first row is already data. */
  headerRow: countSchema,
  columns: z.array(z.strictObject({ index: countSchema, target: columnTargetSchema })).max(200),
});
export type SheetMapping = z.infer<typeof sheetMappingSchema>;

/**
 * Answers to the questions of a plan. `rest` answers every question that is not named; for it, `same` applies
 * only where there is a single candidate. `option` is the index of the chosen candidate.
 */
export const importAnswersSchema = z.strictObject({
  rest: z.enum(IMPORT_ANSWERS),
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
