/** Log detail of the list of reasons. */
import { z } from 'zod';
import { type Actions, signedCoordinated } from '../manifest.ts';
import { reasonListSchema } from './schemas.ts';

/** Each action on the list of reasons. */
export const reasonsActions = {
  /** The whole list, as it is from then on. */
  reasons: {
    detail: z.strictObject({ list: reasonListSchema }),
    decides: true,
    ...signedCoordinated('rules', {}),
  },
} as const satisfies Actions;
