/** Log details of paper: which paper, what became of it, never what stands on it nor what it is called. */
import { z } from 'zod';
import { type Actions, signed, unsigned } from '../manifest.ts';
import { countSchema, numberSchema } from '../numbers.ts';
import { sha256Schema } from '../attachments/views.ts';
import { loggedIdSchema } from '../ids.ts';
import { dateSchema, enumOf } from '../schemas.ts';
import { DESTROYED_BY, MAX_PAPERS, PAPER_SORTS } from './lists.ts';

const sort = enumOf(PAPER_SORTS);
const which = { paper: loggedIdSchema, sort } as const;
/** Facts of a paper that can be corrected. */
const factSchema = z.enum(['sort', 'title', 'pages', 'foundAt', 'custodian', 'place', 'dueOn']);

const changes = { paper: '~' } as const;

/** Each action on paper. */
export const paperActions = {
  'paper-in': {
    detail: z.strictObject({ ...which, pages: numberSchema.nullable() }),
    ...unsigned('paper', { paper: '+' }),
    duties: ['paper'],
  },
  'paper-change': {
    detail: z.strictObject({ ...which, changed: z.array(factSchema).min(1).max(7) }),
    ...unsigned('paper', changes),
    duties: ['paper'],
  },
  /** Why is the entry's reason. */
  'paper-extend': {
    detail: z.strictObject({ ...which, dueOn: dateSchema }),
    ...signed('paper', changes),
    duties: ['paper'],
  },
  'paper-return': { detail: z.strictObject(which), ...unsigned('paper', changes), duties: ['paper'] },
  /** The witness is the entry's cosigner. */
  'paper-destroy': {
    detail: z.strictObject({ ...which, by: enumOf(DESTROYED_BY) }),
    ...signed('paper', changes),
    duties: ['paper'],
  },
  /** Loss of a paper; the account of what happened is the entry's reason. */
  'paper-lost': { detail: z.strictObject(which), ...signed('paper', changes), duties: ['paper'] },
  'paper-found': { detail: z.strictObject(which), ...unsigned('paper', changes), duties: ['paper'] },
  /** So many of the papers that were to be there were; the others by number. */
  'paper-count': {
    detail: z.strictObject({ there: countSchema, missing: z.array(loggedIdSchema).max(MAX_PAPERS) }),
    ...signed('paper', changes),
    duties: ['paper'],
  },
  /** Whoever has done it states that no paper with data of residents is kept; it counts until this day. */
  'paper-none': {
    detail: z.strictObject({ until: dateSchema }),
    decides: true,
    ...signed('paper', {}),
    duties: ['paper'],
  },
  /** The record of a destruction was given out; `sha256`: null where it went to the printer. */
  'paper-record': {
    detail: z.strictObject({ ...which, pages: countSchema, sha256: sha256Schema.nullable() }),
    ...unsigned('paper', {}),
  },
} as const satisfies Actions;
