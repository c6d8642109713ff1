/** Incidents with personal information: the routes that open, describe, report and close them, and the book of them. */
import { z } from 'zod';
import { sourceSchema } from '../forms/schemas.ts';
import {
  disclosureIdSchema,
  fileIdSchema,
  incidentIdSchema,
  incidentOriginIdSchema,
  paperIdSchema,
  personIdSchema,
  roomIdSchema,
} from '../ids.ts';
import { numberSchema } from '../numbers.ts';
import { NO_RESIDENT, OVERSIGHT, route, routesOf, MASKED } from '../route.ts';
import {
  dateSchema,
  enumOf,
  fieldIdSchema,
  lineSchema,
  maskSchema,
  nothing,
  pinSchema,
  timeSchema,
  versionSchema,
  wordsSchema,
} from '../schemas.ts';
import {
  CERTAINTIES,
  INCIDENT_KINDS,
  INCIDENT_ORIGINS,
  INCIDENT_SCOPES,
  INCIDENT_STATES,
  INCIDENT_STEPS,
  MAX_AFFECTED,
  MAX_INCIDENTS_LISTED,
  MAX_INCIDENT_ROOMS,
  MAX_INCIDENT_TEXT,
  MAX_INCIDENT_TITLE,
  MAX_NOTICE_TEXT,
  MAX_STEPS_SHOWN,
  NOTICES_TO,
} from './lists.ts';

const nameSchema = z.string().max(60);
const longSchema = z.string().trim().max(MAX_INCIDENT_TEXT);
const peopleSchema = z.number().int().min(0).max(MAX_AFFECTED);
const levelSchema = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/);

/** Whose information it is. `estimate`: how many, where nothing is there to count them by. */
const scopeSchema = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('unknown'), estimate: peopleSchema.nullable() }),
  z.strictObject({ of: z.literal('person'), personId: personIdSchema }),
  z.strictObject({ of: z.literal('rooms'), rooms: z.array(roomIdSchema).min(1).max(MAX_INCIDENT_ROOMS) }),
  z.strictObject({ of: z.literal('paper'), paperId: paperIdSchema, estimate: peopleSchema.nullable() }),
  z.strictObject({ of: z.literal('file'), disclosureId: disclosureIdSchema }),
  /** `entry`: number of the alert's entry. */
  z.strictObject({ of: z.literal('alert'), entry: numberSchema }),
  z.strictObject({ of: z.literal('everybody') }),
]);
/** Type of `scopeSchema`. */
export type ScopeRequest = z.infer<typeof scopeSchema>;

const aboutSchema = z.strictObject({
  kind: enumOf(INCIDENT_KINDS),
  certainty: enumOf(CERTAINTIES),
  /** Title in the list; never a resident's name. May be empty. */
  title: lineSchema(0, MAX_INCIDENT_TITLE),
  /** When somebody noticed it: from then on it is to be reported. */
  noticedAt: timeSchema,
});
const described = {
  /** Kinds of information. */
  fields: z.array(fieldIdSchema).max(60),
  causes: longSchema,
  harm: longSchema,
  measures: longSchema,
  /** Advice to the people: the steps that they can take themselves. */
  advice: longSchema,
  contact: longSchema,
  /** A level of the data that somebody has found to be met; null where the number of people alone tells. */
  level: levelSchema.nullable(),
} as const;
const factsSchema = aboutSchema.extend(described);
/** Facts of an incident, as they are written down. */
export type IncidentFacts = z.infer<typeof factsSchema>;

/** By when it is to be reported where a level is met. */
const clockSchema = z.strictObject({
  level: levelSchema,
  /** The level in words, as the data has it that the incident goes by. */
  zh: z.string().max(200),
  en: z.string().max(200),
  sure: z.boolean(),
  hours: z.number().int().positive(),
  by: timeSchema,
  /** Who is to have the report, in Chinese as on paper. */
  to: z.string().max(400),
});

