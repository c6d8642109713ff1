/** The register of paper: its routes and what is shown of it. */
import { z } from 'zod';
import { attachmentViewSchema } from '../attachments/views.ts';
import { attachmentIdSchema, fileIdSchema, paperIdSchema, slotIdSchema } from '../ids.ts';
import {
  EVERYONE,
  OF_NOBODY,
  OVERSIGHT,
  PLAINLY,
  route,
  routesOf,
  BY_OWN_PIN,
  BY_BOTH_PINS,
} from '../route.ts';
import {
  dateSchema,
  enumOf,
  lineSchema,
  nothing,
  pinSchema,
  proofSchema,
  timeSchema,
  versionSchema,
  wordsSchema,
} from '../schemas.ts';
import {
  DESTROYED_BY,
  MAX_DESTROYED_LISTED,
  MAX_PAGES,
  MAX_PAPERS,
  MAX_PAPER_WORDS,
  MAX_PHOTOS,
  PAPER_SORTS,
  PAPER_STATES,
  type PaperSort,
  TAKEN_IN_SORTS,
} from './lists.ts';

const nameSchema = z.string().max(60);
const line = (least: number) => lineSchema(least, MAX_PAPER_WORDS);

/** Facts kept of a paper; the custodian by one of their slots, as the lock screen lists them. */
const paperFactsSchema = z.strictObject({
  sort: enumOf<PaperSort>(TAKEN_IN_SORTS),
  title: line(1),
  pages: z.number().int().min(1).max(MAX_PAGES).nullable(),
  /** Where it lay; may be empty. */
  foundAt: line(0),
  custodian: slotIdSchema,
  /** Where it is kept. */
  place: line(1),
  /** By when it is to be given back or destroyed. */
  dueOn: dateSchema.nullable(),
});
/** Type of `paperFactsSchema`. */
export type PaperFacts = z.infer<typeof paperFactsSchema>;

const paperViewSchema = z.strictObject({
  paperId: paperIdSchema,
  version: versionSchema,
  sort: enumOf(PAPER_SORTS),
  title: z.string().max(MAX_PAPER_WORDS),
  pages: z.number().int().min(1).max(MAX_PAGES).nullable(),
  foundAt: z.string().max(MAX_PAPER_WORDS),
  /** `slotId` null: they have left, and somebody else is to take it over. */
  custodian: z.strictObject({ name: nameSchema, slotId: slotIdSchema.nullable() }),
  place: z.string().max(MAX_PAPER_WORDS),
  dueOn: dateSchema.nullable(),
  /** From today to `dueOn`, below zero once it is over; null where there is none. */
  daysLeft: z.number().int().nullable(),
  state: enumOf(PAPER_STATES),
  /** Opened with a PIN, by `attachments.show`. */
  photos: z.array(attachmentViewSchema).max(MAX_PHOTOS),
  takenIn: z.strictObject({ at: timeSchema, by: nameSchema }),
  /** The last count that it was part of. */
  counted: z.strictObject({ at: timeSchema, there: z.boolean() }).nullable(),
  /** How it ended, or when it was missed. */
  ended: z
    .strictObject({
      at: timeSchema,
      by: nameSchema,
      witness: nameSchema.nullable(),
      how: enumOf(DESTROYED_BY).nullable(),
    })
    .nullable(),
});
/** A paper as the register shows it. */
export type PaperView = z.infer<typeof paperViewSchema>;

const noPaperSchema = z.strictObject({
  at: timeSchema,
  by: nameSchema,
  /** The day from which on it counts no more. */
  until: dateSchema,
  isOver: z.boolean(),
});
/** The statement that there is no paper. */
export type NoPaper = z.infer<typeof noPaperSchema>;

/** Register of papers: those on hand by due day, the earliest first, then the destroyed, the last first. A receptionist sees what they keep themselves. */
const registerSchema = z.strictObject({
  papers: z.array(paperViewSchema).max(MAX_PAPERS),
  destroyed: z.array(paperViewSchema).max(MAX_DESTROYED_LISTED),
  /** Null where nobody has stated it, and where paper was entered since. */
  noPaper: noPaperSchema.nullable(),
});
/** The register of paper. */
export type PaperRegister = z.infer<typeof registerSchema>;

