/** Log details of supervision: what was looked at in numbers, and what was found; the words stand in the entry's reason. */
import { z } from 'zod';
import { type Actions, signed } from '../manifest.ts';
import { countSchema } from '../numbers.ts';
import { dateSchema } from '../schemas.ts';
import { LOOKED_AT } from './lists.ts';

/** How many there were of each thing that is looked at. */
export const lookedAtSchema = z.strictObject(
  Object.fromEntries(LOOKED_AT.map((what) => [what, countSchema])) as Record<
    (typeof LOOKED_AT)[number],
    typeof countSchema
  >,
);

/** Each action of supervision. */
export const activityActions = {
  /** Since a day somebody has looked at what was done; `problems`: what is to be put right, an item of the tracker. */
  'spot-check': {
    detail: z.strictObject({ since: dateSchema, looked: lookedAtSchema, problems: countSchema }),
    decides: true,
    ...signed('compliance', {}),
    duties: ['spot-check'],
  },
  /** To whoever leads the company; of so many spot checks since a day. */
  'quarterly-report': {
    detail: z.strictObject({ since: dateSchema, checks: countSchema }),
    decides: true,
    ...signed('compliance', {}),
    duties: ['quarterly-report'],
  },
} as const satisfies Actions;
