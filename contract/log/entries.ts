/**
 * The log's entries: `action` decides the schema of `detail`. An action without words does not compile (renderer/log/detail-words.ts).
 */
import { z } from 'zod';
import type { Duty } from '../evidence/lists.ts';
import * as features from '../features.ts';
import { type PersonId, personIdSchema } from '../ids.ts';
import { type ActionsOf, joinActions, joinActionWords } from '../joined.ts';
import type { ActionFacts } from '../manifest.ts';
import { maskSchema } from '../schemas.ts';
import type { Words } from '../vocabulary/wording.ts';
import type { LogGroup } from './groups.ts';
import { LOG_OUTCOMES, type LogOutcome } from './outcomes.ts';
import { momentSchema } from './parts.ts';
import { numberSchema } from '../numbers.ts';

/** Facts of every action that the log records. */
export const ACTIONS = joinActions(features);

/** Every action that some feature brings. */
export type LogAction = keyof ActionsOf<typeof features> & string;

/** Every action that the log records. */
export const LOG_ACTIONS = Object.keys(ACTIONS) as readonly LogAction[];

/** What log and papers call each action. */
export const ACTION_WORDS: Words<LogAction> = joinActionWords(features);

/** Actions by whose entries the vault goes: `decides` of their facts. */
export type DecidingAction = {
  readonly [A in LogAction]: (typeof ACTIONS)[A] extends { readonly decides: true | 'anybody' } ? A : never;
}[LogAction];

/** Actions whose entries tell what was done, and nothing goes by. */
export type ShownAction = Exclude<LogAction, DecidingAction>;

/** Every action that decides. */
export const DECIDING_ACTIONS = LOG_ACTIONS.filter(
  (action): action is DecidingAction => 'decides' in ACTIONS[action],
);

/** Actions whose entries are the history of a duty, or of any. */
export const actionsOfDuty = (duty?: Duty): readonly LogAction[] =>
  LOG_ACTIONS.filter((action) => {
    const { duties = [] }: ActionFacts = ACTIONS[action];
    return duty === undefined ? duties.length > 0 : duties.includes(duty);
  });
/** Actions that are the history of some duty. */
export const HISTORY_ACTIONS = actionsOfDuty();

/** Actions of one kind. */
export const actionsOfGroup = (group: LogGroup): readonly LogAction[] =>
  LOG_ACTIONS.filter((action) => ACTIONS[action].group === group);

/** The detail of one action; without an argument, of any action. */
export type LogDetail<A extends LogAction = LogAction> = z.infer<(typeof ACTIONS)[A]['detail']>;

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
    detail: z.union([ACTIONS[action].detail, z.literal(UNREADABLE)]),
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
