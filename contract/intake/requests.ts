/** What screens hand in to intake. */
import { z } from 'zod';
import { IMPORT_ANSWERS } from './lists.ts';
import { columnTargetSchema } from './views.ts';

export const sheetMappingSchema = z.strictObject({
  sheet: z.string().max(100),
  /** 0: no row is the header, the first one is data. */
  headerRow: z.number().int().nonnegative(),
  columns: z
    .array(z.strictObject({ index: z.number().int().nonnegative(), target: columnTargetSchema }))
    .max(200),
});
export type SheetMapping = z.infer<typeof sheetMappingSchema>;

/** Who is meant by the rows of which it had to be asked. `rest` is the answer for all that are not named; `same` takes a single candidate only. */
export const importAnswersSchema = z.strictObject({
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
