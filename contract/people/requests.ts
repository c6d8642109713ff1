/** Request schemas of the resident routes. */
import { z } from 'zod';
import {
  anyOrdinalSchema,
  changesSomething,
  idTypeSchema,
  ownSealedFieldIdSchema,
  personKindSchema,
  relationSchema,
  roomTextSchema,
  sexSchema,
} from '../schemas.ts';

const sealedValueSchema = z.strictObject({
  field: ownSealedFieldIdSchema,
  value: z.string().trim().min(1).max(2000),
});

const sealedChangeSchema = z.strictObject({
  field: ownSealedFieldIdSchema,
  ordinal: anyOrdinalSchema,
  /** null removes the value; the old one stays sealed for 30 days. */
  value: z.string().trim().min(1).max(2000).nullable(),
});

const roomOfPersonSchema = z.strictObject({ text: roomTextSchema, relation: relationSchema });

/** Pinyin of this person's name where it differs from the dictionary: one syllable for each character. */
const pinyinSchema = z.string().trim().min(1).max(400);

/** A new person. Values are checked and normalised by the vault. */
export const personDraftSchema = z.strictObject({
  kind: personKindSchema,
  name: z.string().trim().min(1).max(100),
  pinyin: pinyinSchema.optional(),
  sex: sexSchema,
  idType: idTypeSchema.nullable(),
  rooms: z.array(roomOfPersonSchema).max(20),
  plates: z.array(z.string().trim().min(1).max(12)).max(10),
  sealed: z.array(sealedValueSchema).max(20),
});
export type PersonDraft = z.infer<typeof personDraftSchema>;

/** Changes of a person's own record: absent keeps a value. */
export const personChangesSchema = z
  .strictObject({
    name: z.string().trim().min(1).max(100).optional(),
    /** null removes it. A new name removes it too, unless a pinyin comes with it. */
    pinyin: pinyinSchema.nullable().optional(),
    sex: sexSchema.optional(),
    idType: idTypeSchema.nullable().optional(),
    /** The complete list of rooms after the change. */
    rooms: z.array(roomOfPersonSchema).max(20).optional(),
    /** Plates to add; `removePlates` names ordinals, because an existing plate is never sent to the screen. */
    addPlates: z.array(z.string().trim().min(1).max(12)).max(10).optional(),
    removePlates: z.array(anyOrdinalSchema).max(10).optional(),
    sealed: z.array(sealedChangeSchema).max(20).optional(),
  })
  .refine(changesSomething);
export type PersonChanges = z.infer<typeof personChangesSchema>;
