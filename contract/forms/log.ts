/** Log details of forms: which form, by which edition, and what came of it; never what was answered. */
import { z } from 'zod';
import { sha256Schema } from '../attachments/views.ts';
import { rowIdSchema } from '../ids.ts';
import { type DetailSchemas, countSchema, numberSchema } from '../log/parts.ts';
import type { SigningRules } from '../log/signing.ts';
import { dateSchema } from '../schemas.ts';
import { lawIdSchema } from './schemas.ts';

const which = { form: lawIdSchema, fill: rowIdSchema } as const;

/** Schema of `detail` for each action on forms. */
export const formDetails = {
  /** `sha256`: of the edition, the answers and the hashes of what is attached, as docs/forms.md has it. */
  'form-finish': z.strictObject({
    ...which,
    edition: sha256Schema,
    sha256: sha256Schema,
    findings: countSchema,
    dueOn: dateSchema,
  }),
  /** A draft was given up, or an attachment taken off it. */
  'form-draft': z.strictObject({ ...which, did: z.enum(['discarded', 'detached']) }),
  /** `sha256`: of the file; null where it was printed. */
  'form-give': z.strictObject({
    ...which,
    draft: z.boolean(),
    pages: numberSchema,
    sha256: sha256Schema.nullable(),
  }),
} satisfies DetailSchemas;

/** Whose signature an entry of each action needs. */
export const formSigning = {
  'form-finish': 'own',
  'form-draft': 'free',
  'form-give': 'free',
} as const satisfies SigningRules<typeof formDetails>;
