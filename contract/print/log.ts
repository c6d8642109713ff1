/** Log details of prints: what, how many, which numbers of the register; never a value, and of a notice never its rows. */
import { z } from 'zod';
import { REVEALABLE_FIELD_IDS, type RevealableFieldId } from '../fields.ts';
import { personIdSchema, roomIdSchema, rowIdSchema } from '../ids.ts';
import { type DetailSchemas, countSchema } from '../log/parts.ts';
import type { SigningRules } from '../log/signing.ts';
import { dateSchema, enumOf } from '../schemas.ts';
import { MAX_CLEAR, MAX_COPIES, PRINT_LAYOUTS } from './lists.ts';

const papers = z.array(rowIdSchema).max(MAX_COPIES);

/** Schema of `detail` for each action of prints. */
export const printDetails = {
  /**
   * One of each order; the purpose is its reason, who approved its cosigner. `papers`: the numbers of the copies, none where it was refused. `room`: that a
   * roster was asked for by; `rows`: of a roster, a notice, a shift or a count. `clear`: the fields of the resident that are not masked.
   */
  print: z.strictObject({
    layout: z.enum(PRINT_LAYOUTS),
    room: roomIdSchema.nullable(),
    rows: countSchema,
    clear: z.array(enumOf<RevealableFieldId>(REVEALABLE_FIELD_IDS)).max(MAX_CLEAR),
    papers,
    pages: countSchema,
    to: z.enum(['printer', 'file']),
    dueOn: dateSchema,
  }),
  /** One of each value that is in clear, so that who asks about the field finds it. `ward`: the resident as whose guardian they are on it. */
  'print-clear': z.strictObject({ papers, ward: personIdSchema.nullable() }),
} satisfies DetailSchemas;

/** Whose signature an entry of each action needs. */
export const printSigning = {
  print: 'either',
  'print-clear': 'either',
} as const satisfies SigningRules<typeof printDetails>;
