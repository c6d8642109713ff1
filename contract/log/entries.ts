/**
 * Log entries as screens read them: `action` decides the schema of `detail`. The details of all groups are
 * joined here; an action without a schema does not compile, nor does one without words
 * (renderer/log/detail-words.ts).
 */
import { z } from 'zod';
import type { PersonId } from '../ids.ts';
import { personIdSchema } from '../ids.ts';
import { maskSchema } from '../schemas.ts';
import type { LogAction, LogOutcome } from './actions.ts';
import { LOG_ACTIONS, LOG_OUTCOMES } from './actions.ts';
import { backupDetails } from '../backup/log.ts';
import { importDetails } from '../intake/log.ts';
import { keyDetails } from '../custody/log.ts';
import type { DetailSchemas } from './parts.ts';
import { momentSchema, numberSchema } from './parts.ts';
import { policyDetails } from '../policy/log.ts';
import { readingDetails } from './reading.ts';
import { residentDetails } from '../residents/log.ts';
import { sessionDetails } from '../sign-in/log.ts';
import { staffDetails } from '../staff/log.ts';
import { taskDetails } from '../tasks/log.ts';

/** Schema of the detail of each action; null is a valid detail where the schema accepts it. */
export const LOG_DETAILS = {
  ...sessionDetails,
  ...residentDetails,
  ...taskDetails,
  ...importDetails,
  ...readingDetails,
  ...policyDetails,
  ...staffDetails,
  ...keyDetails,
  ...backupDetails,
} satisfies DetailSchemas<LogAction>;

/** The detail of one action; without an argument, of any action. */
export type LogDetail<A extends LogAction = LogAction> = z.infer<(typeof LOG_DETAILS)[A]>;

/**
 * Replaces a detail that its action's schema does not accept. Screens show it as unreadable; nothing is
 * derived from it.
 */
export const UNREADABLE = 'unreadable';
/** Type of `UNREADABLE`. */
export type Unreadable = typeof UNREADABLE;

interface EntryColumns {
  readonly seq: number;
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly staffName: string;
  readonly cosignerName: string | null;
  readonly personId: PersonId | null;
  readonly personMask: string | null;
  /** Field names, comma separated; never a value. */
  readonly field: string | null;
  readonly reason: string | null;
  readonly ticket: string | null;
  readonly outcome: LogOutcome;
}

/** An entry as a supervisor or admin reads it: one type for each action, told apart by it. */
export type LogEntryView = {
  readonly [A in LogAction]: EntryColumns & {
    readonly action: A;
    readonly detail: LogDetail<A> | Unreadable;
  };
}[LogAction];

const columns = {
  seq: numberSchema,
  time: momentSchema,
  staffName: z.string().max(60),
  cosignerName: z.string().max(60).nullable(),
  personId: personIdSchema.nullable(),
  personMask: maskSchema.nullable(),
  field: z.string().max(200).nullable(),
  reason: z.string().max(200).nullable(),
  ticket: z.string().max(60).nullable(),
  outcome: z.enum(LOG_OUTCOMES),
} as const;

const entryOf = (action: LogAction) =>
  z.strictObject({
    ...columns,
    action: z.literal(action),
    detail: z.union([LOG_DETAILS[action], z.literal(UNREADABLE)]),
  });
type EntrySchema = ReturnType<typeof entryOf>;

/**
 * Schema of an entry, strict for each action. The type is written out above, because the compiler cannot
 * infer the members of a union made from a list.
 */
export const logEntryViewSchema = z.discriminatedUnion(
  'action',
  LOG_ACTIONS.map(entryOf) as unknown as readonly [EntrySchema, ...EntrySchema[]],
) as unknown as z.ZodType<LogEntryView>;
