/** The routes of marks: who may call each, its request and its reply. */
import { z } from 'zod';
import { fileIdSchema, staffIdSchema } from '../ids.ts';
import { logEntryViewSchema } from '../log/entries.ts';
import { momentSchema } from '../log/parts.ts';
import { numberSchema } from '../numbers.ts';
import { EVERYONE, NO_RESIDENT, OVERSIGHT, route } from '../route.ts';
import { nothing, pinSchema, proofSchema, roleSchema, wordsSchema } from '../schemas.ts';
import { MAX_TRACE_ENTRIES, MAX_TRACE_TEXT, TRACE_CODE } from './lists.ts';

const codeSchema = z.string().trim().min(1).max(MAX_TRACE_TEXT);

const traceMarkSchema = z.strictObject({
  /** Null where the store took no entry of this sign-in, to which it could lead. */
  code: z.string().regex(TRACE_CODE).nullable(),
  /** Number of this computer among those that have kept this vault, from 1. */
  desk: numberSchema,
});
export type TraceMarkView = z.infer<typeof traceMarkSchema>;

const tracedSchema = z.strictObject({
  staffId: staffIdSchema,
  staffName: z.string().max(60),
  /** Today's; null of somebody who has left. */
  role: roleSchema.nullable(),
  desk: numberSchema,
  /** The minute of the mark. */
  at: momentSchema,
  /** When they had signed in, and its entry. */
  since: momentSchema,
  session: numberSchema,
  /** Entries of theirs before the mark, newest first. */
  entries: z.array(logEntryViewSchema).max(MAX_TRACE_ENTRIES),
  /** There are more of these minutes. */
  more: z.boolean(),
});
/** Sign-in, desk and entries that a mark leads to. */
export type Traced = z.infer<typeof tracedSchema>;

/** Access, request schema and reply schema of each route. */
export const traceRoutes = {
  /** The mark of this window in this minute. */
  'trace.mark': route(EVERYONE, nothing, traceMarkSchema, {
    ...NO_RESIDENT,
    scope: 'nobody',
    maskedReadOnly: true,
  }),
  /** `traced` is null where the code is none of this vault's. Errors: `bad-request` {where: 'code'} for one with a slip. */
  'trace.find': route(
    OVERSIGHT,
    z.strictObject({ code: codeSchema }),
    z.strictObject({ traced: tracedSchema.nullable() }),
    { enters: ['trace'], shows: 'masks', proof: 'none' },
  ),
  /** The case file for the police as a PDF. `fileId`: picked in main's dialog. */
  'trace.caseFile': route(
    OVERSIGHT,
    z.strictObject({
      fileId: fileIdSchema,
      about: z.discriminatedUnion('of', [
        z.strictObject({ of: z.literal('mark'), code: codeSchema }),
        z.strictObject({ of: z.literal('number'), number: z.string().trim().min(5).max(40) }),
      ]),
      purpose: wordsSchema,
      /** The own PIN; a supervisor's beside it where somebody else asks. */
      pin: pinSchema,
      supervisor: proofSchema.optional(),
    }),
    z.strictObject({ pages: numberSchema, sha256: z.string().length(64) }),
    { enters: ['case-file', 'access-history-number'], shows: 'nothing', proof: 'both', sends: 'masks' },
  ),
};
