/** Log details of files that leave the house: which, of what kind, and what became of it; never a value, a recipient's name or a password. */
import { z } from 'zod';
import { sha256Schema } from '../attachments/views.ts';
import { type Actions, signed, unsigned } from '../manifest.ts';
import { loggedIdSchema, personIdSchema } from '../ids.ts';
import { numberSchema } from '../numbers.ts';
import { REQUEST_ASKERS } from '../requests/lists.ts';
import { dateSchema, enumOf } from '../schemas.ts';
import { DISCLOSURE_ENDS, DISCLOSURE_FORMATS, DISCLOSURE_KINDS } from './lists.ts';

const which = { disclosure: loggedIdSchema, kind: enumOf(DISCLOSURE_KINDS) } as const;

/** Each action on files that leave the house. */
export const disclosureActions = {
  /** One value of one person, by the entry's field. `ward`: it is the name of the guardian of that person. */
  disclose: {
    detail: z.strictObject({ ...which, ward: personIdSchema.nullable() }),
    ...signed('reveal', {}),
  },
  /** The file, before it is there. Whom for and why are the entry's reason, the document its ticket. */
  disclosure: {
    detail: z.strictObject({
      ...which,
      format: enumOf(DISCLOSURE_FORMATS),
      people: numberSchema,
      sha256: sha256Schema,
      dueOn: dateSchema.nullable(),
      /** Of a copy alone: who asked for it, and by which request. */
      asked: z.strictObject({ request: loggedIdSchema, asker: enumOf(REQUEST_ASKERS) }).nullable(),
    }),
    ...signed('paper', { disclosure: '+' }),
    duties: ['disclosures'],
  },
  /** It was written, or (`failed`) could not be. */
  'disclosure-file': { detail: z.strictObject(which), ...signed('paper', { disclosure: '~' }) },
  /** Why is the entry's reason. */
  'disclosure-recall': {
    detail: z.strictObject(which),
    ...signed('paper', { disclosure: '~' }),
    duties: ['disclosures'],
  },
  'disclosure-note': { detail: z.strictObject(which), ...unsigned('paper', {}) },
  'disclosure-end': {
    detail: z.strictObject({ ...which, how: enumOf(DISCLOSURE_ENDS) }),
    ...signed('paper', { disclosure: '~' }),
    duties: ['disclosures'],
  },
} as const satisfies Actions;