const lineOfSchema = z.strictObject({
  incidentId: incidentIdSchema,
  version: versionSchema,
  drill: z.boolean(),
  kind: enumOf(INCIDENT_KINDS),
  certainty: enumOf(CERTAINTIES),
  origin: enumOf(INCIDENT_ORIGINS),
  /** Origin: a paper's or a file's number, an alert's entry. */
  originId: incidentOriginIdSchema.nullable(),
  title: z.string().max(MAX_INCIDENT_TITLE),
  noticedAt: timeSchema,
  people: peopleSchema.nullable(),
  clock: clockSchema.nullable(),
  authorityAt: timeSchema.nullable(),
  /** Whether the people were told, or are not to be. */
  peopleDone: z.boolean(),
  state: enumOf(INCIDENT_STATES),
  closedAt: timeSchema.nullable(),
});
/** An incident as the book lists it. */
export type IncidentLine = z.infer<typeof lineOfSchema>;

const levelViewSchema = z.strictObject({
  id: levelSchema,
  zh: z.string().max(200),
  en: z.string().max(200),
  people: z.number().int().positive().nullable(),
  hours: z.number().int().positive(),
  sure: z.boolean(),
});
/** A level of the data. */
export type IncidentLevel = z.infer<typeof levelViewSchema>;

const bookSchema = z.strictObject({
  /** Open ones first; then the others, the newest first. */
  incidents: z.array(lineOfSchema).max(MAX_INCIDENTS_LISTED),
  more: z.boolean(),
  levels: z.array(levelViewSchema).max(20),
  source: sourceSchema,
  /** The last drill that was closed, and by when the next is due. */
  drill: z.strictObject({ last: dateSchema.nullable(), dueOn: dateSchema.nullable() }),
  /** The statement that there was none; null where nobody has made it, and where an incident was registered since. */
  stated: z
    .strictObject({
      at: timeSchema,
      by: nameSchema,
      words: z.string().max(200),
      until: dateSchema,
      isOver: z.boolean(),
    })
    .nullable(),
});
/** The book of incidents. */
export type IncidentBook = z.infer<typeof bookSchema>;

const incidentSchema = lineOfSchema.extend({
  ...described,
  /** Of the data that it goes by: that of now, or of when it was reported or closed. */
  source: sourceSchema,
  scope: enumOf(INCIDENT_SCOPES),
  /** Of one person: their mask; of rooms: their labels. */
  about: z.array(maskSchema).max(MAX_INCIDENT_ROOMS),
  opened: z.strictObject({ at: timeSchema, by: nameSchema }),
  authorityHow: z.string().max(120),
  /** Null until somebody has decided it. */
  tellPeople: z.boolean().nullable(),
  whyNot: z.string().max(120),
  told: peopleSchema,
  unreached: peopleSchema,
  /** How they were told, and what shows it. */
  peopleHow: z.string().max(120),
  /** As they are drafted from what is known, or as somebody has written them. */
  notices: z.strictObject({
    authority: z.string().max(MAX_NOTICE_TEXT),
    people: z.string().max(MAX_NOTICE_TEXT),
  }),
  written: z.strictObject({ authority: z.boolean(), people: z.boolean() }),
  /** Points that the law asks for and that nothing is written of yet. */
  missing: z.array(z.enum(['fields', 'causes', 'harm', 'measures', 'advice', 'contact'])).max(6),
  closedWords: z.string().max(120),
  history: z
    .array(
      z.strictObject({
        at: timeSchema,
        by: nameSchema,
        what: enumOf(INCIDENT_STEPS),
        count: peopleSchema.nullable(),
      }),
    )
    .max(MAX_STEPS_SHOWN),
});
/** An incident in full. */
export type IncidentView = z.infer<typeof incidentSchema>;

const dueSchema = z.strictObject({
  open: z.number().int().nonnegative(),
  /** Real ones whose report or notices are still to be made. */
  untold: z.number().int().nonnegative(),
  /** The first day and hour by which one has to be reported; null where no clock runs. */
  reportBy: timeSchema.nullable(),
  /** A drill is due by this day; null where there was none yet. */
  drillOn: dateSchema.nullable(),
});
/** Counts of incidents that wait for somebody. */
export type IncidentDue = z.infer<typeof dueSchema>;

const seen = { incidentId: incidentIdSchema, version: versionSchema } as const;
const changes = { changes: ['incidents'] } as const;
const givenSchema = z.strictObject({ incident: incidentSchema, sha256: z.string().length(64).nullable() });

