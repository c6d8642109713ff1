/** Log detail of the decision about ID numbers. */
import { z } from 'zod';
import type { Actions } from '../manifest.ts';
import { enumOf } from '../schemas.ts';
import { ID_CHOICES } from './lists.ts';

/** Each action on ID numbers. */
export const idNumbersActions = {
  /** In force until the next. */
  'id-numbers': {
    detail: z.strictObject({ choice: enumOf(ID_CHOICES) }),
    decides: true,
    signing: 'own',
    group: 'rules',
    duties: ['notice-and-consent'],
  },
} as const satisfies Actions;
