/** The keys that are rotated as a ceremony, how long each may be used, and the steps that a rotation tells of. */

export const ROTATED_KEYS = ['store-key', 'tier-keys', 'device-secret', 'recovery-sheet'] as const;
export type RotatedKey = (typeof ROTATED_KEYS)[number];

/** Days after which a key is due, counted from its making. */
export const KEY_DUE_DAYS = 365;

/** Keys that somebody who left has held, and how soon they are to be changed after that. */
export const KEYS_OF_LEAVERS = ['store-key', 'tier-keys'] as const satisfies readonly RotatedKey[];
export const LEAVER_HOURS = 24;

/** Keys that are changed when folder and keychain may have been copied, in the order in which it is done. */
export const THEFT_KEYS = [
  'tier-keys',
  'store-key',
  'device-secret',
] as const satisfies readonly RotatedKey[];
export type TheftKey = (typeof THEFT_KEYS)[number];
/** The ceremony after a theft: everybody gets other keys, or is shut out, before any key is changed that is sealed to theirs. */
export const THEFT_STEPS = ['begin', 'people', ...THEFT_KEYS, 'end'] as const;
export type TheftStep = (typeof THEFT_STEPS)[number];
/** Where somebody stands in it: `old` has the keys that may have been copied, `shut-out` was not there. */
export const THEFT_STATES = ['old', 'renewed', 'shut-out'] as const;
export type TheftState = (typeof THEFT_STATES)[number];

/** How a rotation ended. `interrupted`: it was begun and nothing is known of an end; the key before it is in force. */
export const ROTATION_ENDS = ['done', 'cancelled', 'failed', 'interrupted'] as const;
export type RotationEnd = (typeof ROTATION_ENDS)[number];

/** In their order. `switching` is the first that cannot be cancelled. */
export const ROTATION_PHASES = ['resealing', 'copying', 'comparing', 'checking', 'switching'] as const;
export type RotationPhase = (typeof ROTATION_PHASES)[number];

/** Free space that a rotation of the store key asks for, as a multiple of the store. */
export const ROOM_FOR_ROTATION = 2.5;
