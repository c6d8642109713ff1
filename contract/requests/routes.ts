/** Requests of individuals: the routes that take them in, know who asks, and end them, and the register of them. */
import { z } from 'zod';
import { PURPOSES, WITHDRAWALS } from '../fields.ts';
import { sourceSchema } from '../forms/schemas.ts';
import { fileIdSchema, personIdSchema, requestIdSchema } from '../ids.ts';
import { DESK, EVERYONE, OF_NOBODY, OVERSIGHT, route, routesOf, MASKED, MASKS_BY_OWN_PIN } from '../route.ts';
import {
  dateSchema,
  enumOf,
  fieldIdSchema,
  lineSchema,
  maskSchema,
  nothing,
  pinSchema,
  proofSchema,
  timeSchema,
  versionSchema,
  wordsSchema,
} from '../schemas.ts';
import { WORDS } from '../words.ts';
import {
  AUTHORITY_PAPERS,
  IDENTITY_KINDS,
  MAX_REFUSALS,
  MAX_REQUESTS_LISTED,
  REQUEST_ACTS,
  REQUEST_ASKERS,
  REQUEST_OUTCOMES,
  REQUEST_STATES,
  REQUEST_WAYS,
  REQUEST_WHATS,
} from './lists.ts';

const nameSchema = z.string().max(60);
const textSchema = z.string().max(400);

/** A reason of refusal, from the data. */
const refusalSchema = z.strictObject({
  id: z.string().max(40),
  zh: textSchema,
  en: textSchema,
  /** Where it stands. */
  basis: textSchema,
  basisEn: textSchema,
  /** Whether the words of the law itself are held. */
  sure: z.boolean(),
  /** Of what it may be a reason; empty for anything. */
  of: z.array(enumOf(REQUEST_WHATS)).max(REQUEST_WHATS.length),
});
/** Type of `refusalSchema`. */
export type Refusal = z.infer<typeof refusalSchema>;

/** By when a request is answered, from the data. */
const termSchema = z.strictObject({
  what: enumOf(REQUEST_WHATS),
  days: z.number().int().positive(),
  most: z.number().int().positive(),
  basis: textSchema,
  basisEn: textSchema,
  sure: z.boolean(),
});
/** Type of `termSchema`. */
export type RequestTerm = z.infer<typeof termSchema>;

const requestSchema = z.strictObject({
  requestId: requestIdSchema,
  version: versionSchema,
  what: enumOf(REQUEST_WHATS),
  /** Of a correction or a deletion: what of the record, empty for all of it. */
  fields: z.array(fieldIdSchema).max(40),
  asker: enumOf(REQUEST_ASKERS),
  way: enumOf(REQUEST_WAYS),
  /** Whose information it is about, as the record is now; null where there is none any more. */
  personId: personIdSchema.nullable(),
  personMask: maskSchema.nullable(),
  /** Where they lived when it came in; may be empty. */
  room: z.string().max(120),
  takenIn: z.strictObject({ at: timeSchema, by: nameSchema }),
  dueOn: dateSchema,
  /** The last day to which it may be put off. */
  latest: dateSchema,
  /** From today, below zero once the day is over. Null of one that has ended. */
  daysLeft: z.number().int().nullable(),
  /** Their answer was verified for this request. */
  identity: z.strictObject({ at: timeSchema, by: nameSchema, kind: enumOf(IDENTITY_KINDS) }).nullable(),
  /** Who acts for the person, by which paper, and until when; null where nobody was shown to. */
  authority: z
    .strictObject({
      nameMask: maskSchema,
      paper: enumOf(AUTHORITY_PAPERS),
      until: dateSchema.nullable(),
      isOver: z.boolean(),
      at: timeSchema,
      by: nameSchema,
    })
    .nullable(),
  /** Of a withdrawal that is open: what they have consented to. */
  consents: z.array(z.enum(PURPOSES)).max(PURPOSES.length),
  /** The record is restricted by this request. */
  restricts: z.boolean(),
  /** Other requests about the same person that are open. */
  others: z.array(requestIdSchema).max(MAX_REQUESTS_LISTED),
  /** Acts in the log since then that answer it, while it is open. */
  found: z.array(z.strictObject({ act: enumOf(REQUEST_ACTS), at: timeSchema })).max(REQUEST_ACTS.length),
  state: enumOf(REQUEST_STATES),
  ended: z
    .strictObject({
      at: timeSchema,
      by: nameSchema,
      act: enumOf(REQUEST_ACTS).nullable(),
      /** As the data had it when it was refused; null where it was not, and where no data has it any more. */
      refusal: refusalSchema.nullable(),
      words: z.string().max(WORDS.most),
    })
    .nullable(),
  letterAt: timeSchema.nullable(),
});
/** A request as the register shows it. */
export type RequestView = z.infer<typeof requestSchema>;

const registerSchema = z.strictObject({
  /** Open requests by due day, the earliest first; then those that have ended, the newest first. */
  requests: z.array(requestSchema).max(MAX_REQUESTS_LISTED),
  more: z.boolean(),
  /** Deadlines and reasons from the data file. */
  rules: z.strictObject({
    terms: z.array(termSchema).max(REQUEST_WHATS.length),
    source: sourceSchema,
    /** The words of the law itself are held of every part of it. */
    sure: z.boolean(),
    refusals: z.array(refusalSchema).max(MAX_REFUSALS),
  }),
});
/** The register of requests. */
export type RequestRegister = z.infer<typeof registerSchema>;

