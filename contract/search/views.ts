/** What screens are shown of search. */
import { z } from 'zod';
import { personIdSchema } from '../ids.ts';
import { enumOf, maskSchema, personKindSchema, rangesSchema, relationSchema } from '../schemas.ts';
import { SEARCH_KINDS } from './lists.ts';
import { MOST_PATTERNS, PATTERN_PROBLEMS } from './room-patterns.ts';
import type { PatternProblem } from './room-patterns.ts';

export const maskedPersonRowSchema = z.strictObject({
  personId: personIdSchema,
  kind: personKindSchema,
  nameMask: maskSchema,
  phoneMask: maskSchema.nullable(),
  plateMask: maskSchema.nullable(),
  /** For people to read: 3栋 2单元 1801. */
  roomLabel: z.string().max(120).nullable(),
  relation: relationSchema.nullable(),
  /** They were found by this room and live there no more. */
  former: z.boolean(),
  matched: z.strictObject({
    name: rangesSchema,
    room: rangesSchema,
    phone: rangesSchema,
    plate: rangesSchema,
  }),
});
export type MaskedPersonRow = z.infer<typeof maskedPersonRowSchema>;

export const searchReplySchema = z.strictObject({
  groups: z
    .array(
      z.strictObject({
        kind: z.enum(SEARCH_KINDS),
        rows: z.array(maskedPersonRowSchema).max(50),
        /** There are more than the cap shows; nothing counts them. */
        more: z.boolean(),
      }),
    )
    .max(4),
  /** By what the next fifty are asked for, where one kind was asked for alone and goes on. Good once, until the next search. */
  next: z.number().int().positive().nullable(),
});
export type SearchReply = z.infer<typeof searchReplySchema>;

const patternReadingSchema = z.strictObject({
  text: z.string().max(60),
  /** The label by the built-in notations, and by the patterns. */
  usual: z.string().max(120),
  now: z.string().max(120),
});

export const patternTrialSchema = z.strictObject({
  /** What is wrong with each pattern, in their order. */
  problems: z.array(enumOf<PatternProblem>(PATTERN_PROBLEMS).nullable()).max(MOST_PATTERNS),
  readings: z.array(patternReadingSchema).max(12),
  /** Texts that the built-in notations understand as another room. */
  conflicts: z.array(patternReadingSchema).max(MOST_PATTERNS),
  /** Of the first rooms of the vault: how many become another label, how many cannot because there is such a room. */
  rooms: z.strictObject({
    looked: z.number().int().nonnegative(),
    moved: z.number().int().nonnegative(),
    kept: z.number().int().nonnegative(),
    samples: z.array(z.strictObject({ before: z.string().max(120), after: z.string().max(120) })).max(6),
  }),
});
export type PatternTrial = z.infer<typeof patternTrialSchema>;
