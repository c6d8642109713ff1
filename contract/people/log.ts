/** Log details of residents, their records and rooms: kinds, counts and row ids, never a value. */
import { z } from 'zod';
import { type Actions, unsigned, signedByEither, signed, signedCoordinated } from '../manifest.ts';
import { FIELDS, type FieldId, RECORD_KINDS, SEALED_TIERS } from '../fields.ts';
import { SEARCH_KINDS } from '../search/lists.ts';
import { VERIFY_KINDS } from './verify-kinds.ts';
import { loggedIdSchema, noteIdSchema, personIdSchema, roomIdSchema } from '../ids.ts';
import { NEW_RECORD, journalSchema, noDetail } from '../log/parts.ts';
import { countSchema, numberSchema } from '../numbers.ts';
import type { SigningRule } from '../log/signing.ts';

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

const isSealed = (name: string): boolean =>
  Object.hasOwn(FIELDS, name) && (SEALED_TIERS as readonly string[]).includes(FIELDS[name as FieldId].tier);

/** A change of open fields takes no PIN; one of a sealed field takes the owner's, and perhaps a supervisor's. */
const bySealedFields: SigningRule = ({ field }) => ((field ?? '').split(',').some(isSealed) ? 'own' : 'free');

/** Each action on residents, their records and rooms. */
export const peopleActions = {
  /**
   * Matches of each kind, with `more` where there are more than counted; or the kinds that were searched
   * without a match, empty where the text could be none.
   */
  search: {
    detail: z.discriminatedUnion('of', [
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
    ...unsigned('search', {}),
    besideAny: true,
  },
  'search-id': { detail: z.strictObject({ found: countSchema }), ...signedByEither('search', {}) },
  open: { detail: noDetail, ...unsigned('search', {}), opens: true },
  'open-room': { detail: roomSchema, ...unsigned('search', {}), opens: true },
  /** `request`: of the individual for which it was asked; it counts for that one and no other. */
  verify: {
    detail: z.strictObject({ kind: z.enum(VERIFY_KINDS), request: loggedIdSchema.optional() }),
    ...signed('reveal', { subject_request: '~' }),
  },
  reveal: {
    detail: z
      .discriminatedUnion('of', [
        z.strictObject({ of: z.literal('room-note'), note: noteIdSchema }),
        guardianSchema,
      ])
      .nullable(),
    ...signed('reveal', {}),
  },
  /** A value that was shown went to the clipboard. */
  copy: { detail: noDetail, ...unsigned('reveal', {}) },
  'open-full': { detail: fullSchema, ...signedByEither('reveal', {}) },
  extract: { detail: fullSchema, ...signedByEither('reveal', {}) },
  add: {
    detail: changedSchema,
    signing: bySealedFields,
    group: 'records',
    work: 'free',
    writes: { match_tag: '+', notice: '+', ...NEW_RECORD },
    duties: ['number-of-people'],
  },
  edit: {
    detail: changedSchema,
    signing: bySealedFields,
    group: 'records',
    work: 'free',
    writes: {
      confirmed_field: '-',
      former_tag: '+-',
      lease: '+~-',
      match_tag: '+-',
      notice: '~',
      occupancy: '+~-',
      person: '~',
      pet: '+~-',
      renovation: '+~-',
      room: '+~',
      seal_batch: '+-',
      sealed_value: '+~',
      space: '+~-',
      vehicle: '+~-',
    },
  },
  end: {
    detail: recordSchema,
    signing: bySealedFields,
    group: 'records',
    work: 'free',
    writes: { lease: '~', notice: '~', occupancy: '~', person: '~', renovation: '~', space: '~' },
  },
  remove: {
    detail: recordSchema,
    signing: bySealedFields,
    group: 'records',
    work: 'free',
    writes: {
      confirmed_field: '-',
      lease: '-',
      match_tag: '-',
      notice: '-',
      occupancy: '-',
      person: '~',
      pet: '-',
      renovation: '-',
      seal_batch: '-',
      sealed_value: '~-',
      space: '~-',
      vehicle: '-',
    },
  },
  confirm: { detail: noDetail, ...unsigned('records', { confirmed_field: '+', person: '~' }) },
  restore: {
    detail: noDetail,
    ...signedCoordinated('records', { former_tag: '+-', match_tag: '+-', person: '~', sealed_value: '~' }),
  },
  'replaced-list': { detail: z.strictObject({ values: countSchema }), ...unsigned('reveal', {}) },
  merge: {
    detail: mergedSchema,
    decides: true,
    ...signedCoordinated('records', {
      confirmed_field: '+-',
      counter_note: '~',
      former_tag: '+~-',
      lease: '~-',
      match_tag: '+-',
      merge_row: '+',
      merge_run: '+',
      merged_person: '+',
      notice: '~',
      occupancy: '~-',
      person: '~-',
      pet: '~-',
      renovation: '~-',
      seal_batch: '+-',
      sealed_value: '~-',
      space: '~-',
      vehicle: '~-',
    }),
  },
  /** `kept`: how many later edits were kept; recorded on the side that the other was merged into. */
  'merge-undo': {
    detail: z.discriminatedUnion('side', [
      z.strictObject({ side: z.literal('into'), other: personIdSchema, kept: countSchema }),
      z.strictObject({ side: z.literal('away'), other: personIdSchema }),
    ]),
    decides: true,
    ...signedCoordinated('records', {
      confirmed_field: '+-',
      counter_note: '~',
      former_tag: '+~-',
      lease: '+~-',
      match_tag: '+-',
      merge_row: '-',
      merge_run: '-',
      merged_person: '-',
      notice: '+~',
      occupancy: '+~-',
      person: '+~',
      pet: '+~-',
      renovation: '+~-',
      seal_batch: '+-',
      sealed_value: '+~',
      space: '+~-',
      vehicle: '+~-',
    }),
  },
  'room-patterns': {
    detail: z.strictObject({ patterns: countSchema, rooms: countSchema, kept: countSchema }),
    ...signedCoordinated('records', { room: '~', room_pattern: '+-' }),
  },
} as const satisfies Actions;
