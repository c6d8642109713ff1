/** Log details of paper: which paper, what became of it, never what stands on it nor what it is called. */
import { z } from 'zod';
import { type DetailSchemas, countSchema, numberSchema } from '../log/parts.ts';
import type { SigningRules } from '../log/signing.ts';
import { sha256Schema } from '../attachments/views.ts';
import { rowIdSchema } from '../ids.ts';
import { dateSchema, enumOf } from '../schemas.ts';
import { DESTROYED_BY, type DestroyedBy, MAX_PAPERS, PAPER_SORTS, type PaperSort } from './lists.ts';

const sort = enumOf<PaperSort>(PAPER_SORTS);
const which = { paper: rowIdSchema, sort } as const;
/** What of a paper can be put right. */
const factSchema = z.enum(['sort', 'title', 'pages', 'foundAt', 'custodian', 'place', 'dueOn']);

/** Schema of `detail` for each action on paper. */
export const paperDetails = {
  'paper-in': z.strictObject({ ...which, pages: numberSchema.nullable() }),
  'paper-change': z.strictObject({ ...which, changed: z.array(factSchema).min(1).max(7) }),
  /** Why is the entry's reason. */
  'paper-extend': z.strictObject({ ...which, dueOn: dateSchema }),
  'paper-return': z.strictObject(which),
  /** The witness is the entry's cosigner. */
  'paper-destroy': z.strictObject({ ...which, by: enumOf<DestroyedBy>(DESTROYED_BY) }),
  /** What happened is the entry's reason. */
  'paper-lost': z.strictObject(which),
  'paper-found': z.strictObject(which),
  /** So many of the papers that were to be there were; the others by number. */
  'paper-count': z.strictObject({
    there: countSchema,
    missing: z.array(rowIdSchema).max(MAX_PAPERS),
  }),
  /** Whoever has done it states that no paper with data of residents is kept; it counts until this day. */
  'paper-none': z.strictObject({ until: dateSchema }),
  /** The record of a destruction was given out; `sha256`: null where it went to the printer. */
  'paper-record': z.strictObject({ ...which, pages: countSchema, sha256: sha256Schema.nullable() }),
} satisfies DetailSchemas;

/** Whose signature an entry of each action needs. */
export const paperSigning = {
  'paper-in': 'free',
  'paper-change': 'free',
  'paper-extend': 'own',
  'paper-return': 'free',
  'paper-destroy': 'own',
  'paper-lost': 'own',
  'paper-found': 'free',
  'paper-count': 'own',
  'paper-none': 'own',
  'paper-record': 'free',
} as const satisfies SigningRules<typeof paperDetails>;
