/** Log details of residents, their records and rooms: kinds, counts and row ids, never a value. */
import { z } from 'zod';
import { RECORD_KINDS } from '../fields.ts';
import { SEARCH_KINDS } from '../search/lists.ts';
import { VERIFY_KINDS } from './verify-kinds.ts';
import { noteIdSchema, personIdSchema, roomIdSchema } from '../ids.ts';
import { countSchema, noDetail, numberSchema } from '../log/parts.ts';
import type { DetailSchemas } from '../log/parts.ts';

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
const mergedSchema = z.strictObject({ side: z.enum(['into', 'away']), other: personIdSchema });

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
  verify: z.strictObject({ kind: z.enum(VERIFY_KINDS) }),
  reveal: z
    .discriminatedUnion('of', [
      z.strictObject({ of: z.literal('room-note'), note: noteIdSchema }),
      guardianSchema,
    ])
    .nullable(),
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
