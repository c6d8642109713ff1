/** Reply schemas of the resident routes. */
import { z } from 'zod';
import { BASES, CONSENTERS, NOTICE_WAYS, PURPOSES, SPACE_KINDS, WITHDRAWALS } from '../fields.ts';
import { personIdSchema, recordIdSchema, roomIdSchema, sealedValueIdSchema } from '../ids.ts';
import { marked } from '../marks.ts';
import {
  anyOrdinalSchema,
  dateSchema,
  fieldIdSchema,
  idTypeSchema,
  maskSchema,
  personKindSchema,
  relationSchema,
  revealableFieldIdSchema,
  sealedFieldIdSchema,
  sexSchema,
  spanSchema,
  tierSchema,
  timeSchema,
  wordSchema,
} from '../schemas.ts';

/**
 * Notes on a valid value. `old-id`: an ID number of 15 digits that was extended to 18; `card-check-digit`: a
 * bank card whose check digit is wrong.
 */
export const VALUE_NOTES = ['old-id', 'card-check-digit'] as const;
export type KeptNote = (typeof VALUE_NOTES)[number];

/** One value by its mask. */
const maskedFieldSchema = z.strictObject({
  field: fieldIdSchema,
  ordinal: anyOrdinalSchema,
  tier: tierSchema,
  mask: maskSchema,
  /** False where the stored value fails its validator; it is kept and shown with a hint to correct it. */
  valid: z.boolean(),
  /** Proof that the signed-in person needs to open it. */
  access: z.enum(['shown', 'own-pin', 'co-sign']),
  /** When it was last confirmed as correct. */
  verifiedAt: timeSchema.nullable(),
  /** Question to ask the holder, though the value is valid. */
  note: z.enum(VALUE_NOTES).nullable(),
});
export type MaskedField = z.infer<typeof maskedFieldSchema>;

const roomRefSchema = z.strictObject({ roomId: roomIdSchema, label: z.string().max(120) });

/** Masked and sealed fields of the record, by their ordinals among the person's values. */
const ownFieldsSchema = z.array(maskedFieldSchema).max(8);

/** One record of a person: its open details, and the masks of its other values. */
export const recordViewSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('occupancy'),
    recordId: recordIdSchema,
    room: roomRefSchema,
    relation: relationSchema,
    share: wordSchema,
    ...spanSchema,
    fields: ownFieldsSchema,
  }),
  z.strictObject({ kind: z.literal('lease'), recordId: recordIdSchema, room: roomRefSchema, ...spanSchema }),
  z.strictObject({
    kind: z.literal('vehicle'),
    recordId: recordIdSchema,
    brand: wordSchema,
    colour: wordSchema,
    vehicleKind: wordSchema,
    fields: ownFieldsSchema,
  }),
  z.strictObject({
    kind: z.literal('space'),
    recordId: recordIdSchema,
    code: z.string().max(200),
    carPark: wordSchema,
    spaceKind: z.enum(SPACE_KINDS),
    vehicle: recordIdSchema.nullable(),
    plateMask: maskSchema.nullable(),
    ...spanSchema,
  }),
  z.strictObject({
    kind: z.literal('renovation'),
    recordId: recordIdSchema,
    room: roomRefSchema,
    deposit: z.number().nonnegative().nullable(),
    ...spanSchema,
    fields: ownFieldsSchema,
  }),
  z.strictObject({
    kind: z.literal('pet'),
    recordId: recordIdSchema,
    breed: z.string().max(200),
    vaccinatedOn: dateSchema.nullable(),
    fields: ownFieldsSchema,
  }),
  z.strictObject({
    kind: z.literal('notice'),
    recordId: recordIdSchema,
    purpose: z.enum(PURPOSES),
    basis: z.enum(BASES),
    noticeVersion: wordSchema,
    givenOn: dateSchema.nullable(),
    consentedOn: dateSchema.nullable(),
    withdrawnOn: dateSchema.nullable(),
    way: z.enum(NOTICE_WAYS).nullable(),
    consenter: z.enum(CONSENTERS).nullable(),
    follows: z.enum(WITHDRAWALS).nullable(),
  }),
]);
export type RecordView = z.infer<typeof recordViewSchema>;

/** A person as an unlocked session sees them: open details and masks. */
export const maskedPersonSchema = marked(
  z.strictObject({
    personId: personIdSchema,
    /** Grows with each change; an edit names the version that it was made from. */
    version: z.number().int().positive(),
    kind: personKindSchema,
    nameMask: maskSchema,
    sex: sexSchema,
    idType: idTypeSchema.nullable(),
    /** Where they live now. */
    rooms: z
      .array(z.strictObject({ roomId: roomIdSchema, label: z.string().max(120), relation: relationSchema }))
      .max(200),
    /** Fields of the person's own record and plates; fields of other records are in `records`. */
    fields: z.array(maskedFieldSchema).max(100),
    /** By kind, current ones first, then the newest. */
    records: z.array(recordViewSchema).max(1000),
    updatedAt: timeSchema,
    /** Wrong verify answers left before the record closes for fifteen minutes. */
    verifyTriesLeft: z.number().int().min(0).max(3),
    /** When it opens again; null while there are tries left. */
    verifyOpensAt: timeSchema.nullable(),
    /** When an answer of today last matched, another than the name, which stands on every parcel, and no wrong one came after it. */
    verifiedAt: timeSchema.nullable(),
    /** A pinyin of the name was entered; it is as secret as the name. */
    hasPinyin: z.boolean(),
  }),
  'record',
);
export type MaskedPerson = z.infer<typeof maskedPersonSchema>;

/** The only view that holds a clear value. Keep it in component state, never in a store. */
export const revealedFieldSchema = z.strictObject({
  field: revealableFieldIdSchema,
  ordinal: anyOrdinalSchema,
  value: marked(z.string().max(2000), 'value'),
  /** How many seconds it may stay on screen. */
  seconds: z.number().int().positive(),
  /** The person whom a guardian value links to. */
  linked: personIdSchema.optional(),
});
export type RevealedField = z.infer<typeof revealedFieldSchema>;

/** A replaced or removed sealed value, by its mask; it can be restored until `until`. */
export const replacedValueSchema = z.strictObject({
  valueId: sealedValueIdSchema,
  field: sealedFieldIdSchema,
  ordinal: anyOrdinalSchema,
  mask: maskSchema,
  replacedAt: timeSchema,
  until: timeSchema,
});
export type ReplacedValue = z.infer<typeof replacedValueSchema>;
