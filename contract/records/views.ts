/** Reply schemas of the record routes. */
import { z } from 'zod';
import {
  RECORD_KINDS,
  ROOM_STATUSES,
  type RecordKind,
  SEALED_FIELD_IDS,
  type SealedFieldId,
} from '../fields.ts';
import { mergeIdSchema, personIdSchema, roomIdSchema } from '../ids.ts';
import { marked } from '../marks.ts';
import { countSchema } from '../numbers.ts';
import { recordViewSchema } from '../people/views.ts';
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

/** A room that matches a search text. */
export const roomHitSchema = z.strictObject({
  roomId: roomIdSchema,
  label: z.string().max(120),
  status: z.enum(ROOM_STATUSES).nullable(),
  /** Somebody lives there now; null of a room that is another desk's. */
  livedIn: z.boolean().nullable(),
});
export type RoomHit = z.infer<typeof roomHitSchema>;

/** Where rooms are, as their labels have it; each part is empty where they name none. */
export const roomPlaceSchema = z.strictObject({
  estate: z.string().max(60),
  building: z.string().max(60),
  unit: z.string().max(60),
});

/** A unit, and how many rooms it has. */
const unitSchema = z.strictObject({ ...roomPlaceSchema.shape, rooms: countSchema });
export type Unit = z.infer<typeof unitSchema>;

/** Every unit, or the rooms of one by their numbers. */
export const roomListSchema = z.strictObject({
  units: z.array(unitSchema).max(2000),
  rooms: z
    .array(z.strictObject({ roomId: roomIdSchema, label: z.string().max(120), room: z.string().max(60) }))
    .max(500),
  more: z.boolean(),
});
export type RoomList = z.infer<typeof roomListSchema>;

/** A room with the people and records that belong to it, in masks. */
export const roomViewSchema = marked(
  z.strictObject({
    roomId: roomIdSchema,
    /** Grows with each change of the room's own details; an edit names the version that it was made from. */
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
    /** Status as text, where a workbook used a word that is not in the list. */
    statusText: wordSchema,
    deliveredOn: dateSchema.nullable(),
    /** Present residents first, then former ones, the most recent first. */
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
    /** There are more people than the 200 shown. */
    morePeople: z.boolean(),
    /** Leases and renovations of the room, and parking spaces of its present residents. */
    records: z
      .array(z.strictObject({ personId: personIdSchema, nameMask: maskSchema, record: recordViewSchema }))
      .max(400),
  }),
  'record',
);
export type RoomView = z.infer<typeof roomViewSchema>;

/** How many of a household are listed. */
export const HOUSEHOLD = 12;

/** Somebody who lives in the same room now. */
export const housemateSchema = z.strictObject({
  personId: personIdSchema,
  nameMask: maskSchema,
  relation: relationSchema,
  roomLabel: z.string().max(120),
});
export type Housemate = z.infer<typeof housemateSchema>;

/** A merge that can still be undone, until `until`. */
export const mergeViewSchema = z.strictObject({
  mergeId: mergeIdSchema,
  at: timeSchema,
  until: timeSchema,
  staffName: z.string().max(60),
  otherMask: maskSchema,
  /**
   * Changes and removals since (the first 100): a field, a record, a note, or the person's own
   * details.
   */
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
