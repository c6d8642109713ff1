/** Schemas shared by several features. */
import { z } from 'zod';
import {
  FIELD_IDS,
  ID_TYPES,
  OWN_FIELD_IDS,
  OWN_SEALED_FIELD_IDS,
  type OwnReasonId,
  PERSON_KINDS,
  REASONS,
  RECORD_KINDS,
  RELATIONS,
  REVEALABLE_FIELD_IDS,
  ROLES,
  type ReasonId,
  SEALED_FIELD_IDS,
  SEXES,
  SWITCHED_FIELD_IDS,
  TIERS,
} from './fields.ts';
import { slotIdSchema } from './ids.ts';
import { marked } from './marks.ts';
import { MAX_TIME, countSchema, numberSchema } from './numbers.ts';
import { toOneLine } from './one-line.ts';
import { PIN_PROBLEMS } from './staff/lists.ts';
import { WORDS } from './words.ts';

/** A schema of one of `values`, which must not be empty. */
export const enumOf = <T extends string>(values: readonly T[]) => z.enum(values as readonly [T, ...T[]]);

/**
 * Ordinal of a value among a person's values of that field, or of a record among those of its kind: desk ·
 * 2¹⁶ + counter.
 */
export const anyOrdinalSchema = z
  .number()
  .int()
  .min(0)
  .max(2 ** 32 - 1);

/** Any field. */
export const fieldIdSchema = enumOf(FIELD_IDS);

/** A field whose values are sealed. */
export const sealedFieldIdSchema = enumOf(SEALED_FIELD_IDS);

/** A field of the person's own record. */
export const ownFieldIdSchema = enumOf(OWN_FIELD_IDS);

/** A field that a form may seal; notes and other records have their own routes. */
export const ownSealedFieldIdSchema = enumOf(OWN_SEALED_FIELD_IDS);

/** A field that a reveal can show. */
export const revealableFieldIdSchema = enumOf(REVEALABLE_FIELD_IDS);

/** Tier of a field. */
export const tierSchema = enumOf(TIERS);

/** Relation of a person to a room. */
export const relationSchema = enumOf(RELATIONS);

/** Kind of identity document. */
export const idTypeSchema = enumOf(ID_TYPES);

/** Human being or company. */
export const personKindSchema = enumOf(PERSON_KINDS);

/** Sex. */
export const sexSchema = enumOf(SEXES);

/** Number of a reason that an admin has added, as an entry of the log names it. */
const ownReasonIdSchema = z.string().regex(/^own-[1-9]\d{0,2}$/) as unknown as z.ZodType<OwnReasonId>;

/** Reason for opening or replacing a value; whether it is in use is checked by the vault. */
export const reasonIdSchema: z.ZodType<ReasonId> = z.union([enumOf(REASONS), ownReasonIdSchema]);

/** Role of a member of staff. */
export const roleSchema = enumOf(ROLES);

/** Optional fields that are turned on. */
export const switchedFieldsSchema = z.array(enumOf(SWITCHED_FIELD_IDS)).max(SWITCHED_FIELD_IDS.length);

/** Kind of a record. */
export const recordKindSchema = enumOf(RECORD_KINDS);

/** A calendar date, `YYYY-MM-DD` (ISO 8601); whether the day exists is checked by the vault. */
export const dateSchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** Text of a mask. The limit is that of a masked name of 50 code points, the longest mask. */
export const maskSchema = marked(z.string().max(220), 'mask');

/** Milliseconds since 1970-01-01T00:00:00Z. */
export const timeSchema = z.number().int().nonnegative().max(MAX_TIME);

/**
 * Half-open ranges [start, end) in UTF-16 code units of the shown text, so that a highlight cannot point at a
 * hidden character.
 */
export const rangesSchema = z
  .array(z.tuple([z.number().int().nonnegative(), z.number().int().nonnegative()]))
  .max(20);

/** A stored word or short text; null where there is none. */
export const wordSchema = z.string().max(200).nullable();

/** Time span of a record: `until` is the first day on which it is over; `ended` whether it is over today. */
export const spanSchema = { from: dateSchema.nullable(), until: dateSchema.nullable(), ended: z.boolean() };

/** An empty request or reply. */
export const nothing = z.strictObject({});

/**
 * A PIN as typed, in UTF-16 code units; any text, so that a supervisor may use words. Its strength is checked
 * by the vault.
 */
const pinText = z.string().min(1).max(64);

/** The PIN of whoever asks. */
export const pinSchema = marked(pinText, 'own-pin');

/** A PIN that is to be set. */
export const newPinSchema = pinText;

/**
 * Typed text that a list shows later, normalised to one line of visible text. `least` and `most` bound the
 * normalised text, in UTF-16 code units.
 */
export const lineSchema = (least: number, most: number) =>
  z.string().transform(toOneLine).pipe(z.string().min(least).max(most));

/** Why something is done, or what was found, one line. */
export const wordsSchema = lineSchema(WORDS.least, WORDS.most);

/** Display name of a member of staff, one line. */
export const staffNameSchema = lineSchema(1, 30);

/** Number of the document or work order behind an action, one line; may be empty. */
export const ticketSchema = lineSchema(0, 60);

/** A second person's slot and PIN. */
export const proofSchema = marked(z.strictObject({ slotId: slotIdSchema, pin: pinText }), 'second-pin');

/** A room as people write it, perhaps not on record yet. */
export const roomTextSchema = marked(z.string().trim().min(1).max(60), 'room-text');

/** Reason for an action; `other` and `emergency` also need words, and some a ticket, which the vault checks. */
export const whySchema = z.strictObject({
  reason: reasonIdSchema,
  words: lineSchema(0, 120).optional(),
  ticket: ticketSchema.optional(),
});

/** Proof for a change; required where a sealed value changes. */
export const changeProofSchema = z
  .strictObject({ pin: pinSchema, why: whySchema, cosigner: proofSchema.optional() })
  .optional();

/** Version of the record that a change was made from. */
export const versionSchema = numberSchema;

/** The two requested groups of a recovery sheet, typed back from the paper. */
export const sheetAnswersSchema = z.tuple([z.string().max(16), z.string().max(16)]);

/** A size in bytes. */
export const byteCountSchema = countSchema;

/** A PIN to check before it is set; `name` is that of its owner. */
export const checkPinSchema = z.strictObject({
  role: roleSchema,
  pin: z.string().max(64),
  name: z.string().max(60),
});

/** Faults of a PIN; empty where it has none. */
export const pinProblemsSchema = z.strictObject({
  problems: z.array(z.enum(PIN_PROBLEMS)).max(PIN_PROBLEMS.length),
});

/**
 * Whether a change changes anything. One that changes nothing is refused: it would show a record that nobody had opened. `rooms` is whole, so that
 * an empty list is a change.
 */
export const changesSomething = (changes: object): boolean =>
  Object.entries(changes).some(
    ([name, value]) => value !== undefined && (name === 'rooms' || !Array.isArray(value) || value.length > 0),
  );
