/** Reasons for a lock. Without schemas, so that pages can read it. */

/** Why a vault process was ended and the screen locked. */
export const LOCK_REASONS = [
  'key',
  'handover',
  'idle',
  'hidden',
  'os-lock',
  'suspend',
  'user-switch',
  'shutdown',
  'session-limit',
  'vault-request',
  'renderer-gone',
  'long-work-over',
  'change-unfinished',
] as const;
export type LockReason = (typeof LOCK_REASONS)[number];
