/** Reply schemas of who has seen what. */
import { z } from 'zod';
import { personIdSchema, staffIdSchema } from '../ids.ts';
import { logEntryViewSchema } from '../log/entries.ts';
import { momentSchema } from '../log/parts.ts';
import { countSchema } from '../numbers.ts';
import { maskSchema, roleSchema } from '../schemas.ts';
import { MAX_TRACED, WHO_SAW_PAGE, WHO_SAW_SUBJECTS } from './lists.ts';

const staffNameSchema = z.string().max(60);
const roomLabelSchema = z.string().max(200);

/** A resident as answers name them. */
const namedPersonSchema = z.strictObject({
  personId: personIdSchema,
  /** Null where the record no longer exists. */
  mask: maskSchema.nullable(),
  rooms: z.array(roomLabelSchema).max(3),
});
/** Type of `namedPersonSchema`. */
export type NamedPerson = z.infer<typeof namedPersonSchema>;

/** A resident who had a number that was replaced or removed: from when until when it was on the record. */
const formerPersonSchema = namedPersonSchema.extend({ from: momentSchema, until: momentSchema });
/** Type of `formerPersonSchema`. */
export type FormerPerson = z.infer<typeof formerPersonSchema>;

/** Subject of the question, in the names, labels and days that a reader knows it by. */
const whomSchema = z.strictObject({
  by: z.enum(WHO_SAW_SUBJECTS),
  /** The resident, or those who have the number. */
  people: z.array(namedPersonSchema).max(MAX_TRACED),
  /** Of a number alone. */
  former: z.array(formerPersonSchema).max(MAX_TRACED),
  /** More residents have or had the number. */
  morePeople: z.boolean(),
  roomLabel: roomLabelSchema.nullable(),
  staffName: staffNameSchema.nullable(),
  /** Days `YYYY-MM-DD`, the first and the last. */
  days: z.tuple([z.iso.date(), z.iso.date()]).nullable(),
});
/** Type of `whomSchema`. */
export type AccessHistoryWhom = z.infer<typeof whomSchema>;

/** How often one of the staff is among the entries. */
const staffCountSchema = z.strictObject({
  staffId: staffIdSchema,
  name: staffNameSchema,
  /** Today's; null of somebody who has left. */
  role: roleSchema.nullable(),
  /** Entries of what they did themselves. */
  done: countSchema,
  /** Entries of others that they co-signed with their PIN. */
  cosigned: countSchema,
  /** How many of both had a value in clear. */
  clear: countSchema,
  last: momentSchema,
});
/** Type of `staffCountSchema`. */
export type StaffCount = z.infer<typeof staffCountSchema>;

const summarySchema = z.strictObject({
  total: countSchema,
  /** Whoever was at it last stands first. */
  staff: z.array(staffCountSchema).max(1000),
});
/** Type of `summarySchema`. */
export type AccessHistorySummary = z.infer<typeof summarySchema>;

/** Entries newest first; `next` is what to ask before for earlier ones, null where there are none. `summary` is of all of them, null on a later page. */
export const accessHistoryAnswerSchema = z.strictObject({
  whom: whomSchema,
  summary: summarySchema.nullable(),
  entries: z.array(logEntryViewSchema).max(WHO_SAW_PAGE),
  next: z.number().int().positive().nullable(),
});
/** Type of `accessHistoryAnswerSchema`. */
export type AccessHistoryAnswer = z.infer<typeof accessHistoryAnswerSchema>;
