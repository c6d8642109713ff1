/** Log details of documents: which, in which version, by the hash of its text; never the text. */
import { z } from 'zod';
import { rowIdSchema } from '../ids.ts';
import { type DetailSchemas, numberSchema } from '../log/parts.ts';
import type { SigningRules } from '../log/signing.ts';
import { enumOf } from '../schemas.ts';
import { COMPANY_FACTS, type CompanyFact } from './lists.ts';
import { procedureKindSchema, textHashSchema } from './views.ts';

const which = { procedure: rowIdSchema, kind: procedureKindSchema } as const;
const version = { ...which, version: rowIdSchema, number: numberSchema, sha256: textHashSchema } as const;

/** Schema of `detail` for each action on documents. */
export const procedureDetails = {
  'procedure-draft': z.strictObject({
    ...which,
    from: z.enum(['template', 'published', 'empty', 'edit', 'discard']),
  }),
  'procedure-facts': z.strictObject({
    changed: z.array(enumOf<CompanyFact>(COMPANY_FACTS)).min(1).max(COMPANY_FACTS.length),
  }),
  'procedure-publish': z.strictObject(version),
  /** Whoever has done it has read the text of this hash. */
  'procedure-sign': z.strictObject(version),
  /** `number`: null of a draft. `sha256`: of the file; null on paper. */
  'procedure-give': z.strictObject({
    ...which,
    number: numberSchema.nullable(),
    sha256: textHashSchema.nullable(),
  }),
} satisfies DetailSchemas;

/** Whose signature an entry of each action needs. */
export const procedureSigning = {
  'procedure-draft': 'free',
  'procedure-facts': 'free',
  'procedure-publish': 'own',
  'procedure-sign': 'own',
  'procedure-give': 'free',
} as const satisfies SigningRules<typeof procedureDetails>;
