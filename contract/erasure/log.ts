/** Log details of deletions: which, why and what was found afterwards; of a person nothing but their number, which is the entry's own. */
import { z } from 'zod';
import { rowIdSchema } from '../ids.ts';
import { type DetailSchemas, countSchema, numberSchema } from '../log/parts.ts';
import type { SigningRules } from '../log/signing.ts';
import { dateSchema, enumOf } from '../schemas.ts';
import { ERASURE_CAUSES, HOLD_KINDS } from './lists.ts';

/** Schema of `detail` for each action of deletions and of what stands in their way. */
export const erasureDetails = {
  /** One person, whose number is the entry's. Why is the entry's reason. */
  erase: z.strictObject({ erasure: rowIdSchema, cause: enumOf(ERASURE_CAUSES) }),
  /** What was found afterwards, once somebody has looked. */
  'erase-check': z.strictObject({
    erasure: rowIdSchema,
    people: numberSchema,
    pages: numberSchema,
    searched: countSchema,
    found: countSchema,
    walBytes: countSchema,
    /** Backups of before that still hold them. */
    backups: countSchema,
  }),
  /** Of one person; why is the entry's reason. */
  hold: z.strictObject({ hold: rowIdSchema, kind: enumOf(HOLD_KINDS), until: dateSchema.nullable() }),
  'hold-end': z.strictObject({ hold: rowIdSchema, kind: enumOf(HOLD_KINDS) }),
} satisfies DetailSchemas;

/** Whose signature an entry of each action needs. */
export const erasureSigning = {
  erase: 'own',
  'erase-check': 'free',
  hold: 'own',
  'hold-end': 'own',
} as const satisfies SigningRules<typeof erasureDetails>;
