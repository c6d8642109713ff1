/** The register of other systems that hold data of residents: its routes, what is shown of it, and what the log says of its changes. */
import { z } from 'zod';
import { type Actions, unsignedCoordinated, signedCoordinated } from '../manifest.ts';
import { otherSystemIdSchema } from '../ids.ts';
import { numberSchema } from '../numbers.ts';
import { NO_RESIDENT, OVERSIGHT, PLAINLY, route } from '../route.ts';
import { dateSchema, enumOf, lineSchema, nothing, pinSchema, versionSchema } from '../schemas.ts';
import { CLAUSES, OTHER_SYSTEM_KINDS, PASSWORD_STATES } from './lists.ts';

const kindSchema = enumOf(OTHER_SYSTEM_KINDS);

/** State of the account's password, which itself is kept nowhere here; of a holder, how it is kept. */
const passwordSchema = enumOf(PASSWORD_STATES);

const factsSchema = z.strictObject({
  kind: kindSchema,
  name: lineSchema(1, 60),
  vendor: lineSchema(0, 60),
  /** Number of the contract; of a holder none, and no vendor. */
  contract: lineSchema(0, 60),
  contractEnds: dateSchema.nullable(),
  /** Who has the account: a name or a post, never what opens it. */
  holder: lineSchema(0, 60),
  /** Residents' data in it, in words such as names and plates, never a value. */
  holds: lineSchema(0, 60),
  password: passwordSchema,
});
export type OtherSystemFacts = z.infer<typeof factsSchema>;

const clausesSchema = z.array(enumOf(CLAUSES)).max(CLAUSES.length);

/** What whoever read the agreement found. */
const readingSchema = z.strictObject({
  /** The vendor processes data for the company; where not, no agreement is needed. */
  isProcessor: z.boolean(),
  /** Date of the paper. */
  signedOn: dateSchema.nullable(),
  clauses: clausesSchema,
});

/** As it was read last; its number and its end are those of the contract. */
const agreementSchema = readingSchema.extend({ readOn: dateSchema, readBy: z.string().max(60) });
export type Agreement = z.infer<typeof agreementSchema>;
/** As it is kept: with whose it was, so that it is none of another vendor's or of another paper's. */
export const keptAgreementSchema = agreementSchema.extend({ vendor: z.string(), contract: z.string() });
export type KeptAgreement = z.infer<typeof keptAgreementSchema>;

/** `soon`: within 30 days. */
const checkSchema = z.strictObject({
  last: dateSchema.nullable(),
  /** A year after the last; null where there was none. */
  next: dateSchema.nullable(),
  /** From today to the next, below zero once it is over. */
  daysLeft: z.number().int().nullable(),
  state: z.enum(['never', 'overdue', 'soon', 'fine']),
});

const otherSystemSchema = factsSchema.extend({
  systemId: otherSystemIdSchema,
  version: versionSchema,
  contractEnded: z.boolean(),
  /** Null where nobody has read one, or vendor or number were another's then; always of a holder. */
  agreement: agreementSchema.nullable(),
  check: checkSchema,
});
export type OtherSystem = z.infer<typeof otherSystemSchema>;

/** Most systems that the register holds. */
export const MAX_OTHER_SYSTEMS = 200;

/** The register as it is afterwards: who is due first stands first. */
const registerSchema = z.strictObject({ systems: z.array(otherSystemSchema).max(MAX_OTHER_SYSTEMS) });

const versioned = { systemId: otherSystemIdSchema, version: versionSchema } as const;

/** Routes of the register. */
export const otherSystemsRoutes = {
  'systems.list': route(OVERSIGHT, nothing, registerSchema, { ...NO_RESIDENT, inInspection: true }),
  'systems.add': route(['admin'], z.strictObject({ system: factsSchema }), registerSchema, {
    enters: ['other-system-add'],
    ...PLAINLY,
  }),
  'systems.change': route(['admin'], z.strictObject({ ...versioned, system: factsSchema }), registerSchema, {
    enters: ['other-system-change'],
    ...PLAINLY,
  }),
  /** It was checked today: who has the account, and what the check found of the password. */
  'systems.check': route(
    ['admin'],
    z.strictObject({ ...versioned, password: passwordSchema }),
    registerSchema,
    { enters: ['other-system-check'], shows: 'nothing', proof: 'none' },
  ),
  /** Signed by whoever has read the agreement. */
  'systems.agreement': route(
    ['admin'],
    z.strictObject({ ...versioned, agreement: readingSchema, pin: pinSchema }),
    registerSchema,
    { enters: ['other-system-agreement'], shows: 'nothing', proof: 'own' },
  ),
  'systems.remove': route(['admin'], z.strictObject(versioned), registerSchema, {
    enters: ['other-system-remove'],
    ...PLAINLY,
  }),
};

/** As it is called at the time. */
const named = { system: numberSchema, kind: kindSchema, name: z.string().max(60) } as const;

/** Details of the register's log entries. */
export const otherSystemsActions = {
  'other-system-add': {
    detail: z.strictObject({ ...named, password: passwordSchema }),
    ...unsignedCoordinated('rules', { other_system: '+' }),
    duties: ['other-systems'],
  },
  'other-system-change': {
    detail: z.strictObject({
      ...named,
      changed: z.array(factsSchema.keyof()).min(1).max(8),
      password: passwordSchema,
    }),
    ...unsignedCoordinated('rules', { other_system: '~' }),
    duties: ['other-systems'],
  },
  'other-system-check': {
    detail: z.strictObject({ ...named, password: passwordSchema }),
    ...unsignedCoordinated('rules', { other_system: '~' }),
    duties: ['other-systems'],
  },
  'other-system-agreement': {
    detail: z.strictObject({ ...named, isProcessor: z.boolean(), clauses: clausesSchema }),
    ...signedCoordinated('rules', { other_system: '~' }),
    duties: ['other-systems'],
  },
  'other-system-remove': {
    detail: z.strictObject(named),
    ...unsignedCoordinated('rules', { other_system: '-' }),
    duties: ['other-systems'],
  },
} as const satisfies Actions;
