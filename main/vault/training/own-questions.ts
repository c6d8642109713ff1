/** The product's own questions: data with its version, which is replaced without a change of code. */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Role } from '../../../contract/fields.ts';
import { roleSchema } from '../../../contract/schemas.ts';
import { MAX_OPTIONS } from '../../../contract/training/lists.ts';
import { bothSchema } from '../../../contract/training/routes.ts';
import type { Question } from './question.ts';

const FILE_NAME = 'questions.json';

const fileSchema = z.strictObject({
  version: z.string().max(20),
  source: z.string().max(300),
  questions: z
    .array(
      z
        .strictObject({
          id: z.string().regex(/^[a-z0-9-]{1,40}$/),
          roles: z.array(roleSchema).min(1),
          words: bothSchema,
          options: z.array(bothSchema).min(3).max(MAX_OPTIONS),
          right: z.number().int().nonnegative(),
          why: bothSchema,
        })
        .refine(({ options, right }) => right < options.length),
    )
    .max(500)
    .refine((questions) => new Set(questions.map(({ id }) => id)).size === questions.length),
});
export type QuestionFile = z.infer<typeof fileSchema>;

/** Where the file lies: beside the bundle, or in the sources. */
const fileOf = (url: string): URL =>
  new URL(url.endsWith('.ts') ? `../../../assets/training/${FILE_NAME}` : `./${FILE_NAME}`, url);

/** What the file has to be. Errors: ZodError. */
export const parseQuestions = (text: string): QuestionFile => fileSchema.parse(JSON.parse(text));

/** The questions for a role. Errors: of the file system; a file that is none. */
export async function readOwnQuestions(
  role: Role,
  url: string = import.meta.url,
): Promise<readonly Question[]> {
  const { questions } = parseQuestions(await readFile(fileOf(url), 'utf8'));
  return questions
    .filter(({ roles }) => roles.includes(role))
    .map(({ words, options, right, why }) => ({ words, options, right, why, procedure: null }));
}
