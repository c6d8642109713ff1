/** Schemas of the data files of the law; that of a form is shown as it is, and stands in the contract. */
import { z } from 'zod';
import { lawIdSchema, sourceSchema } from '../../../contract/forms/schemas.ts';

export { formSchema, gradeSchema, sourceSchema } from '../../../contract/forms/schemas.ts';
export type { FormData, FormItem, FormOption } from '../../../contract/forms/schemas.ts';

const articleSchema = z.strictObject({
  id: lawIdSchema,
  law: z.string().min(1).max(60),
  lawEn: z.string().min(1).max(120),
  number: z.string().min(1).max(20),
  numberEn: z.string().min(1).max(20),
  paragraphs: z.array(z.string().min(1).max(1_200)).min(1).max(20),
});

/** Texts of articles as the law has them. */
export const articlesSchema = z
  .strictObject({
    kind: z.literal('articles'),
    source: sourceSchema,
    articles: z.array(articleSchema).min(1).max(400),
  })
  .refine(({ articles }) => new Set(articles.map(({ id }) => id)).size === articles.length);
export type Articles = z.infer<typeof articlesSchema>;
