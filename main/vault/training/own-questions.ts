/** The product's own questions: a data file with its source, version and grade, which is replaced without a change of code. */
import { join } from 'node:path';
import { z } from 'zod';
import type { Role } from '../../../contract/fields.ts';
import { type LawSource, sourceSchema } from '../../../contract/forms/schemas.ts';
import { roleSchema } from '../../../contract/schemas.ts';
import { MAX_OPTIONS } from '../../../contract/training/lists.ts';
import { bothSchema } from '../../../contract/training/routes.ts';
import { lawFolder, readLawFile } from '../law/read-law.ts';
import type { Question } from './question.ts';

/** The data file. */
const fileSchema = z.strictObject({
  kind: z.literal('questions'),
  source: sourceSchema,
  questions: z
    .array(
      z
        .strictObject({
          id: z.string().regex(/^[a-z0-9-]{1,40}$/),
          roles: z.array(roleSchema).min(1),
          words: bothSchema,
          options: z.array(bothSchema).min(3).max(MAX_OPTIONS),
          right: z
            .number()
            .int()
            .nonnegative()
            .max(MAX_OPTIONS - 1),
          why: bothSchema,
        })
        .refine(({ options, right }) => right < options.length),
    )
    .max(500)
    .refine((questions) => new Set(questions.map(({ id }) => id)).size === questions.length),
});
export type QuestionFile = z.infer<typeof fileSchema>;

/** `law`: the folder of the other data files, beside whose own it lies. Errors: `law-unreadable` {file}. */
export const readQuestionFile = (law: string = lawFolder()): QuestionFile =>
  readLawFile('questions', fileSchema, join(law, '..', 'training'));

/** The questions for a role. Errors: as `readQuestionFile`. */
export function readOwnQuestions(
  role: Role,
  law?: string,
): { readonly source: LawSource; readonly questions: readonly Question[] } {
  const { source, questions } = readQuestionFile(law);
  return {
    source,
    questions: questions
      .filter(({ roles }) => roles.includes(role))
      .map(({ words, options, right, why }) => ({ words, options, right, why, procedure: null })),
  };
}
