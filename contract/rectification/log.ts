/** Log details of what is put right: which item, where it comes from and what became of it; never its words. */
import { z } from 'zod';
import { type Actions, unsigned, signed, signedCoordinated } from '../manifest.ts';
import { loggedIdSchema } from '../ids.ts';
import { sha256Schema } from '../attachments/views.ts';
import { countSchema, numberSchema } from '../numbers.ts';
import { dateSchema, enumOf } from '../schemas.ts';
import { RECTIFICATION_SOURCES } from './lists.ts';

const which = {
  rectification: loggedIdSchema,
  source: enumOf(RECTIFICATION_SOURCES),
} as const;

/** Each action of the tracker. */
export const rectificationActions = {
  'rectification-add': {
    detail: z.strictObject({ ...which, dueOn: dateSchema.nullable() }),
    ...unsigned('compliance', { rectification: '+', rectification_step: '+' }),
    duties: ['rectification'],
    byTheClock: true,
  },
  'rectification-change': {
    detail: z.strictObject({
      ...which,
      dueOn: dateSchema.nullable(),
      changed: z
        .array(z.enum(['title', 'words', 'who', 'dueOn']))
        .min(1)
        .max(4),
    }),
    ...unsigned('compliance', { rectification: '~', rectification_step: '+' }),
    whole: true,
    duties: ['rectification'],
  },
  /** Completion of an item; the account of what was done is the entry's reason. */
  'rectification-done': {
    detail: z.strictObject({ ...which, doneOn: dateSchema, evidence: countSchema }),
    ...signed('compliance', { rectification: '~', rectification_step: '+' }),
    whole: true,
    duties: ['rectification'],
  },
  'rectification-reopen': {
    detail: z.strictObject(which),
    ...signed('compliance', { rectification: '~', rectification_step: '+' }),
    whole: true,
    duties: ['rectification'],
  },
  'police-notice': {
    detail: z.strictObject({ notice: loggedIdSchema, dueOn: dateSchema, items: numberSchema }),
    ...signedCoordinated('compliance', { police_notice: '+' }),
    duties: ['rectification'],
  },
  /** `sha256`: null where it was printed. */
  'police-answer': {
    detail: z.strictObject({
      notice: loggedIdSchema,
      items: numberSchema,
      done: countSchema,
      pictures: countSchema,
      pages: numberSchema,
      to: z.enum(['file', 'printer']),
      sha256: sha256Schema.nullable(),
    }),
    ...signedCoordinated('compliance', { police_notice: '~' }),
    duties: ['rectification'],
  },
} as const satisfies Actions;
