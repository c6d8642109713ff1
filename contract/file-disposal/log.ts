/** Log details of what is left of destroyed files: counts and numbers, neither a path nor a name of a file. */
import { z } from 'zod';
import { type Actions, unsigned, signed } from '../manifest.ts';
import { countSchema, numberSchema } from '../numbers.ts';
import { byteCountSchema, enumOf } from '../schemas.ts';
import { SWEEP_PLACES } from '../sweep/lists.ts';

const disposal = { disposal: numberSchema } as const;

/** Schema of `detail` for each action. */
export const fileDisposalActions = {
  /** Copies were looked for. `names`: shortcuts and lists of programs that have its name. */
  'disposal-check': {
    detail: z.strictObject({
      ...disposal,
      files: countSchema,
      unread: countSchema,
      copies: countSchema,
      names: countSchema,
    }),
    ...unsigned('sweep', { disposal: '~', disposal_copy: '+' }),
    duties: ['leftover-files'],
    byTheClock: true,
  },
  /** A copy was destroyed. */
  'disposal-copy': {
    detail: z.strictObject({ ...disposal, place: enumOf(SWEEP_PLACES), bytes: byteCountSchema }),
    ...signed('sweep', {}),
    duties: ['leftover-files'],
  },
  /** The computer stopped while a file was destroyed, and it is still there. */
  'disposal-broken': {
    detail: z.strictObject(disposal),
    ...unsigned('sweep', { disposal: '~' }),
    byTheClock: true,
  },
} as const satisfies Actions;
