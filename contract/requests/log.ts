/** Log details of requests of individuals: which, of what kind, and what became of it; never what is asked in words. */
import { z } from 'zod';
import { sha256Schema } from '../attachments/views.ts';
import { type Actions, unsigned, signed } from '../manifest.ts';
import { loggedIdSchema } from '../ids.ts';
import { countSchema, numberSchema } from '../numbers.ts';
import { dateSchema, enumOf } from '../schemas.ts';
import {
  AUTHORITY_PAPERS,
  REQUEST_ACTS,
  REQUEST_ASKERS,
  REQUEST_OUTCOMES,
  REQUEST_WAYS,
  REQUEST_WHATS,
} from './lists.ts';

const which = { request: loggedIdSchema, what: enumOf(REQUEST_WHATS) } as const;

/** Each action on requests of individuals. Whose they are stands in the entry's own column. */
export const requestActions = {
  'request-in': {
    detail: z.strictObject({ ...which, asker: enumOf(REQUEST_ASKERS), way: enumOf(REQUEST_WAYS) }),
    ...unsigned('records', { subject_request: '+' }),
    duties: ['requests'],
  },
  /** Who acts is in the store alone. Their own identity document was compared with the paper. */
  'request-authority': {
    detail: z.strictObject({
      ...which,
      asker: enumOf(REQUEST_ASKERS),
      paper: enumOf(AUTHORITY_PAPERS),
      until: dateSchema.nullable(),
    }),
    ...signed('records', { subject_request: '~' }),
    duties: ['requests'],
  },
  /** From then on the record is stored and nothing else. Why is the entry's reason. */
  'request-restrict': {
    detail: z.strictObject(which),
    decides: true,
    ...signed('records', { person: '~', subject_request: '~' }),
    duties: ['requests'],
  },
  'request-lift': {
    detail: z.strictObject(which),
    decides: true,
    ...signed('records', { subject_request: '~' }),
    duties: ['requests'],
  },
  /** Why is the entry's reason. */
  'request-extend': {
    detail: z.strictObject({ ...which, dueOn: dateSchema }),
    ...signed('records', { subject_request: '~' }),
    duties: ['requests'],
  },
  /** `entry`: number of the one by which it was done. `refusal`: the reason's name in the data. What was said beside is the entry's reason. */
  'request-decide': {
    detail: z.strictObject({
      ...which,
      how: enumOf(REQUEST_OUTCOMES),
      act: enumOf(REQUEST_ACTS).nullable(),
      entry: numberSchema.nullable(),
      refusal: z.string().max(40).nullable(),
    }),
    ...signed('records', { form_edition: '+', subject_request: '~' }),
    duties: ['requests'],
  },
  'request-letter': {
    detail: z.strictObject({
      ...which,
      to: z.enum(['file', 'printer']),
      pages: countSchema,
      sha256: sha256Schema.nullable(),
    }),
    ...unsigned('records', {}),
    duties: ['requests'],
  },
} as const satisfies Actions;
