/** Parts that the schemas of several features are made of. */
import { z } from 'zod';
import {
  FIELD_IDS,
  ID_TYPES,
  OWN_FIELD_IDS,
  OWN_SEALED_FIELD_IDS,
  PERSON_KINDS,
  REASONS,
  RECORD_KINDS,
  RELATIONS,
  REVEALABLE_FIELD_IDS,
  ROLES,
  SEALED_FIELD_IDS,
  SEXES,
  SWITCHED_FIELD_IDS,
  TIERS,
} from './fields.ts';
import type { FieldId, OwnFieldId, OwnSealedFieldId, RevealableFieldId, SealedFieldId } from './fields.ts';
import { slotIdSchema } from './ids.ts';
import { toOneLine } from './one-line.ts';
import { PIN_PROBLEMS } from './staff/lists.ts';

export const enumOf = <T extends string>(values: readonly T[]) => z.enum(values as readonly [T, ...T[]]);

/** Place among the values of a field or the records of a kind that a person has: desk · 2¹⁶ + counter. */
export const anyOrdinalSchema = z
  .number()
  .int()
  .min(0)
  .max(2 ** 32 - 1);

export const fieldIdSchema = enumOf<FieldId>(FIELD_IDS);

export const sealedFieldIdSchema = enumOf<SealedFieldId>(SEALED_FIELD_IDS);

export const ownFieldIdSchema = enumOf<OwnFieldId>(OWN_FIELD_IDS);

/** What a form may seal: notes and records have routes of their own. */
export const ownSealedFieldIdSchema = enumOf<OwnSealedFieldId>(OWN_SEALED_FIELD_IDS);

export const revealableFieldIdSchema = enumOf<RevealableFieldId>(REVEALABLE_FIELD_IDS);

export const tierSchema = enumOf(TIERS);

export const relationSchema = enumOf(RELATIONS);

export const idTypeSchema = enumOf(ID_TYPES);

export const personKindSchema = enumOf(PERSON_KINDS);

export const sexSchema = enumOf(SEXES);

export const reasonSchema = enumOf(REASONS);

export const roleSchema = enumOf(ROLES);

/** Fields that are used only once they are turned on. */
export const switchedFieldsSchema = z.array(enumOf(SWITCHED_FIELD_IDS)).max(SWITCHED_FIELD_IDS.length);

export const recordKindSchema = enumOf(RECORD_KINDS);

/** A day of the calendar, `2026-01-31`; whether there is such a day the vault says. */
export const dateSchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** Longest text of a mask: no mask is longer than a masked name of 50 code points. */
export const maskSchema = z.string().max(220);

/** Milliseconds since 1970-01-01T00:00:00Z. */
export const timeSchema = z.number().int().nonnegative();

/** Half-open ranges [start, end) of UTF-16 units in the text that is shown, so a highlight cannot point at a hidden character. */
export const rangesSchema = z
  .array(z.tuple([z.number().int().nonnegative(), z.number().int().nonnegative()]))
  .max(20);

export const wordSchema = z.string().max(200).nullable();

export const spanSchema = { from: dateSchema.nullable(), until: dateSchema.nullable(), ended: z.boolean() };

export const nothing = z.strictObject({});

/** A PIN as typed: any printable text, so that a supervisor may use words. */
export const pinSchema = z.string().min(1).max(64);

/** Words that somebody types and that a list shows later, as one line of visible text; `least` and `most` are counted in that. */
export const lineSchema = (least: number, most: number) =>
  z.string().transform(toOneLine).pipe(z.string().min(least).max(most));

export const staffNameSchema = lineSchema(1, 30);

export const ticketSchema = lineSchema(0, 60);

export const proofSchema = z.strictObject({ slotId: slotIdSchema, pin: pinSchema });

/** Why, in the words of the list; `other` and `emergency` need words of their own, checked by the vault. */
export const whySchema = z.strictObject({
  reason: reasonSchema,
  words: lineSchema(0, 120).optional(),
  ticket: ticketSchema.optional(),
});

/** Needed as soon as a sealed value changes. */
export const changeProofSchema = z
  .strictObject({ pin: pinSchema, why: whySchema, cosigner: proofSchema.optional() })
  .optional();

export const versionSchema = z.number().int().positive();

/** Two groups of a sheet, typed back from the paper. */
export const sheetAnswersSchema = z.tuple([z.string().max(16), z.string().max(16)]);

export const byteCountSchema = z.number().int().nonnegative();

export const checkPinSchema = z.strictObject({
  role: roleSchema,
  pin: z.string().max(64),
  name: z.string().max(60),
});

export const pinProblemsSchema = z.strictObject({
  problems: z.array(z.enum(PIN_PROBLEMS)).max(PIN_PROBLEMS.length),
});
