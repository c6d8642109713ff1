/** What screens hand in to residents. */
import { z } from 'zod';
import {
  anyOrdinalSchema,
  idTypeSchema,
  ownSealedFieldIdSchema,
  personKindSchema,
  relationSchema,
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

const roomOfPersonSchema = z.strictObject({
  text: z.string().trim().min(1).max(60),
  relation: relationSchema,
});

/** How this person's name is read, where that is not as a dictionary has it: a syllable for each character. */
const pinyinSchema = z.string().trim().min(1).max(400);

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

export const personChangesSchema = z.strictObject({
  name: z.string().trim().min(1).max(100).optional(),
  /** null takes it away. A new name takes it away too, unless it comes with one. */
  pinyin: pinyinSchema.nullable().optional(),
  sex: sexSchema.optional(),
  idType: idTypeSchema.nullable().optional(),
  /** The whole list of rooms as it is to be. */
  rooms: z.array(roomOfPersonSchema).max(20).optional(),
  /** Plates to add and ordinals to remove; an existing plate is never sent to the screen to be sent back. */
  addPlates: z.array(z.string().trim().min(1).max(12)).max(10).optional(),
  removePlates: z.array(anyOrdinalSchema).max(10).optional(),
  sealed: z.array(sealedChangeSchema).max(20).optional(),
});
export type PersonChanges = z.infer<typeof personChangesSchema>;
