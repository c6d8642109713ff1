/** Reply schemas of the search routes. */
import { z } from 'zod';
import { personIdSchema, roomIdSchema } from '../ids.ts';
import { enumOf, maskSchema, personKindSchema, rangesSchema, relationSchema } from '../schemas.ts';
import { SEARCH_KINDS } from './lists.ts';
import { MAX_PATTERNS, PATTERN_PROBLEMS } from './room-patterns.ts';

/** A person in a list of matches, in masks. */
export const maskedPersonRowSchema = z.strictObject({
  personId: personIdSchema,
  kind: personKindSchema,
  nameMask: maskSchema,
  phoneMask: maskSchema.nullable(),
  plateMask: maskSchema.nullable(),
  /** Readable label, such as 3栋 2单元 1801. */
  roomLabel: z.string().max(120).nullable(),
  relation: relationSchema.nullable(),
  /** The person was found by this room and no longer lives there. */
  former: z.boolean(),
  matched: z.strictObject({
    name: rangesSchema,
    room: rangesSchema,
    phone: rangesSchema,
    plate: rangesSchema,
  }),
});
export type MaskedPersonRow = z.infer<typeof maskedPersonRowSchema>;

/** Most rooms of another desk that a search names. */
export const MAX_ELSEWHERE = 8;

/** A room that is another desk's. */
const roomElsewhereSchema = z.strictObject({
  roomId: roomIdSchema,
  label: z.string().max(120),
  /** Whose: the label of the area; empty where no desk has it. */
  desk: z.string().max(200),
});
export type RoomElsewhere = z.infer<typeof roomElsewhereSchema>;

/** Matches by kind. */
export const searchReplySchema = z.strictObject({
  groups: z
    .array(
      z.strictObject({
        kind: z.enum(SEARCH_KINDS),
        rows: z.array(maskedPersonRowSchema).max(50),
        /** There are more matches than shown; they are not counted. */
        more: z.boolean(),
      }),
    )
    .max(4),
  /**
   * Token for `people.searchNext` after a search of one kind that has more matches; valid once, until the
   * next search.
   */
  next: z.number().int().positive().nullable(),
  /** Rooms of that text that are another desk's: which, and whose. Nothing of who lives there; absent where there are none. */
  elsewhere: z.array(roomElsewhereSchema).min(1).max(MAX_ELSEWHERE).optional(),
});
export type SearchReply = z.infer<typeof searchReplySchema>;

const patternReadingSchema = z.strictObject({
  text: z.string().max(60),
  /** The label by the built-in notations (`usual`) and by the patterns (`now`). */
  usual: z.string().max(120),
  now: z.string().max(120),
});

/** Result of trying room patterns before they are saved. */
export const patternTrialSchema = z.strictObject({
  /** The problem of each pattern, in order; null where there is none. */
  problems: z.array(enumOf(PATTERN_PROBLEMS).nullable()).max(MAX_PATTERNS),
  readings: z.array(patternReadingSchema).max(12),
  /** Texts that the built-in notations read as another room. */
  conflicts: z.array(patternReadingSchema).max(MAX_PATTERNS),
  /**
   * Of the first `looked` rooms of the vault: how many get another label, and how many keep theirs because
   * the new one is taken.
   */
  rooms: z.strictObject({
    looked: z.number().int().nonnegative(),
    moved: z.number().int().nonnegative(),
    kept: z.number().int().nonnegative(),
    samples: z.array(z.strictObject({ before: z.string().max(120), after: z.string().max(120) })).max(6),
  }),
});
export type PatternTrial = z.infer<typeof patternTrialSchema>;
