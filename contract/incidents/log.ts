/** Log details of incidents: which, of what kind, and what was done; never what was written of it. */
import { z } from 'zod';
import { sha256Schema } from '../attachments/views.ts';
import type { Duty } from '../evidence/lists.ts';
import { type Actions, signed, unsigned } from '../manifest.ts';
import { loggedIdSchema } from '../ids.ts';
import { countSchema } from '../numbers.ts';
import { dateSchema, enumOf } from '../schemas.ts';
import { INCIDENT_KINDS, INCIDENT_ORIGINS, INCIDENT_SCOPES, INCIDENT_TEXTS, NOTICES_TO } from './lists.ts';

/** `drill`: it was played. */
const which = { incident: loggedIdSchema, drill: z.boolean() } as const;
const told = {
  ...which,
  notice: enumOf(NOTICES_TO),
  told: countSchema.nullable(),
  unreached: countSchema.nullable(),
} as const;
const given = {
  to: z.enum(['file', 'printer']),
  pages: countSchema,
  sha256: sha256Schema.nullable(),
} as const;

/** A drill shows that the plan works; what really happened is no drill. */
const dutiesOf = ({ drill }: { readonly drill: boolean }): readonly Duty[] => [
  drill ? 'incident-drill' : 'incidents',
];

/** A step on one, which stands with all that it changes. */
const changes = { incident: '~', incident_step: '+' } as const;
const step = { ...unsigned('denied', changes), whole: true } as const;
const signedStep = { ...signed('denied', changes), whole: true } as const;
const ofEither = { duties: ['incident-drill', 'incidents'], dutiesOf } as const;

/** Each action on incidents. A resident, where it is about one, stands in the entry's own column. */
export const incidentActions = {
  'incident-open': {
    detail: z.strictObject({ ...which, kind: enumOf(INCIDENT_KINDS), origin: enumOf(INCIDENT_ORIGINS) }),
    ...unsigned('denied', { incident: '+', incident_step: '+' }),
    ...ofEither,
  },
  'incident-change': {
    detail: z.strictObject({
      ...which,
      changed: z
        .array(z.enum(['title', 'kind', 'certainty', 'noticedAt', 'fields', 'level', ...INCIDENT_TEXTS]))
        .min(1)
        .max(11),
    }),
    ...unsigned('denied', { form_edition: '+', incident: '~', incident_step: '+' }),
    whole: true,
  },
  /** `people`: null where nobody knows. */
  'incident-count': {
    detail: z.strictObject({ ...which, scope: enumOf(INCIDENT_SCOPES), people: countSchema.nullable() }),
    ...step,
    ...ofEither,
  },
  /** A notice was written, before it is given out. */
  'incident-notice': {
    detail: z.strictObject({ ...which, notice: enumOf(NOTICES_TO) }),
    ...step,
    ...ofEither,
  },
  'incident-give': {
    detail: z.strictObject({ ...which, notice: enumOf(NOTICES_TO), ...given }),
    ...unsigned('denied', {}),
  },
  /** The authority was told; or so many people were, and so many could not be reached. */
  'incident-told': { detail: z.strictObject(told), decides: true, ...signedStep, duties: ['incidents'] },
  /** The same in a drill, of which nobody is told. */
  'incident-rehearsed': { detail: z.strictObject(told), ...step, duties: ['incident-drill'] },
  /** The people are not told, and why is the entry's reason. */
  'incident-not-told': { detail: z.strictObject(which), decides: true, ...signedStep, ...ofEither },
  'incident-measure': {
    detail: z.strictObject({ ...which, rectification: loggedIdSchema }),
    ...step,
    ...ofEither,
  },
  'incident-file': {
    detail: z.strictObject({ ...which, entries: countSchema, ...given }),
    ...unsigned('denied', {}),
    ...ofEither,
  },
  /** Close of an incident; its result is the entry's reason. */
  'incident-close': { detail: z.strictObject(which), decides: true, ...signedStep, ...ofEither },
  /** Whoever has looked states that there was none; why is the entry's reason, and it counts until this day. */
  'incident-none': {
    detail: z.strictObject({ until: dateSchema }),
    decides: true,
    ...signed('denied', {}),
    duties: ['incidents'],
  },
} as const satisfies Actions;