/** Numbers of papers that wait for somebody. */
const paperDueSchema = z.strictObject({
  /** Past their day, everybody's: a paper that is out concerns the whole desk. */
  overdue: z.number().int().nonnegative(),
  /** The day of the next that is due, the own alone for a receptionist. */
  next: dateSchema.nullable(),
  lost: z.number().int().nonnegative(),
  /** Their custodian has left. */
  withoutCustodian: z.number().int().nonnegative(),
});
/** Type of `paperDueSchema`. */
export type PaperDue = z.infer<typeof paperDueSchema>;

const seen = { paperId: paperIdSchema, version: versionSchema } as const;
const changes = { changes: ['paper'] } as const;
const change = routesOf(OVERSIGHT, registerSchema, changes.changes);

/** Access, request schema and reply schema of each route of the register. */
export const paperRoutes = {
  'papers.list': route(EVERYONE, nothing, registerSchema, OF_NOBODY),
  'papers.due': route(EVERYONE, nothing, paperDueSchema, OF_NOBODY),
  /** Whoever finds paper takes it in. */
  'papers.takeIn': route(EVERYONE, z.strictObject({ paper: paperFactsSchema }), registerSchema, {
    enters: ['paper-in'],
    ...PLAINLY,
    scope: 'nobody',
    ...changes,
  }),
  'papers.change': change({ ...seen, paper: paperFactsSchema }, { enters: ['paper-change'], ...PLAINLY }),
  'papers.extend': change(
    { ...seen, dueOn: dateSchema, words: wordsSchema, pin: pinSchema },
    { enters: ['paper-extend'], ...BY_OWN_PIN },
  ),
  /** It is back where it belongs, and due no more. */
  'papers.giveBack': change(
    { ...seen, custodian: slotIdSchema, place: line(1) },
    { enters: ['paper-return'], shows: 'nothing', proof: 'none' },
  ),
  /** One of the two, whoever destroys it or the witness, is no receptionist. */
  'papers.destroy': route(
    EVERYONE,
    z.strictObject({ ...seen, how: enumOf(DESTROYED_BY), pin: pinSchema, witness: proofSchema }),
    registerSchema,
    { enters: ['paper-destroy', 'attachment-remove'], ...BY_BOTH_PINS, scope: 'nobody', ...changes },
  ),
  /** A supervisor has to say in the bell what came of it; and it is an incident. */
  'papers.lose': route(
    EVERYONE,
    z.strictObject({ ...seen, words: wordsSchema, pin: pinSchema }),
    registerSchema,
    {
      enters: ['paper-lost', 'alert', 'incident-open'],
      ...BY_OWN_PIN,
      scope: 'nobody',
      changes: ['paper', 'incidents'],
    },
  ),
  'papers.find': change(
    { ...seen, custodian: slotIdSchema, place: line(1) },
    { enters: ['paper-found'], shows: 'nothing', proof: 'none' },
  ),
  /** The cabinet was counted: which of the papers that are kept were there. */
  'papers.count': change(
    {
      counted: z.array(paperIdSchema).min(1).max(MAX_PAPERS),
      there: z.array(paperIdSchema).max(MAX_PAPERS),
      pin: pinSchema,
    },
    { enters: ['paper-count'], ...BY_OWN_PIN },
  ),
  /** There is no paper. Errors: `changed-meanwhile` where some is kept or lost. */
  'papers.stateNone': change({ pin: pinSchema }, { enters: ['paper-none'], ...BY_OWN_PIN }),
  /** A photo of it, of the file that was picked; its content is sealed. */
  'papers.attach': change(
    { ...seen, fileId: fileIdSchema, showsOn: dateSchema },
    { enters: ['attachment-add'], shows: 'nothing', proof: 'none' },
  ),
  'papers.detach': change(
    { ...seen, attachmentId: attachmentIdSchema },
    { enters: ['attachment-remove'], shows: 'nothing', proof: 'none' },
  ),
  /** The record of its destruction, to the file that was picked or to the printer. */
  'papers.record': route(
    OVERSIGHT,
    z.strictObject({ paperId: paperIdSchema, fileId: fileIdSchema.optional() }),
    z.strictObject({ pages: z.number().int().positive() }),
    { enters: ['paper-record'], shows: 'nothing', proof: 'none', sends: 'nobody' },
  ),
};
