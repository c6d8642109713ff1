/** The routes of notice and consent: who may call each, its request and its reply. */
import { z } from 'zod';
import { CONSENTERS, FIELD_IDS, PURPOSES, RELATIONS, WITHDRAWALS } from '../fields.ts';
import { inventorySourceSchema } from '../inventory/routes.ts';
import {
  fileIdSchema,
  loggedIdSchema,
  personIdSchema,
  postingIdSchema,
  recordIdSchema,
  roomIdSchema,
} from '../ids.ts';
import { countSchema } from '../numbers.ts';
import { maskedPersonSchema } from '../people/views.ts';
import { DESK, EVERYONE, NO_RESIDENT, OF_NOBODY, OVERSIGHT, route } from '../route.ts';
import {
  dateSchema,
  enumOf,
  lineSchema,
  maskSchema,
  nothing,
  pinSchema,
  relationSchema,
  timeSchema,
  versionSchema,
} from '../schemas.ts';
import { MAX_POSTINGS, MISSING_AT_ONCE, MISSING_KINDS, WAYS_AT_DESK } from './lists.ts';

/** As many as there are, so that a request can name each once. */
export const purposesSchema = z.array(z.enum(PURPOSES)).min(1).max(PURPOSES.length);

/** Version of a notice, as it stands on the notice. */
const noticeVersionSchema = lineSchema(1, 40);

/** A part of the estate; null is all of it. */
const postingAreaSchema = z.strictObject({
  estate: z.string().max(60),
  building: z.string().max(60).nullable(),
  unit: z.string().max(60).nullable(),
});
/** Where a notice was posted. */
export type PostingArea = z.infer<typeof postingAreaSchema>;

const rulesSchema = z.strictObject({
  noticeVersion: z.string().max(40).nullable(),
  consenting: z.array(enumOf(RELATIONS)).max(RELATIONS.length),
  sensitive: z
    .array(z.strictObject({ field: enumOf(FIELD_IDS), purpose: z.enum(PURPOSES) }))
    .max(FIELD_IDS.length * PURPOSES.length),
  /** Consequences of a withdrawal by purpose, in the words of the data file. */
  withdrawal: z.array(
    z.strictObject({ purpose: z.enum(PURPOSES), zh: z.string().max(400), en: z.string().max(400) }),
  ),
  /** Where those words come from. */
  law: inventorySourceSchema,
});

const postingSchema = z.strictObject({
  postingId: postingIdSchema,
  area: postingAreaSchema,
  noticeVersion: z.string().max(40),
  on: dateSchema,
  /** Who it told, as the records had them then. */
  people: countSchema,
  at: timeSchema,
  by: z.string().max(60),
});
/** A notice that was posted. */
export type PostingView = z.infer<typeof postingSchema>;

const summarySchema = z.strictObject({
  notice: z
    .strictObject({ version: z.string().max(40), since: timeSchema, by: z.string().max(60) })
    .nullable(),
  /** People who live somewhere now, companies left out; the others are asked for nothing. */
  people: countSchema,
  missing: z.strictObject({
    notice: countSchema,
    consent: countSchema,
    sensitive: countSchema,
    guardian: countSchema,
  }),
  postings: z.array(postingSchema).max(MAX_POSTINGS),
  /** The last look for people under fourteen without a guardian. */
  children: z.strictObject({ at: timeSchema, found: countSchema }).nullable(),
});
/** How it stands with notice and consent. */
export type ConsentSummary = z.infer<typeof summarySchema>;

const missingRowSchema = z.strictObject({
  personId: personIdSchema,
  nameMask: maskSchema,
  roomId: roomIdSchema.nullable(),
  room: z.string().max(120),
  relation: relationSchema.nullable(),
});
/** Somebody of the work list. */
export type MissingRow = z.infer<typeof missingRowSchema>;

/** Where the next rows begin, as the reply before has said it: behind a room and a person of the list, neither of which is asked for. */
const cursorSchema = z.tuple([loggedIdSchema, loggedIdSchema]);

const person = { personId: personIdSchema, version: versionSchema } as const;

