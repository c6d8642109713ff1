/** What the vault says unasked, over the port. */
import { z } from 'zod';
import { BACKUP_PHASES } from './backup/lists.ts';
import { CHANGE_TOPICS } from './changes.ts';
import { ROTATED_KEYS, ROTATION_PHASES } from './custody/lists.ts';
import type { VaultEventName } from './route-names.ts';
import { nothing } from './schemas.ts';

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
  /** `done` of `total` of the whole rotation. */
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
  changed: z.strictObject({
    topics: z.array(z.enum(CHANGE_TOPICS)).min(1).max(CHANGE_TOPICS.length).readonly(),
  }),
  'session.expiring': z.strictObject({ until: z.number().int() }),
  /** The store was found damaged: masks can still be looked at, and nothing else is done. */
  'session.readOnly': nothing,
} as const satisfies Record<VaultEventName, z.ZodType>;
export type VaultEvent<N extends VaultEventName> = z.infer<(typeof VAULT_EVENTS)[N]>;
