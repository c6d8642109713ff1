/** The routes of exports of the log: who may call each, its request and its reply. */
import { z } from 'zod';
import { fileIdSchema, logExportIdSchema } from '../ids.ts';
import { LOG_OUTCOMES } from '../log/outcomes.ts';
import { momentSchema } from '../log/parts.ts';
import { countSchema, numberSchema } from '../numbers.ts';
import { NO_RESIDENT, OVERSIGHT, PREPARATION, route } from '../route.ts';
import { LANGUAGES } from '../shell/settings.ts';
import { lineSchema, nothing, pinSchema, proofSchema } from '../schemas.ts';
import { hasDigits, LOG_EXPORT_FORMATS, MAX_EXPORT_WORDS, MIN_EXPORT_WORDS } from './lists.ts';

/** Most exports in the register. */
export const MAX_EXPORTS_LISTED = 200;

const wordsSchema = lineSchema(MIN_EXPORT_WORDS, MAX_EXPORT_WORDS).refine((words) => !hasDigits(words));

const exportViewSchema = z.strictObject({
  /** Number of its entry. */
  exportId: logExportIdSchema,
  at: momentSchema,
  staffName: z.string().max(60),
  approverName: z.string().max(60).nullable(),
  format: z.enum(LOG_EXPORT_FORMATS),
  /** First and last entry that is in it. */
  first: numberSchema,
  last: numberSchema,
  count: countSchema,
  purpose: z.string().max(200),
  recipient: z.string().max(200),
  /** First 12 hexadecimal digits of the file's SHA-256. */
  hash: z.string().length(12),
  outcome: z.enum(LOG_OUTCOMES),
});
/** An export as the register shows it. */
export type LogExportView = z.infer<typeof exportViewSchema>;

/** Access, request schema and reply schema of each route of exports. */
export const logExportRoutes = {
  /**
   * `fileId`: picked in main's dialog. `from` and `to`: first and last day; without them from the first entry, up to the last. The approver is an admin or
   * another supervisor, and there has to be one where a supervisor asks. `language`: that of a table.
   * `root`: fingerprint that the verifier is asked with.
   */
  'exports.write': route(
    OVERSIGHT,
    z.strictObject({
      fileId: fileIdSchema,
      format: z.enum(LOG_EXPORT_FORMATS),
      from: z.iso.date().optional(),
      to: z.iso.date().optional(),
      purpose: wordsSchema,
      recipient: wordsSchema,
      pin: pinSchema,
      approver: proofSchema.optional(),
      language: z.enum(LANGUAGES),
    }),
    z.strictObject({ count: numberSchema, sha256: z.string().length(64), root: z.string().max(60) }),
    { enters: ['log-export'], shows: 'nothing', proof: 'both', sends: 'masks' },
  ),
  /** Ends an export that is being written: nothing of it stays. */
  'exports.cancel': route(OVERSIGHT, nothing, nothing, PREPARATION),
  /** Newest first. */
  'exports.list': route(
    OVERSIGHT,
    nothing,
    z.strictObject({ exports: z.array(exportViewSchema).max(MAX_EXPORTS_LISTED) }),
    NO_RESIDENT,
  ),
};
