/** Schemas of the list of reasons, shared by its routes and what the log says of it. */
import { z } from 'zod';
import { REASONS } from '../fields.ts';
import { toOneLine } from '../one-line.ts';
import { reasonIdSchema } from '../schemas.ts';
import { MAX_OWN_REASONS, MAX_REASON_CHARACTERS, type ReasonList } from './lists.ts';

/** As the log keeps it, so that the list in force is the list of the entry. */
const wordSchema = z
  .string()
  .min(1)
  .max(MAX_REASON_CHARACTERS)
  .refine((words) => toOneLine(words.normalize('NFC')) === words);

/** Words of a reason that an admin has added. */
const reasonWordsSchema = z.strictObject({ zh: wordSchema, en: wordSchema });

/** Every reason, in the order in which they are offered. */
export const reasonListSchema: z.ZodType<ReasonList> = z
  .array(
    z.strictObject({
      id: reasonIdSchema,
      words: reasonWordsSchema.nullable(),
      used: z.boolean(),
      ticket: z.boolean(),
    }),
  )
  .min(1)
  .max(REASONS.length + MAX_OWN_REASONS);

/** A reason that an admin has added, with its words alone. */
export const ownReasonSchema = z.strictObject({ id: reasonIdSchema, words: reasonWordsSchema });
export type OwnReason = z.infer<typeof ownReasonSchema>;
