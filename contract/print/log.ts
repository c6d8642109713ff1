/** Log details of prints: what, how many, which numbers of the register; never a value, and of a notice never its rows. */
import { z } from 'zod';
import { type Actions, signedByEither } from '../manifest.ts';
import { REVEALABLE_FIELD_IDS } from '../fields.ts';
import { loggedIdSchema, personIdSchema, roomIdSchema } from '../ids.ts';
import { countSchema } from '../numbers.ts';
import { dateSchema, enumOf } from '../schemas.ts';
import { MAX_CLEAR, MAX_COPIES, PRINT_LAYOUTS } from './lists.ts';

const papers = z.array(loggedIdSchema).max(MAX_COPIES);

/** Each action of prints. */
export const printActions = {
  /**
   * One of each order; the purpose is its reason, who approved its cosigner. `papers`: the numbers of the copies, none where it was refused. `room`: that a
   * roster was asked for by; `rows`: of a roster, a notice, a shift or a count. `clear`: the fields of the resident that are not masked.
   */
  print: {
    detail: z.strictObject({
      layout: z.enum(PRINT_LAYOUTS),
      room: roomIdSchema.nullable(),
      rows: countSchema,
      clear: z.array(enumOf(REVEALABLE_FIELD_IDS)).max(MAX_CLEAR),
      papers,
      pages: countSchema,
      to: z.enum(['printer', 'file']),
      dueOn: dateSchema,
    }),
    ...signedByEither('paper', { paper: '+' }),
    duties: ['paper'],
  },
  /** One of each value that is in clear, so that who asks about the field finds it. `ward`: the resident as whose guardian they are on it. */
  'print-clear': {
    detail: z.strictObject({ papers, ward: personIdSchema.nullable() }),
    ...signedByEither('paper', {}),
  },
} as const satisfies Actions;
