/** Log details of incidents: which, of what kind, and what was done; never what was written of it. */
import { z } from 'zod';
import { rowIdSchema } from '../ids.ts';
import { type DetailSchemas, countSchema } from '../log/parts.ts';
import type { SigningRules } from '../log/signing.ts';
import { enumOf } from '../schemas.ts';
import { INCIDENT_KINDS, INCIDENT_ORIGINS, INCIDENT_SCOPES, INCIDENT_TEXTS, NOTICES_TO } from './lists.ts';

/** `drill`: it was played. */
const which = { incident: rowIdSchema, drill: z.boolean() } as const;
const given = {
  to: z.enum(['file', 'printer']),
  pages: countSchema,
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
} as const;

/** Schema of `detail` for each action on incidents. A resident, where it is about one, stands in the entry's own column. */
export const incidentDetails = {
  'incident-open': z.strictObject({
    ...which,
    kind: enumOf(INCIDENT_KINDS),
    origin: enumOf(INCIDENT_ORIGINS),
  }),
  'incident-change': z.strictObject({
    ...which,
    changed: z
      .array(z.enum(['title', 'kind', 'certainty', 'noticedAt', 'fields', 'level', ...INCIDENT_TEXTS]))
      .min(1)
      .max(11),
  }),
  /** `people`: null where nobody knows. */
  'incident-count': z.strictObject({
    ...which,
    scope: enumOf(INCIDENT_SCOPES),
    people: countSchema.nullable(),
  }),
  /** A notice was written, before it is given out. */
  'incident-notice': z.strictObject({ ...which, notice: enumOf(NOTICES_TO) }),
  'incident-give': z.strictObject({ ...which, notice: enumOf(NOTICES_TO), ...given }),
  /** The authority was told; or so many people were, and so many could not be reached. */
  'incident-told': z.strictObject({
    ...which,
    notice: enumOf(NOTICES_TO),
    told: countSchema.nullable(),
    unreached: countSchema.nullable(),
  }),
  /** The people are not told, and why is the entry's reason. */
  'incident-not-told': z.strictObject(which),
  'incident-measure': z.strictObject({ ...which, rectification: rowIdSchema }),
  'incident-file': z.strictObject({ ...which, entries: countSchema, ...given }),
  /** What came of it is the entry's reason. */
  'incident-close': z.strictObject(which),
} satisfies DetailSchemas;

/** Whose signature an entry of each action needs. */
export const incidentSigning = {
  'incident-open': 'free',
  'incident-change': 'free',
  'incident-count': 'free',
  'incident-notice': 'free',
  'incident-give': 'free',
  'incident-told': 'free',
  'incident-not-told': 'own',
  'incident-measure': 'free',
  'incident-file': 'free',
  'incident-close': 'own',
} as const satisfies SigningRules<typeof incidentDetails>;
