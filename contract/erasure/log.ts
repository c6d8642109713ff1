/** Log details of deletions: which, why and what was found afterwards; of a person nothing but their number, which is the entry's own. */
import { z } from 'zod';
import { type Actions, signedCoordinated, unsigned } from '../manifest.ts';
import { loggedIdSchema } from '../ids.ts';
import { countSchema, numberSchema } from '../numbers.ts';
import { dateSchema, enumOf } from '../schemas.ts';
import { ERASURE_CAUSES, HOLD_KINDS } from './lists.ts';

/** Each action of deletions and of what stands in their way. */
export const erasureActions = {
  /** One person, whose number is the entry's. Why is the entry's reason. */
  erase: {
    detail: z.strictObject({ erasure: loggedIdSchema, cause: enumOf(ERASURE_CAUSES) }),
    decides: true,
    ...signedCoordinated('records', {
      confirmed_field: '-',
      counter_note: '-',
      erased_person: '+',
      erasure: '+',
      former_tag: '-',
      lease: '-',
      match_tag: '-',
      merge_row: '-',
      merge_run: '-',
      notice: '-',
      occupancy: '-',
      person: '~-',
      pet: '-',
      recalled_person: '-',
      renovation: '-',
      room: '~',
      room_note: '-',
      seal_batch: '-',
      sealed_value: '-',
      space: '-',
      vehicle: '-',
    }),
    duties: ['number-of-people'],
  },
  /** Finding of a later check of the erasure, once somebody has made one. */
  'erase-check': {
    detail: z.strictObject({
      erasure: loggedIdSchema,
      people: numberSchema,
      pages: numberSchema,
      searched: countSchema,
      found: countSchema,
      walBytes: countSchema,
      /** Backups of before that still hold them. */
      backups: countSchema,
    }),
    ...unsigned('records', {}),
    duties: ['retention'],
  },
  /** Of one person; why is the entry's reason. */
  hold: {
    detail: z.strictObject({ hold: loggedIdSchema, kind: enumOf(HOLD_KINDS), until: dateSchema.nullable() }),
    decides: true,
    ...signedCoordinated('records', { hold: '+' }),
    duties: ['retention'],
  },
  'hold-end': {
    detail: z.strictObject({ hold: loggedIdSchema, kind: enumOf(HOLD_KINDS) }),
    decides: true,
    ...signedCoordinated('records', { hold: '~' }),
    duties: ['retention'],
  },
} as const satisfies Actions;