const notificationSchema = z.discriminatedUnion('to', [
  z.strictObject({ to: z.literal('authority'), how: wordsSchema }),
  z.strictObject({ to: z.literal('people'), told: peopleSchema, unreached: peopleSchema, how: wordsSchema }),
]);
/** That the authority was told, or so many people. */
export type Notification = z.infer<typeof notificationSchema>;

const change = routesOf(OVERSIGHT, incidentSchema, changes.changes);

/** Access, request schema and reply schema of each route. */
export const incidentsRoutes = {
  'incidents.list': route(OVERSIGHT, nothing, bookSchema, { ...NO_RESIDENT, inInspection: true }),
  'incidents.due': route(OVERSIGHT, nothing, dueSchema, { ...NO_RESIDENT, inInspection: true }),
  'incidents.read': route(OVERSIGHT, z.strictObject({ incidentId: incidentIdSchema }), incidentSchema, {
    ...MASKED,
    inInspection: true,
  }),
  'incidents.open': change(
    { drill: z.boolean(), origin: enumOf(INCIDENT_ORIGINS), about: aboutSchema, scope: scopeSchema },
    { enters: ['incident-open'], shows: 'record', proof: 'none' },
  ),
  'incidents.change': change(
    { ...seen, facts: factsSchema },
    { enters: ['incident-change'], shows: 'masks', proof: 'none' },
  ),
  /** Whose information it is: counted anew. */
  'incidents.count': change(
    { ...seen, scope: scopeSchema },
    { enters: ['incident-count'], shows: 'record', proof: 'none' },
  ),
  'incidents.writeNotice': route(
    OVERSIGHT,
    z.strictObject({
      ...seen,
      to: enumOf(NOTICES_TO),
      /** Empty: drafted from what is known again. */
      text: z.string().trim().max(MAX_NOTICE_TEXT),
    }),
    incidentSchema,
    { enters: ['incident-notice'], shows: 'masks', proof: 'none', ...changes },
  ),
  /** The notice as it stands, to a file that was picked or without one to the printer. */
  'incidents.giveNotice': route(
    OVERSIGHT,
    z.strictObject({ incidentId: incidentIdSchema, to: enumOf(NOTICES_TO), fileId: fileIdSchema.optional() }),
    givenSchema,
    { enters: ['incident-give'], shows: 'masks', proof: 'none', sends: 'masks', ...changes },
  ),
  /** The authority was told, and how; or so many people by now, and how, once their notice was given out. Whoever says so signs it. */
  'incidents.recordNotification': change(
    { ...seen, notification: notificationSchema, pin: pinSchema },
    { enters: ['incident-told'], shows: 'masks', proof: 'own' },
  ),
  /** The same in a drill, of which nobody is told: its closing signs that it was gone through. */
  'incidents.rehearseNotification': change(
    { ...seen, notification: notificationSchema },
    { enters: ['incident-rehearsed'], shows: 'masks', proof: 'none' },
  ),
  /** The people are not told, because what was done keeps them from harm (PIPL, Article 57). */
  'incidents.recordNoNotification': change(
    { ...seen, words: wordsSchema, pin: pinSchema },
    { enters: ['incident-not-told'], shows: 'masks', proof: 'own' },
  ),
  /** Something that is to be put right: an item of the tracker. */
  'incidents.addMeasure': change(
    { ...seen, title: lineSchema(2, 120), who: lineSchema(0, 30), dueOn: dateSchema.nullable() },
    { enters: ['rectification-add', 'incident-measure'], shows: 'masks', proof: 'none' },
  ),
  /** Its whole file, with the entries of the log that its scope names. */
  'incidents.file': route(
    OVERSIGHT,
    z.strictObject({ incidentId: incidentIdSchema, fileId: fileIdSchema.optional() }),
    givenSchema,
    { enters: ['incident-file'], shows: 'masks', proof: 'none', sends: 'masks', ...changes },
  ),
  'incidents.close': change(
    { ...seen, words: wordsSchema, pin: pinSchema },
    { enters: ['incident-close'], shows: 'masks', proof: 'own' },
  ),
  /** There was none, and why that is sure. Errors: `changed-meanwhile` where one is registered. */
  'incidents.stateNone': route(
    OVERSIGHT,
    z.strictObject({ words: wordsSchema, pin: pinSchema }),
    bookSchema,
    { enters: ['incident-none'], shows: 'nothing', proof: 'own', ...changes },
  ),
};
