/** What screens are shown of records. */
import { z } from 'zod';
import { RECORD_KINDS, ROOM_STATUSES, SEALED_FIELD_IDS } from '../fields.ts';
import type { RecordKind, SealedFieldId } from '../fields.ts';
import { personIdSchema, roomIdSchema, rowIdSchema } from '../ids.ts';
import { recordViewSchema } from '../residents/views.ts';
import {
  dateSchema,
  enumOf,
  maskSchema,
  personKindSchema,
  relationSchema,
  spanSchema,
  timeSchema,
  wordSchema,
} from '../schemas.ts';

export const roomHitSchema = z.strictObject({
  roomId: roomIdSchema,
  label: z.string().max(120),
  status: z.enum(ROOM_STATUSES).nullable(),
  /** Somebody lives there now. */
  livedIn: z.boolean(),
});
export type RoomHit = z.infer<typeof roomHitSchema>;

export const roomViewSchema = z.strictObject({
  roomId: roomIdSchema,
  /** Grows with each change of the room's own facts, whoever makes it. */
  version: z.number().int().nonnegative(),
  label: z.string().max(120),
  floor: wordSchema,
  totalFloors: z.number().int().nullable(),
  lift: z.boolean().nullable(),
  layout: wordSchema,
  area: z.number().nullable(),
  innerArea: z.number().nullable(),
  sharedArea: z.number().nullable(),
  usage: wordSchema,
  status: z.enum(ROOM_STATUSES).nullable(),
  /** What a workbook called the status, where it is none of the list. */
  statusText: wordSchema,
  deliveredOn: dateSchema.nullable(),
  /** Those who live there now first, then those who did, the last first. */
  people: z
    .array(
      z.strictObject({
        personId: personIdSchema,
        personKind: personKindSchema,
        nameMask: maskSchema,
        phoneMask: maskSchema.nullable(),
        relation: relationSchema,
        share: wordSchema,
        ...spanSchema,
      }),
    )
    .max(200),
  /** There are more than the two hundred shown. */
  morePeople: z.boolean(),
  /** Leases and renovations of the room, and the spaces of those who live there now. */
  records: z
    .array(z.strictObject({ personId: personIdSchema, nameMask: maskSchema, record: recordViewSchema }))
    .max(400),
});
export type RoomView = z.infer<typeof roomViewSchema>;

/** Two records that were made one, as long as that can be undone. */
export const mergeViewSchema = z.strictObject({
  mergeId: rowIdSchema,
  at: timeSchema,
  until: timeSchema,
  staffName: z.string().max(60),
  otherMask: maskSchema,
  /** What was changed or removed since, the first hundred: a field, a record, a note, or the person's own facts. */
  edited: z
    .array(
      z.strictObject({
        what: enumOf<SealedFieldId | RecordKind | 'person'>([...SEALED_FIELD_IDS, ...RECORD_KINDS, 'person']),
        words: maskSchema,
      }),
    )
    .max(100),
  editedCount: z.number().int().nonnegative(),
});
export type MergeView = z.infer<typeof mergeViewSchema>;
