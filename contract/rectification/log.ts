/** Log details of what is put right: which item, where it comes from and what became of it; never its words. */
import { z } from 'zod';
import { rowIdSchema } from '../ids.ts';
import { sha256Schema } from '../attachments/views.ts';
import { type DetailSchemas, countSchema, numberSchema } from '../log/parts.ts';
import type { SigningRules } from '../log/signing.ts';
import { dateSchema, enumOf } from '../schemas.ts';
import { RECTIFICATION_SOURCES, type RectificationSource } from './lists.ts';

const which = {
  rectification: rowIdSchema,
  source: enumOf<RectificationSource>(RECTIFICATION_SOURCES),
} as const;

/** Schema of `detail` for each action of the tracker. */
export const rectificationDetails = {
  'rectification-add': z.strictObject({ ...which, dueOn: dateSchema.nullable() }),
  'rectification-change': z.strictObject({
    ...which,
    dueOn: dateSchema.nullable(),
    changed: z
      .array(z.enum(['title', 'words', 'who', 'dueOn']))
      .min(1)
      .max(4),
  }),
  /** What was done is the entry's reason. */
  'rectification-done': z.strictObject({ ...which, doneOn: dateSchema, evidence: countSchema }),
  'rectification-reopen': z.strictObject(which),
  'police-notice': z.strictObject({ notice: rowIdSchema, dueOn: dateSchema, items: numberSchema }),
  /** `sha256`: null where it was printed. */
  'police-answer': z.strictObject({
    notice: rowIdSchema,
    items: numberSchema,
    done: countSchema,
    pictures: countSchema,
    pages: numberSchema,
    to: z.enum(['file', 'printer']),
    sha256: sha256Schema.nullable(),
  }),
} satisfies DetailSchemas;

/** Whose signature an entry of each action needs. */
export const rectificationSigning = {
  'rectification-add': 'free',
  'rectification-change': 'free',
  'rectification-done': 'own',
  'rectification-reopen': 'own',
  'police-notice': 'own',
  'police-answer': 'own',
} as const satisfies SigningRules<typeof rectificationDetails>;
