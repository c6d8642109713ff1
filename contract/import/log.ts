/** Log details of imports: counts of rows by outcome, never a value. */
import { z } from 'zod';
import {
  type DetailSchemas,
  countSchema,
  journalSchema,
  numberSchema,
  personRangesSchema,
} from '../log/parts.ts';
import type { SigningRules } from '../log/signing.ts';

const rowsSchema = z.strictObject({ rows: countSchema });

/** Schema of `detail` for each import action. `import` is the id of the import. */
export const importDetails = {
  /** `comparedIds`: with whose ID number rows were compared; `recognised`: residents on record that rows were found to be; entries of before do not say. */
  'import-preview': rowsSchema.extend({
    comparedIds: personRangesSchema.optional(),
    recognised: countSchema.optional(),
  }),
  import: z.strictObject({
    import: numberSchema,
    rows: countSchema,
    new: countSchema,
    changed: countSchema,
    same: countSchema,
    rejected: countSchema,
    journal: journalSchema,
  }),
  'import-undo': z.strictObject({
    import: numberSchema,
    removed: countSchema,
    restored: countSchema,
    rooms: countSchema,
    kept: countSchema,
  }),
  'import-rejects': rowsSchema,
  /** Size of the overwritten file; null where it could not be removed. */
  'import-dispose': z.strictObject({ bytes: countSchema }).nullable(),
  'import-layout': z.strictObject({ change: z.literal('forgotten') }),
} satisfies DetailSchemas;

/** Whose signature an entry of each import action needs: a supervisor's PIN at anybody's desk. */
export const importSigning = {
  'import-preview': 'either',
  import: 'either',
  'import-undo': 'either',
  'import-rejects': 'either',
  'import-dispose': 'free',
  'import-layout': 'free',
} as const satisfies SigningRules<typeof importDetails>;
