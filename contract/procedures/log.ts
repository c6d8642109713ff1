/** Log details of documents: which, in which version, by the hash of its text; never the text. */
import { z } from 'zod';
import { type Actions, unsignedCoordinated, signedCoordinated, signed, unsigned } from '../manifest.ts';
import { loggedIdSchema } from '../ids.ts';
import { numberSchema } from '../numbers.ts';
import type { Duty } from '../evidence/lists.ts';
import { type ProcedureKind, isSignedByAll } from './lists.ts';
import { procedureKindSchema, textHashSchema } from './views.ts';

const which = { procedure: loggedIdSchema, kind: procedureKindSchema } as const;
const version = { ...which, version: loggedIdSchema, number: numberSchema, sha256: textHashSchema } as const;

/** Duty of each kind of document; null for one that the company writes itself. */
const DUTY_OF_KIND: Readonly<Record<ProcedureKind, Duty | null>> = {
  'information-officer': 'responsible-persons',
  'network-officer': 'responsible-persons',
  'management-system': 'management-system',
  'data-procedures': 'counter-procedures',
  'counter-procedures': 'counter-procedures',
  'incident-plan': 'incident-plan',
  undertaking: 'undertakings',
  'resident-notice': 'resident-notices',
  'posted-notice': 'resident-notices',
  'minors-rules': 'resident-notices',
  'processor-agreement': 'other-systems',
  own: null,
};
const dutiesOfKind = ({ kind }: { readonly kind: ProcedureKind }): readonly Duty[] => {
  const duty = DUTY_OF_KIND[kind];
  return duty === null ? [] : [duty];
};
/** An undertaking is a duty of its own. */
const dutiesOfSigned = ({ kind }: { readonly kind: ProcedureKind }): readonly Duty[] =>
  kind === 'undertaking' ? ['undertakings'] : isSignedByAll(kind) ? ['sign-offs'] : [];

/** Duties that any text of a document is about; who is responsible counts once it is in force. */
const DRAFTED = [
  'management-system',
  'counter-procedures',
  'incident-plan',
  'undertakings',
  'resident-notices',
  'other-systems',
] as const;

/** Each action on documents. */
export const procedureActions = {
  'procedure-draft': {
    detail: z.strictObject({ ...which, from: z.enum(['template', 'published', 'empty', 'edit', 'discard']) }),
    ...unsignedCoordinated('compliance', { procedure: '+~-' }),
    duties: DRAFTED,
    dutiesOf: dutiesOfKind,
  },
  'procedure-publish': {
    detail: z.strictObject(version),
    decides: true,
    ...signedCoordinated('compliance', { procedure: '~', procedure_version: '+' }),
    duties: ['responsible-persons', ...DRAFTED],
    dutiesOf: dutiesOfKind,
  },
  /** Whoever has done it has read the text of this hash. */
  'procedure-sign': {
    detail: z.strictObject(version),
    decides: true,
    ...signed('compliance', {}),
    duties: ['undertakings', 'sign-offs'],
    dutiesOf: dutiesOfSigned,
  },
  /** `number`: null of a draft. `sha256`: of the file; null on paper. */
  'procedure-give': {
    detail: z.strictObject({ ...which, number: numberSchema.nullable(), sha256: textHashSchema.nullable() }),
    ...unsigned('compliance', {}),
  },
} as const satisfies Actions;
