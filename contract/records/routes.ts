/** The record routes: who may call each, its request and its reply. */
import { z } from 'zod';
import { ENDING_KINDS } from '../fields.ts';
import { mergeIdSchema, personIdSchema, recordIdSchema, roomIdSchema } from '../ids.ts';
import { countSchema } from '../numbers.ts';
import { maskedPersonSchema } from '../people/views.ts';
import { DESK, EVERYONE, route } from '../route.ts';
import {
  changeProofSchema,
  dateSchema,
  pinSchema,
  recordKindSchema,
  versionSchema,
  whySchema,
  roomTextSchema,
} from '../schemas.ts';
import { newRecordSchema, recordChangesSchema, roomChangesSchema } from './requests.ts';
import {
  HOUSEHOLD,
  housemateSchema,
  mergeViewSchema,
  roomHitSchema,
  roomListSchema,
  roomPlaceSchema,
  roomViewSchema,
} from './views.ts';

/** Access, request schema and reply schema of each record route. */
export const recordsRoutes = {
  /** Merges `other` into `personId`, whose name and own fields stay; removes `other`. */
  'people.merge': route(
    ['supervisor'],
    z.strictObject({
      personId: personIdSchema,
      version: versionSchema,
      other: z.strictObject({ personId: personIdSchema, version: versionSchema }),
      /**
       * Confirms that they are one person though their ID numbers differ; the other's number stays sealed for
       * 30 days.
       */
      idsMayDiffer: z.boolean(),
      pin: pinSchema,
      why: whySchema,
    }),
    maskedPersonSchema,
    { enters: ['merge'], shows: 'record', proof: 'own' },
  ),
  /** Merges into a person within the last 30 days, each with what was edited since. */
  'people.merges': route(
    ['supervisor'],
    z.strictObject({ personId: personIdSchema }),
    z.strictObject({ merges: z.array(mergeViewSchema).max(20) }),
    { enters: 'as-opened', shows: 'record', proof: 'none' },
  ),
  /** Restores both people as they were. With `keepEdited`, what was edited since stays with `personId`. */
  'people.undoMerge': route(
    ['supervisor'],
    z.strictObject({
      personId: personIdSchema,
      version: versionSchema,
      mergeId: mergeIdSchema,
      keepEdited: z.boolean(),
      pin: pinSchema,
      why: whySchema,
    }),
    z.strictObject({ person: maskedPersonSchema, otherId: personIdSchema }),
    { enters: ['merge-undo'], shows: 'record', proof: 'own' },
  ),
  /** Adds a record to a person: an occupancy, lease, vehicle, parking space, renovation, pet or notice. */
  'records.add': route(
    DESK,
    z.strictObject({
      personId: personIdSchema,
      version: versionSchema,
      record: newRecordSchema,
      proof: changeProofSchema,
    }),
    maskedPersonSchema,
    { enters: ['add'], shows: 'record', proof: 'both', scope: 'ids' },
  ),
  'records.edit': route(
    DESK,
    z.strictObject({
      personId: personIdSchema,
      version: versionSchema,
      recordId: recordIdSchema,
      changes: recordChangesSchema,
      proof: changeProofSchema,
    }),
    maskedPersonSchema,
    { enters: ['edit'], shows: 'record', proof: 'both', scope: 'ids' },
  ),
  /** Ends a record from that day on and keeps it; for a notice, the consent is withdrawn. */
  'records.end': route(
    DESK,
    z.strictObject({
      personId: personIdSchema,
      version: versionSchema,
      kind: z.enum(ENDING_KINDS),
      recordId: recordIdSchema,
      on: dateSchema,
    }),
    maskedPersonSchema,
    { enters: ['end'], shows: 'record', proof: 'none', scope: 'ids' },
  ),
  /**
   * Deletes a record entered by mistake. Its sealed values are deleted for good, which needs the same proof
   * as replacing them.
   */
  'records.remove': route(
    DESK,
    z.strictObject({
      personId: personIdSchema,
      version: versionSchema,
      kind: recordKindSchema,
      recordId: recordIdSchema,
      proof: changeProofSchema,
    }),
    maskedPersonSchema,
    { enters: ['remove'], shows: 'record', proof: 'both', scope: 'ids' },
  ),
  /** Who lives with somebody now: the others of their rooms. */
  'people.household': route(
    EVERYONE,
    z.strictObject({ personId: personIdSchema }),
    z.strictObject({ people: z.array(housemateSchema).max(HOUSEHOLD), more: z.boolean() }),
    { enters: 'as-opened', shows: 'record', proof: 'none', scope: 'ids', maskedReadOnly: true },
  ),
  'rooms.find': route(
    EVERYONE,
    z.strictObject({ text: z.string().max(60) }),
    z.strictObject({ rooms: z.array(roomHitSchema).max(20), more: z.boolean() }),
    { enters: 'masks', shows: 'ids', proof: 'none', scope: 'filtered', maskedReadOnly: true },
  ),
  /** Rooms of the estate, without being typed: their numbers, and nothing of who lives there. */
  'rooms.browse': route(EVERYONE, z.strictObject({ unit: roomPlaceSchema.nullable() }), roomListSchema, {
    enters: 'masks',
    shows: 'ids',
    proof: 'none',
    scope: 'filtered',
    maskedReadOnly: true,
  }),
  'rooms.open': route(EVERYONE, z.strictObject({ roomId: roomIdSchema }), roomViewSchema, {
    enters: ['open-room'],
    shows: 'record',
    proof: 'none',
    scope: 'ids',
    maskedReadOnly: true,
  }),
  /** The room with that text, added if it is not known yet. */
  'rooms.add': route(DESK, z.strictObject({ text: roomTextSchema }), roomViewSchema, {
    enters: ['add', 'open-room'],
    shows: 'record',
    proof: 'none',
    scope: 'ids',
  }),
  'rooms.edit': route(
    DESK,
    z.strictObject({ roomId: roomIdSchema, version: countSchema, changes: roomChangesSchema }),
    roomViewSchema,
    { enters: ['edit'], shows: 'record', proof: 'none', scope: 'ids' },
  ),
};
