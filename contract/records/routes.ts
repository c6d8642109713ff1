/** The routes of records. */
import { z } from 'zod';
import { ENDING_KINDS } from '../fields.ts';
import { personIdSchema, recordIdSchema, roomIdSchema, rowIdSchema } from '../ids.ts';
import { maskedPersonSchema } from '../residents/views.ts';
import { DESK, EVERYONE, route } from '../route.ts';
import type { Route } from '../route.ts';
import {
  changeProofSchema,
  dateSchema,
  pinSchema,
  recordKindSchema,
  versionSchema,
  whySchema,
} from '../schemas.ts';
import type { RECORDS_ROUTES } from './names.ts';
import { newRecordSchema, recordChangesSchema, roomChangesSchema } from './requests.ts';
import { mergeViewSchema, roomHitSchema, roomViewSchema } from './views.ts';

export const recordsRoutes = {
  /** Everything of `other` becomes of `personId`, whose name and own fields stay; `other` is no more. */
  'people.merge': route(
    ['supervisor'],
    z.strictObject({
      personId: personIdSchema,
      version: versionSchema,
      other: z.strictObject({ personId: personIdSchema, version: versionSchema }),
      /** They are one person though their ID numbers differ; the other's number is kept for 30 days. */
      idsMayDiffer: z.boolean(),
      pin: pinSchema,
      why: whySchema,
    }),
    maskedPersonSchema,
  ),
  /** What was merged into somebody within thirty days, each with what was edited since. */
  'people.merges': route(
    ['supervisor'],
    z.strictObject({ personId: personIdSchema }),
    z.strictObject({ merges: z.array(mergeViewSchema).max(20) }),
  ),
  /** Both are there again as they were; what was edited since stays with `personId` where that is wanted. */
  'people.undoMerge': route(
    ['supervisor'],
    z.strictObject({
      personId: personIdSchema,
      version: versionSchema,
      mergeId: rowIdSchema,
      keepEdited: z.boolean(),
      pin: pinSchema,
      why: whySchema,
    }),
    z.strictObject({ person: maskedPersonSchema, otherId: personIdSchema }),
  ),
  /** A record of somebody: where they live, a lease, a vehicle, a space, a renovation, a pet, a notice. */
  'records.add': route(
    DESK,
    z.strictObject({
      personId: personIdSchema,
      version: versionSchema,
      record: newRecordSchema,
      proof: changeProofSchema,
    }),
    maskedPersonSchema,
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
  ),
  /** Over from that day on, and kept; for a notice its consent is withdrawn. */
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
  ),
  /** It never was: for what was entered by mistake. Its sealed values go with it for good, which takes the proof that replacing them would. */
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
  ),
  'rooms.find': route(
    EVERYONE,
    z.strictObject({ text: z.string().max(60) }),
    z.strictObject({ rooms: z.array(roomHitSchema).max(20), more: z.boolean() }),
    { showsMasksAlone: true },
  ),
  'rooms.open': route(EVERYONE, z.strictObject({ roomId: roomIdSchema }), roomViewSchema, {
    showsMasksAlone: true,
  }),
  /** The room that is written so, added where it is not known yet. */
  'rooms.add': route(DESK, z.strictObject({ text: z.string().trim().min(1).max(60) }), roomViewSchema),
  'rooms.edit': route(
    DESK,
    z.strictObject({
      roomId: roomIdSchema,
      version: z.number().int().nonnegative(),
      changes: roomChangesSchema,
    }),
    roomViewSchema,
  ),
} as const satisfies Record<(typeof RECORDS_ROUTES)[number], Route>;
