/** Log details of residents, their records and rooms: kinds, counts and row ids, never a value. */
import { z } from 'zod';
import { FIELDS, type FieldId, RECORD_KINDS, SEALED_TIERS } from '../fields.ts';
import { SEARCH_KINDS } from '../search/lists.ts';
import { VERIFY_KINDS } from './verify-kinds.ts';
import { noteIdSchema, personIdSchema, roomIdSchema, rowIdSchema } from '../ids.ts';
import { type DetailSchemas, countSchema, journalSchema, noDetail, numberSchema } from '../log/parts.ts';
import type { SigningRule, SigningRules } from '../log/signing.ts';

const kindSchema = z.enum(SEARCH_KINDS);

/** The entry's person was opened as the guardian of `ward`. */
const guardianSchema = z.strictObject({ of: z.literal('guardian'), ward: personIdSchema });
const fullSchema = guardianSchema.nullable();
const recordSchema = z.strictObject({
  of: z.literal('record'),
  kind: z.enum(RECORD_KINDS),
  record: numberSchema,
});
const roomSchema = z.strictObject({ of: z.literal('room'), room: roomIdSchema });
/** Null where the person's own details were changed. */
const changedSchema = z.discriminatedUnion('of', [recordSchema, roomSchema]).nullable();
/** `into`: the other one was merged into the entry's person; `away`: the entry's person was merged into the other. */
const mergedSchema = z.discriminatedUnion('side', [
  z.strictObject({ side: z.literal('into'), other: personIdSchema, journal: journalSchema }),
  z.strictObject({ side: z.literal('away'), other: personIdSchema }),
]);

/** Schema of `detail` for each action on residents, their records and rooms. */
export const residentDetails = {
  /**
   * Matches of each kind, with `more` where there are more than counted; or the kinds that were searched
   * without a match, empty where the text could be none.
   */
  search: z.discriminatedUnion('of', [
    z.strictObject({
      of: z.literal('found'),
      kinds: z
        .array(z.strictObject({ kind: kindSchema, count: countSchema, more: z.boolean() }))
        .min(1)
        .max(16)
        .readonly(),
    }),
    z.strictObject({ of: z.literal('nothing'), sought: z.array(kindSchema).max(16).readonly() }),
  ]),
  'search-id': z.strictObject({ found: countSchema }),
  open: noDetail,
  'open-room': roomSchema,
  /** `request`: of the individual for which it was asked; it counts for that one and no other. */
  verify: z.strictObject({ kind: z.enum(VERIFY_KINDS), request: rowIdSchema.optional() }),
  reveal: z
    .discriminatedUnion('of', [
      z.strictObject({ of: z.literal('room-note'), note: noteIdSchema }),
      guardianSchema,
    ])
    .nullable(),
  /** What was shown went to the clipboard. */
  copy: noDetail,
  'open-full': fullSchema,
  extract: fullSchema,
  add: changedSchema,
  edit: changedSchema,
  end: recordSchema,
  remove: recordSchema,
  confirm: noDetail,
  restore: noDetail,
  'replaced-list': z.strictObject({ values: countSchema }),
  merge: mergedSchema,
  /** `kept`: how many later edits were kept; recorded on the side that the other was merged into. */
  'merge-undo': z.discriminatedUnion('side', [
    z.strictObject({ side: z.literal('into'), other: personIdSchema, kept: countSchema }),
    z.strictObject({ side: z.literal('away'), other: personIdSchema }),
  ]),
  'room-patterns': z.strictObject({ patterns: countSchema, rooms: countSchema, kept: countSchema }),
} satisfies DetailSchemas;

const isSealed = (name: string): boolean =>
  Object.hasOwn(FIELDS, name) && (SEALED_TIERS as readonly string[]).includes(FIELDS[name as FieldId].tier);

/** A change of open fields takes no PIN; one of a sealed field takes the owner's, and perhaps a supervisor's. */
const bySealedFields: SigningRule = ({ field }) => ((field ?? '').split(',').some(isSealed) ? 'own' : 'free');

/** Whose signature an entry of each action on residents, their records and rooms needs. */
export const residentSigning = {
  search: 'free',
  'search-id': 'either',
  open: 'free',
  'open-room': 'free',
  verify: 'own',
  reveal: 'own',
  copy: 'free',
  'open-full': 'either',
  extract: 'either',
  add: bySealedFields,
  edit: bySealedFields,
  end: bySealedFields,
  remove: bySealedFields,
  confirm: 'free',
  restore: 'own',
  'replaced-list': 'free',
  merge: 'own',
  'merge-undo': 'own',
  'room-patterns': 'own',
} as const satisfies SigningRules<typeof residentDetails>;
