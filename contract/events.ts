/** Payload schemas of the events that the vault sends over the port. */
import { z } from 'zod';
import { BACKUP_PHASES } from './backup/lists.ts';
import { CHANGE_TOPICS } from './changes.ts';
import { DESKS_STATES } from './desks-state.ts';
import { ROTATED_KEYS, ROTATION_PHASES } from './key-management/lists.ts';
import type { VaultEventName } from './route-names.ts';
import { enumOf, nothing } from './schemas.ts';

/** How far long work has come. */
const work = {
  done: z.number().int().nonnegative(),
  total: z.number().int().nonnegative(),
  secondsLeft: z.number().nonnegative().nullable(),
} as const;
const workSchema = z.strictObject(work);

/** Payload schema of each event. In progress events `done` and `total` count units of the work; `secondsLeft` is null while no estimate is possible. */
const VAULT_EVENTS = {
  'import.progress': z.strictObject({
    phase: z.enum(['reading', 'checking', 'writing', 'finishing', 'undoing']),
    ...work,
  }),
  'policy.progress': workSchema,
  /** `done` and `total` cover the whole rotation, not the phase alone. */
  'keys.progress': z.strictObject({ key: z.enum(ROTATED_KEYS), phase: z.enum(ROTATION_PHASES), ...work }),
  'backup.progress': z.strictObject({ phase: z.enum(BACKUP_PHASES), ...work }),
  /** Entries of the log that are checked. */
  'log.progress': workSchema,
  /** Entries, each counted twice: they are read once for the hash that the log gets, and once for the file. */
  'exports.progress': workSchema,
  /** `done` and `total` are files; `total` is 0 while they are being listed. */
  'sweep.progress': z.strictObject({ ...work, found: z.number().int().nonnegative() }),
  /** People or records that are deleted, whose `total` may grow; then pages that are looked at for what is left, once or, written anew, twice. */
  'retention.progress': z.strictObject({ phase: z.enum(['deleting', 'searching']), ...work }),
  /** People whose values are opened, or who are deleted. */
  'estateTransfer.progress': workSchema,
  /** Of an inspection pack. `reading`: features that have said what they have; `checking`: entries of the log; `writing`: nothing is counted. */
  'evidence.progress': z.strictObject({ phase: z.enum(['reading', 'checking', 'writing']), ...work }),
  /** Files; `total` is 0 while they are being listed. */
  'disposals.progress': workSchema,
  changed: z.strictObject({
    topics: z.array(enumOf(CHANGE_TOPICS)).min(1).max(CHANGE_TOPICS.length).readonly(),
  }),
  /** `until`: milliseconds since 1970 at which the session ends. */
  'session.expiring': z.strictObject({ until: z.number().int() }),
  /** The store was found damaged: only masked views still work. */
  'session.readOnly': nothing,
  /** Where several desks keep the estate: once somebody is signed in, and whenever it is another. */
  'desks.state': z.strictObject({
    is: z.enum(DESKS_STATES),
    waiting: z.number().int().nonnegative(),
    since: z.number().int().nullable(),
    desk: z.number().int().nullable(),
  }),
} as const satisfies Record<VaultEventName, z.ZodType>;
export type VaultEvent<N extends VaultEventName> = z.infer<(typeof VAULT_EVENTS)[N]>;
