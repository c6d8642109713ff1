/** Request schemas of rooms and of each kind of record, shared by routes and forms. */
import { z } from 'zod';
import {
  BASES,
  CONSENTERS,
  NOTICE_WAYS,
  PURPOSES,
  ROOM_STATUSES,
  type RecordKind,
  SPACE_KINDS,
  WITHDRAWALS,
} from '../fields.ts';
import { numberSchema } from '../numbers.ts';
import { toOneLine } from '../one-line.ts';
import {
  changesSomething,
  dateSchema,
  relationSchema,
  sealedFieldIdSchema,
  roomTextSchema,
} from '../schemas.ts';

/** One line of visible text (docs/decisions/0021). */
const wordSchema = z.string().transform(toOneLine).pipe(z.string().min(1).max(40));
const areaSchema = z.number().positive().max(1_000_000);
/** Yuan, with at most two decimals. */
const moneySchema = z
  .number()
  .nonnegative()
  .max(100_000_000)
  .refine((yuan) => Math.abs(yuan * 100 - Math.round(yuan * 100)) < 1e-6);
/** Sealed values of the record; null removes one. A replaced or removed value stays sealed for 30 days. */
const sealedSchema = z
  .array(z.strictObject({ field: sealedFieldIdSchema, value: z.string().trim().min(1).max(200).nullable() }))
  .max(4)
  .optional();

/**
 * Changes that each kind allows: absent keeps a value, null empties it. `until` is the first day on which
 * the record is over.
 */
const CHANGES = {
  occupancy: {
    relation: relationSchema.optional(),
    /** `1/2` or `50%`. */
    share: z.string().trim().min(1).max(12).nullable().optional(),
    from: dateSchema.nullable().optional(),
    until: dateSchema.nullable().optional(),
    sealed: sealedSchema,
  },
  lease: { from: dateSchema.nullable().optional(), until: dateSchema.nullable().optional() },
  vehicle: {
    brand: wordSchema.nullable().optional(),
    colour: wordSchema.nullable().optional(),
    vehicleKind: wordSchema.nullable().optional(),
  },
  space: {
    code: wordSchema.optional(),
    carPark: wordSchema.nullable().optional(),
    spaceKind: z.enum(SPACE_KINDS).optional(),
    /** The record of the vehicle that stands there. */
    vehicle: numberSchema.nullable().optional(),
    from: dateSchema.nullable().optional(),
    until: dateSchema.nullable().optional(),
  },
  renovation: {
    from: dateSchema.nullable().optional(),
    until: dateSchema.nullable().optional(),
    deposit: moneySchema.nullable().optional(),
    sealed: sealedSchema,
  },
  pet: { breed: wordSchema.optional(), vaccinatedOn: dateSchema.nullable().optional(), sealed: sealedSchema },
  notice: {
    purpose: z.enum(PURPOSES).optional(),
    basis: z.enum(BASES).optional(),
    noticeVersion: wordSchema.nullable().optional(),
    givenOn: dateSchema.nullable().optional(),
    consentedOn: dateSchema.nullable().optional(),
    withdrawnOn: dateSchema.nullable().optional(),
    way: z.enum(NOTICE_WAYS).nullable().optional(),
    consenter: z.enum(CONSENTERS).nullable().optional(),
    follows: z.enum(WITHDRAWALS).nullable().optional(),
  },
} as const satisfies Readonly<Record<RecordKind, unknown>>;

/** Changes of a record: absent keeps a value, null empties it. */
export const recordChangesSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('occupancy'), ...CHANGES.occupancy }),
    z.strictObject({ kind: z.literal('lease'), ...CHANGES.lease }),
    z.strictObject({ kind: z.literal('vehicle'), ...CHANGES.vehicle }),
    z.strictObject({ kind: z.literal('space'), ...CHANGES.space }),
    z.strictObject({ kind: z.literal('renovation'), ...CHANGES.renovation }),
    z.strictObject({ kind: z.literal('pet'), ...CHANGES.pet }),
    z.strictObject({ kind: z.literal('notice'), ...CHANGES.notice }),
  ])
  .refine((changes) => changesSomething({ ...changes, kind: undefined }));
export type RecordChanges = z.infer<typeof recordChangesSchema>;

/** A new record: as its changes, with the values that it needs. `room` is free text as people write rooms. */
export const newRecordSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('occupancy'),
    ...CHANGES.occupancy,
    room: roomTextSchema,
    relation: relationSchema,
  }),
  z.strictObject({ kind: z.literal('lease'), ...CHANGES.lease, room: roomTextSchema }),
  z.strictObject({ kind: z.literal('vehicle'), ...CHANGES.vehicle, plate: z.string().trim().min(1).max(12) }),
  z.strictObject({
    kind: z.literal('space'),
    ...CHANGES.space,
    code: wordSchema,
    spaceKind: z.enum(SPACE_KINDS),
  }),
  z.strictObject({ kind: z.literal('renovation'), ...CHANGES.renovation, room: roomTextSchema }),
  z.strictObject({ kind: z.literal('pet'), ...CHANGES.pet, breed: wordSchema }),
  z.strictObject({
    kind: z.literal('notice'),
    ...CHANGES.notice,
    purpose: z.enum(PURPOSES),
    basis: z.enum(BASES),
  }),
]);
export type NewRecord = z.infer<typeof newRecordSchema>;

/** Changes of a room: absent keeps a value, null empties it. */
export const roomChangesSchema = z
  .strictObject({
    floor: wordSchema.nullable().optional(),
    totalFloors: z.number().int().min(1).max(200).nullable().optional(),
    lift: z.boolean().nullable().optional(),
    layout: wordSchema.nullable().optional(),
    /** Areas in square metres: `area` built, `innerArea` within the walls, `sharedArea` common. */
    area: areaSchema.nullable().optional(),
    innerArea: areaSchema.nullable().optional(),
    sharedArea: areaSchema.nullable().optional(),
    usage: wordSchema.nullable().optional(),
    status: z.enum(ROOM_STATUSES).nullable().optional(),
    deliveredOn: dateSchema.nullable().optional(),
  })
  .refine(changesSomething);
export type RoomChanges = z.infer<typeof roomChangesSchema>;
