/**
 * The log's entries: `action` decides the schema of `detail`. An action without words does not compile (renderer/log/detail-words.ts).
 */
import { z } from 'zod';
import { FEATURE_DETAILS, FEATURE_SIGNING } from '../features.ts';
import { type PersonId, personIdSchema } from '../ids.ts';
import { maskSchema } from '../schemas.ts';
import { LOG_OUTCOMES, type LogAction, type LogOutcome } from './actions.ts';
import { type DetailSchemas, momentSchema, numberSchema } from './parts.ts';
import { readingDetails, readingSigning } from './reading.ts';
import type { SigningRules } from './signing.ts';

/** What each action's detail is; null is a detail of its own where the schema takes it. */
export const LOG_DETAILS = { ...FEATURE_DETAILS, ...readingDetails } satisfies DetailSchemas;

/** Whose signature an entry of each action needs. */
export const LOG_SIGNING = { ...FEATURE_SIGNING, ...readingSigning } satisfies SigningRules<
  typeof LOG_DETAILS
>;

/** Every action that the log records. */
export const LOG_ACTIONS = Object.keys(LOG_DETAILS) as readonly LogAction[];

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
  /** It carries a signature; whether that is right says the check of the log. */
  readonly signed: boolean;
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
  signed: z.boolean(),
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
