/**
 * The log's entries: `action` decides the schema of `detail`. The groups' files are joined here and nowhere else; an action of actions.ts
 * without a schema does not compile, nor does one without words (renderer/log/detail-words.ts).
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

/** What each action's detail is; null is a detail of its own where the schema takes it. */
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

/** The detail of one action; without an argument, of any. */
export type LogDetail<A extends LogAction = LogAction> = z.infer<(typeof LOG_DETAILS)[A]>;

/** In the place of a detail that is none of its action's: shown as such, and trusted for nothing. */
export const UNREADABLE = 'unreadable';
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

/** Strict in every action's own way. The type is written out above: of a union that is made from a list the compiler knows no members. */
export const logEntryViewSchema = z.discriminatedUnion(
  'action',
  LOG_ACTIONS.map(entryOf) as unknown as readonly [EntrySchema, ...EntrySchema[]],
) as unknown as z.ZodType<LogEntryView>;