/** Access, request schema and reply schema of each route. */
export const consentRoutes = {
  'consent.rules': route(EVERYONE, nothing, rulesSchema, OF_NOBODY),
  /** Told today by the version in force, and where `agreed` consenting to these purposes, each by itself. */
  'consent.tell': route(
    DESK,
    z.strictObject({
      ...person,
      purposes: purposesSchema,
      agreed: z.boolean(),
      way: enumOf(WAYS_AT_DESK),
      consenter: z.enum(CONSENTERS),
      pin: pinSchema,
    }),
    z.strictObject({ person: maskedPersonSchema, recordIds: z.array(recordIdSchema).max(PURPOSES.length) }),
    { enters: ['consent-tell'], shows: 'record', proof: 'own', scope: 'ids', changes: ['consent'] },
  ),
  /** Takes back what this session has entered by `consent.tell`. */
  'consent.takeBack': route(
    DESK,
    z.strictObject({ ...person, recordIds: z.array(recordIdSchema).min(1).max(PURPOSES.length) }),
    maskedPersonSchema,
    { enters: ['consent-undo'], shows: 'record', proof: 'none', scope: 'ids', changes: ['consent'] },
  ),
  /** What is to be stored and not used is restricted by it. */
  'consent.withdraw': route(
    DESK,
    z.strictObject({
      ...person,
      purposes: purposesSchema,
      on: dateSchema,
      follows: z.enum(WITHDRAWALS),
      pin: pinSchema,
    }),
    maskedPersonSchema,
    {
      enters: ['consent-withdraw', 'rectification-add', 'request-in', 'request-restrict', 'request-decide'],
      shows: 'record',
      proof: 'own',
      scope: 'ids',
      changes: ['consent', 'requests', 'retention'],
    },
  ),
  /** A form to sign, by room and mask. Without a file it is laid ready for the printer. */
  'consent.form': route(
    DESK,
    z.strictObject({ personId: personIdSchema, fileId: fileIdSchema.optional() }),
    z.strictObject({ pages: countSchema }),
    { enters: ['consent-form'], shows: 'nothing', proof: 'none', sends: 'masks', scope: 'ids' },
  ),
  'consent.summary': route(OVERSIGHT, nothing, summarySchema, { ...NO_RESIDENT, inInspection: true }),
  'consent.missing': route(
    OVERSIGHT,
    z.strictObject({ kind: enumOf(MISSING_KINDS), after: cursorSchema.nullable() }),
    z.strictObject({ rows: z.array(missingRowSchema).max(MISSING_AT_ONCE), next: cursorSchema.nullable() }),
    { enters: 'masks', shows: 'masks', proof: 'none', inInspection: true },
  ),
  /** Where there are rooms: estates and buildings. */
  'consent.areas': route(
    ['supervisor'],
    nothing,
    z.strictObject({
      areas: z.array(z.strictObject({ estate: z.string().max(60), building: z.string().max(60) })).max(1000),
    }),
    { ...NO_RESIDENT, inInspection: true },
  ),
  /** Versions under which notices to residents are published, any of which can be put in force. */
  'consent.published': route(
    OVERSIGHT,
    nothing,
    z.strictObject({ versions: z.array(z.string().max(40)).max(10) }),
    NO_RESIDENT,
  ),
  'consent.setVersion': route(
    OVERSIGHT,
    z.strictObject({ noticeVersion: noticeVersionSchema, pin: pinSchema }),
    summarySchema,
    { enters: ['consent-version'], shows: 'nothing', proof: 'own', changes: ['consent'] },
  ),
  'consent.post': route(
    ['supervisor'],
    z.strictObject({ area: postingAreaSchema, on: dateSchema, pin: pinSchema }),
    summarySchema,
    { enters: ['consent-post'], shows: 'nothing', proof: 'own', changes: ['consent'] },
  ),
  'consent.takeDown': route(
    ['supervisor'],
    z.strictObject({ postingId: postingIdSchema, pin: pinSchema }),
    summarySchema,
    { enters: ['consent-take-down'], shows: 'nothing', proof: 'own', changes: ['consent'] },
  ),
  /** Opens birthdays and ID numbers of people without a guardian on record, and says who is under fourteen. */
  'consent.findChildren': route(
    ['supervisor'],
    z.strictObject({ pin: pinSchema }),
    z.strictObject({ summary: summarySchema, rows: z.array(missingRowSchema).max(MISSING_AT_ONCE) }),
    { enters: ['consent-children'], shows: 'masks', proof: 'own', changes: ['consent'] },
  ),
};