const dueSchema = z.strictObject({
  open: z.number().int().nonnegative(),
  overdue: z.number().int().nonnegative(),
  next: dateSchema.nullable(),
});
/** Numbers of requests that wait for somebody, and the next due day. */
export type RequestDue = z.infer<typeof dueSchema>;

const seen = { requestId: requestIdSchema, version: versionSchema } as const;
const changes = { changes: ['requests'] } as const;
const proved = { ...seen, pin: pinSchema } as const;
const [DONE, REFUSED, WITHDRAWN] = REQUEST_OUTCOMES;

const change = routesOf(OVERSIGHT, registerSchema, ['requests', 'retention']);

/** Access, request schema and reply schema of each route. */
export const requestsRoutes = {
  /** A receptionist sees those of people whom they look after. */
  'requests.list': route(EVERYONE, nothing, registerSchema, {
    ...MASKED,
    scope: 'filtered',
    inInspection: true,
  }),
  'requests.due': route(EVERYONE, nothing, dueSchema, OF_NOBODY),
  'requests.takeIn': route(
    DESK,
    z.strictObject({
      personId: personIdSchema,
      what: enumOf(REQUEST_WHATS),
      fields: z.array(fieldIdSchema).max(40),
      asker: enumOf(REQUEST_ASKERS),
      way: enumOf(REQUEST_WAYS),
    }),
    z.strictObject({ register: registerSchema, requestId: requestIdSchema }),
    { enters: ['request-in'], shows: 'record', proof: 'none', scope: 'ids', ...changes },
  ),
  /** Compares what somebody says for this request and no other. `personId`: as the request shows it. */
  'requests.verify': route(
    DESK,
    z.strictObject({
      ...seen,
      personId: personIdSchema,
      kind: enumOf(IDENTITY_KINDS),
      said: z.string().trim().min(1).max(100),
      pin: pinSchema,
      cosigner: proofSchema.optional(),
    }),
    z.strictObject({
      register: registerSchema,
      match: z.boolean(),
      triesLeft: z.number().int().min(0).max(3),
    }),
    { enters: ['verify'], shows: 'record', proof: 'both', scope: 'ids', ...changes },
  ),
  /** Who acts for the person: their name, the paper that says so, and that their own identity document was compared with it. */
  'requests.authorise': route(
    DESK,
    z.strictObject({
      ...seen,
      name: lineSchema(2, 60),
      paper: enumOf(AUTHORITY_PAPERS),
      until: dateSchema.nullable(),
      identityChecked: z.literal(true),
      pin: pinSchema,
    }),
    registerSchema,
    { enters: ['request-authority'], ...MASKS_BY_OWN_PIN, scope: 'ids', ...changes },
  ),
  'requests.extend': route(
    OVERSIGHT,
    z.strictObject({ ...seen, dueOn: dateSchema, words: wordsSchema, pin: pinSchema }),
    registerSchema,
    { enters: ['request-extend'], ...MASKS_BY_OWN_PIN, ...changes },
  ),
  /** How it ends: done, by what the log has of it since their identity was verified; refused for a reason; or withdrawn. */
  'requests.decide': route(
    OVERSIGHT,
    z.discriminatedUnion('how', [
      z.strictObject({
        ...proved,
        how: z.literal(DONE),
        act: enumOf(REQUEST_ACTS),
        /** Explanation, where that is the act; else it may be empty. */
        words: lineSchema(0, WORDS.most),
      }),
      z.strictObject({ ...proved, how: z.literal(REFUSED), refusal: z.string().max(40), words: wordsSchema }),
      z.strictObject({ ...proved, how: z.literal(WITHDRAWN), words: wordsSchema }),
    ]),
    registerSchema,
    { enters: ['request-decide'], ...MASKS_BY_OWN_PIN, ...changes },
  ),
  /** Nothing but storing is done with the record from now on, and the request is done with it. */
  'requests.restrict': change(
    { ...proved, words: wordsSchema },
    { enters: ['request-restrict', 'request-decide'], ...MASKS_BY_OWN_PIN },
  ),
  /** Ends that, of a request by which a record is restricted. */
  'requests.lift': change(
    { ...proved, words: wordsSchema },
    { enters: ['request-lift'], ...MASKS_BY_OWN_PIN },
  ),
  /** Consents to these purposes end today, and the request is done with it; what is to be stored and not used is restricted. */
  'requests.withdrawConsent': route(
    OVERSIGHT,
    z.strictObject({
      ...proved,
      purposes: z.array(z.enum(PURPOSES)).min(1).max(PURPOSES.length),
      follows: z.enum(WITHDRAWALS),
    }),
    registerSchema,
    {
      enters: ['consent-withdraw', 'request-restrict', 'rectification-add', 'request-decide'],
      ...MASKS_BY_OWN_PIN,
      changes: ['requests', 'consent', 'retention'],
    },
  ),
  /** The whole record is deleted for good, and the request done with it. A supervisor and an admin agree. */
  'requests.erase': change(
    { ...proved, other: proofSchema },
    { enters: ['erase', 'erase-check', 'request-decide'], shows: 'masks', proof: 'both' },
  ),
  /** The answer as a letter, to a file that was picked or without one to the printer. */
  'requests.letter': route(
    OVERSIGHT,
    z.strictObject({ requestId: requestIdSchema, fileId: fileIdSchema.optional() }),
    z.strictObject({ register: registerSchema, sha256: z.string().length(64).nullable() }),
    { enters: ['request-letter'], shows: 'masks', proof: 'none', sends: 'masks', ...changes },
  ),
};
