/** Log detail of the decision about ID numbers. */
import { z } from 'zod';
import { type Actions, signedCoordinated } from '../manifest.ts';
import { loggedIdSchema } from '../ids.ts';
import { countSchema } from '../numbers.ts';
import { enumOf } from '../schemas.ts';
import { ID_CHOICES } from './lists.ts';

/** Each action on ID numbers. */
export const idNumbersActions = {
  /** In force until the next. */
  'id-numbers': {
    detail: z.strictObject({ choice: enumOf(ID_CHOICES) }),
    decides: true,
    ...signedCoordinated('rules', {}),
    duties: ['notice-and-consent'],
  },
  /**
   * Numbers that may not be kept were removed, of so many people at once; from then on none is taken without a consent on record. `texts`: words in which a number
   * stood and was starred. `again`: by a restore, of what its backup had brought back, while words were not looked through.
   */
  'id-removal': {
    detail: z.strictObject({
      erasure: loggedIdSchema,
      people: countSchema,
      values: countSchema,
      texts: countSchema,
      again: z.boolean(),
    }),
    decides: true,
    ...signedCoordinated('records', {
      erased_person: '+',
      erasure: '+',
      former_tag: '-',
      match_tag: '-',
      merge_row: '-',
      merge_run: '-',
      person: '~',
      seal_batch: '-',
      sealed_value: '-',
    }),
    duties: ['notice-and-consent', 'retention'],
  },
} as const satisfies Actions;
