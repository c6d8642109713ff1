/** Log details of files that leave the house: which, of what kind, and what became of it; never a value, a recipient's name or a password. */
import { z } from 'zod';
import { personIdSchema, rowIdSchema } from '../ids.ts';
import { type DetailSchemas, numberSchema } from '../log/parts.ts';
import type { SigningRules } from '../log/signing.ts';
import { dateSchema, enumOf } from '../schemas.ts';
import {
  COPY_RECIPIENTS,
  DISCLOSURE_ENDS,
  DISCLOSURE_FORMATS,
  DISCLOSURE_KINDS,
  IDENTITY_PROOFS,
} from './lists.ts';

const which = { disclosure: rowIdSchema, kind: enumOf(DISCLOSURE_KINDS) } as const;

/** Schema of `detail` for each action on files that leave the house. */
export const disclosureDetails = {
  /** One value of one person, by the entry's field. `ward`: it is the name of the guardian of that person. */
  disclose: z.strictObject({ ...which, ward: personIdSchema.nullable() }),
  /** The file, before it is there. Whom for and why are the entry's reason, the document its ticket. */
  disclosure: z.strictObject({
    ...which,
    format: enumOf(DISCLOSURE_FORMATS),
    people: numberSchema,
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    dueOn: dateSchema.nullable(),
    /** Of a copy alone. */
    to: enumOf(COPY_RECIPIENTS).nullable(),
    identity: enumOf(IDENTITY_PROOFS).nullable(),
  }),
  /** It was written, or (`failed`) could not be. */
  'disclosure-file': z.strictObject(which),
  /** Why is the entry's reason. */
  'disclosure-recall': z.strictObject(which),
  'disclosure-note': z.strictObject(which),
  'disclosure-end': z.strictObject({ ...which, how: enumOf(DISCLOSURE_ENDS) }),
} satisfies DetailSchemas;

/** Whose signature an entry of each action needs. */
export const disclosureSigning = {
  disclose: 'own',
  disclosure: 'own',
  'disclosure-file': 'own',
  'disclosure-recall': 'own',
  'disclosure-note': 'free',
  'disclosure-end': 'own',
} as const satisfies SigningRules<typeof disclosureDetails>;
