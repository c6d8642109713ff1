/** Files that leave the house: the routes that make them, and the register of them. */
import { z } from 'zod';
import { disclosureIdSchema, fileIdSchema, personIdSchema, requestIdSchema, roomIdSchema } from '../ids.ts';
import { REQUEST_ASKERS } from '../requests/lists.ts';
import { NO_RESIDENT, OVERSIGHT, route } from '../route.ts';
import {
  dateSchema,
  enumOf,
  lineSchema,
  maskSchema,
  nothing,
  pinSchema,
  proofSchema,
  revealableFieldIdSchema,
  timeSchema,
  versionSchema,
  wordsSchema,
} from '../schemas.ts';
import {
  COPY_FORMATS,
  DISCLOSURE_ENDS,
  DISCLOSURE_FORMATS,
  DISCLOSURE_KINDS,
  DISCLOSURE_STATES,
  MAX_DISCLOSURES_LISTED,
  MAX_DISCLOSURE_WORDS,
} from './lists.ts';

const nameSchema = z.string().max(60);
const textSchema = z.string().max(120);
const line = (least: number) => lineSchema(least, MAX_DISCLOSURE_WORDS);

const disclosureSchema = z.strictObject({
  disclosureId: disclosureIdSchema,
  version: versionSchema,
  kind: enumOf(DISCLOSURE_KINDS),
  format: enumOf(DISCLOSURE_FORMATS),
  /** Whose values are in it: a mask, null where the record is no longer there; of a roster null. */
  personMask: maskSchema.nullable(),
  /** Of a roster: which unit. */
  scope: z.string().max(MAX_DISCLOSURE_WORDS),
  people: z.number().int().nonnegative(),
  /** Of a copy empty: it is for whom it is about, or who acts for them. */
  recipient: textSchema,
  /** Of a copy: who asked for it. */
  to: enumOf(REQUEST_ASKERS).nullable(),
  officer: textSchema,
  document: textSchema,
  purpose: textSchema,
  made: z.strictObject({ at: timeSchema, by: nameSchema, with: nameSchema.nullable() }),
  /** By when the recipient is to delete it; of a copy null. */
  dueOn: dateSchema.nullable(),
  /** Below zero once the day is over. */
  daysLeft: z.number().int().nullable(),
  state: enumOf(DISCLOSURE_STATES),
  recalledAt: timeSchema.nullable(),
  ended: z.strictObject({ at: timeSchema, by: nameSchema, how: enumOf(DISCLOSURE_ENDS) }).nullable(),
  sha256: z.string().length(64),
});
/** A file that left the house, as the register shows it. */
export type DisclosureView = z.infer<typeof disclosureSchema>;

/** Those still out first, by when they are due; then the others, the newest first. */
const registerSchema = z.strictObject({
  disclosures: z.array(disclosureSchema).max(MAX_DISCLOSURES_LISTED),
  /** There are older ones. */
  more: z.boolean(),
});
/** The register of files that left the house. */
export type DisclosureRegister = z.infer<typeof registerSchema>;

const dueSchema = z.strictObject({ overdue: z.number().int().nonnegative(), next: dateSchema.nullable() });
/** Counts of disclosures that wait for somebody. */
export type DisclosureDue = z.infer<typeof dueSchema>;

/** The password is in this reply and nowhere else. */
const givenSchema = z.strictObject({
  register: registerSchema,
  disclosureId: disclosureIdSchema,
  password: z.string().max(60),
  sha256: z.string().length(64),
});
/** A file that was made. */
export type Given = z.infer<typeof givenSchema>;

const seen = { disclosureId: disclosureIdSchema, version: versionSchema } as const;
const changes = { changes: ['disclosures'] } as const;
const SUPERVISOR = ['supervisor'] as const;

/** A file about one person. */
const ofOne = {
  enters: ['disclose', 'disclosure', 'disclosure-file'],
  shows: 'record',
  proof: 'own',
  sends: 'one',
  ...changes,
} as const;

/** Access, request schema and reply schema of each route. `fileId`: picked in main's dialog. */
export const disclosuresRoutes = {
  'disclosures.list': route(OVERSIGHT, nothing, registerSchema, {
    enters: 'no-resident',
    shows: 'masks',
    proof: 'none',
    inInspection: true,
  }),
  'disclosures.due': route(OVERSIGHT, nothing, dueSchema, { ...NO_RESIDENT, inInspection: true }),
  /**
   * Everything that the records have of one person, for whoever has asked for it by an open request for which they were verified. `personId`: as the
   * request shows it. Of a request for a transfer it is an archive of what they gave or the contract needs.
   */
  'disclosures.ownCopy': route(
    SUPERVISOR,
    z.strictObject({
      fileId: fileIdSchema,
      requestId: requestIdSchema,
      version: versionSchema,
      personId: personIdSchema,
      format: enumOf(COPY_FORMATS),
      pin: pinSchema,
    }),
    givenSchema,
    ofOne,
  ),
  /** The fields of one person that an authority's document names, and no other. */
  'disclosures.extract': route(
    SUPERVISOR,
    z.strictObject({
      fileId: fileIdSchema,
      personId: personIdSchema,
      fields: z.array(revealableFieldIdSchema).min(1).max(40),
      authority: line(2),
      officer: line(2),
      document: line(2),
      purpose: wordsSchema,
      dueOn: dateSchema,
      pin: pinSchema,
    }),
    givenSchema,
    ofOne,
  ),
  /** Room, name and phone of the unit in which `roomId` is. Whoever is signed in and the other are a supervisor and an admin. */
  'disclosures.roster': route(
    OVERSIGHT,
    z.strictObject({
      fileId: fileIdSchema,
      roomId: roomIdSchema,
      recipient: line(2),
      officer: line(2),
      document: line(2),
      purpose: wordsSchema,
      dueOn: dateSchema,
      pin: pinSchema,
      other: proofSchema,
      approver: proofSchema.optional(),
    }),
    givenSchema,
    {
      enters: ['disclose', 'disclosure', 'disclosure-file', 'list-approval'],
      shows: 'record',
      proof: 'both',
      sends: 'list',
      ...changes,
    },
  ),
  /** The recipient is told to delete it before its day. */
  'disclosures.recall': route(
    OVERSIGHT,
    z.strictObject({ ...seen, words: wordsSchema, pin: pinSchema }),
    registerSchema,
    { enters: ['disclosure-recall'], shows: 'masks', proof: 'own', ...changes },
  ),
  /** The letter of a recall as a PDF, without any resident's value. */
  'disclosures.note': route(
    OVERSIGHT,
    z.strictObject({ fileId: fileIdSchema, disclosureId: disclosureIdSchema }),
    z.strictObject({ sha256: z.string().length(64) }),
    { enters: ['disclosure-note'], shows: 'nothing', proof: 'none', sends: 'nobody' },
  ),
  /** The recipient has deleted it or given it back. */
  'disclosures.end': route(
    OVERSIGHT,
    z.strictObject({ ...seen, how: enumOf(DISCLOSURE_ENDS), words: wordsSchema, pin: pinSchema }),
    registerSchema,
    { enters: ['disclosure-end'], shows: 'masks', proof: 'own', ...changes },
  ),
};
