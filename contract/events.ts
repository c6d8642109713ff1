/** Payload schemas of the events that the vault sends over the port. */
import { z } from 'zod';
import { BACKUP_PHASES } from './backup/lists.ts';
import { CHANGE_TOPICS } from './changes.ts';
import { ROTATED_KEYS, ROTATION_PHASES } from './custody/lists.ts';
import type { VaultEventName } from './route-names.ts';
import { nothing } from './schemas.ts';

/**
 * Payload schema of each event. In progress events `done` and `total` count units of the work; `secondsLeft`
 * is null while no estimate is possible.
 */
export const VAULT_EVENTS = {
  'import.progress': z.strictObject({
    phase: z.enum(['reading', 'checking', 'writing', 'finishing', 'undoing']),
    done: z.number().int().nonnegative(),
    total: z.number().int().nonnegative(),
    secondsLeft: z.number().nonnegative().nullable(),
  }),
  'policy.progress': z.strictObject({
    done: z.number().int().nonnegative(),
    total: z.number().int().nonnegative(),
    secondsLeft: z.number().nonnegative().nullable(),
  }),
  /** `done` and `total` cover the whole rotation, not the phase alone. */
  'keys.progress': z.strictObject({
    key: z.enum(ROTATED_KEYS),
    phase: z.enum(ROTATION_PHASES),
    done: z.number().int().nonnegative(),
    total: z.number().int().nonnegative(),
    secondsLeft: z.number().nonnegative().nullable(),
  }),
  'backup.progress': z.strictObject({
    phase: z.enum(BACKUP_PHASES),
    done: z.number().int().nonnegative(),
    total: z.number().int().nonnegative(),
    secondsLeft: z.number().nonnegative().nullable(),
  }),
  /** Entries of the log that are checked. */
  'log.progress': z.strictObject({
    done: z.number().int().nonnegative(),
    total: z.number().int().nonnegative(),
    secondsLeft: z.number().nonnegative().nullable(),
  }),
  /** Entries, each counted twice: they are read once for the hash that the log gets, and once for the file. */
  'exports.progress': z.strictObject({
    done: z.number().int().nonnegative(),
    total: z.number().int().nonnegative(),
    secondsLeft: z.number().nonnegative().nullable(),
  }),
  /** `done` and `total` are files; `total` is 0 while they are being listed. */
  'sweep.progress': z.strictObject({
    done: z.number().int().nonnegative(),
    total: z.number().int().nonnegative(),
    found: z.number().int().nonnegative(),
    secondsLeft: z.number().nonnegative().nullable(),
  }),
  /** People or records that are deleted, whose `total` may grow; then pages that are looked at for what is left, once or, written anew, twice. */
  'retention.progress': z.strictObject({
    phase: z.enum(['deleting', 'searching']),
    done: z.number().int().nonnegative(),
    total: z.number().int().nonnegative(),
    secondsLeft: z.number().nonnegative().nullable(),
  }),
  /** People whose values are opened, or who are deleted. */
  'handover.progress': z.strictObject({
    done: z.number().int().nonnegative(),
    total: z.number().int().nonnegative(),
    secondsLeft: z.number().nonnegative().nullable(),
  }),
  /** Of an inspection pack. `reading`: features that have said what they have; `checking`: entries of the log; `writing`: nothing is counted. */
  'evidence.progress': z.strictObject({
    phase: z.enum(['reading', 'checking', 'writing']),
    done: z.number().int().nonnegative(),
    total: z.number().int().nonnegative(),
    secondsLeft: z.number().nonnegative().nullable(),
  }),
  /** Files; `total` is 0 while they are being listed. */
  'disposals.progress': z.strictObject({
    done: z.number().int().nonnegative(),
    total: z.number().int().nonnegative(),
    secondsLeft: z.number().nonnegative().nullable(),
  }),
  changed: z.strictObject({
    topics: z.array(z.enum(CHANGE_TOPICS)).min(1).max(CHANGE_TOPICS.length).readonly(),
  }),
  /** `until`: milliseconds since 1970 at which the session ends. */
  'session.expiring': z.strictObject({ until: z.number().int() }),
  /** The store was found damaged: only masked views still work. */
  'session.readOnly': nothing,
} as const satisfies Record<VaultEventName, z.ZodType>;
export type VaultEvent<N extends VaultEventName> = z.infer<(typeof VAULT_EVENTS)[N]>;
