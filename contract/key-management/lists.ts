/** Closed lists and periods of key rotations and of the ceremony after a theft. */

/** Keys that are rotated as a ceremony (docs/keys.md). */
export const ROTATED_KEYS = ['store-key', 'tier-keys', 'device-secret', 'recovery-sheet'] as const;
export type RotatedKey = (typeof ROTATED_KEYS)[number];

/** Days from a key's creation until its rotation is due. */
export const KEY_DUE_DAYS = 365;

/** Keys that a member who left has held; each must be rotated after that. */
export const KEYS_OF_LEAVERS = ['store-key', 'tier-keys'] as const satisfies readonly RotatedKey[];
/** Hours within which those keys are to be rotated after somebody has left. */
export const LEAVER_HOURS = 24;

/** Keys that are rotated when folder and keychain may have been copied, in the order of rotation. */
export const THEFT_KEYS = [
  'tier-keys',
  'store-key',
  'device-secret',
] as const satisfies readonly RotatedKey[];
export type TheftKey = (typeof THEFT_KEYS)[number];
/**
 * Steps of the ceremony after a theft, in order: every member gets new keys or is suspended before any key is
 * rotated that is sealed to theirs.
 */
export const THEFT_STEPS = ['begin', 'people', ...THEFT_KEYS, 'end'] as const;
export type TheftStep = (typeof THEFT_STEPS)[number];
/**
 * State of a member in that ceremony: `old` still has the keys that may have been copied, `shut-out` was
 * absent and is suspended.
 */
export const THEFT_STATES = ['old', 'renewed', 'shut-out'] as const;
export type TheftState = (typeof THEFT_STATES)[number];

/**
 * How a rotation ended. `interrupted`: it was begun and the log has no end of it; the previous key is in
 * force.
 */
export const ROTATION_ENDS = ['done', 'cancelled', 'failed', 'interrupted'] as const;
export type RotationEnd = (typeof ROTATION_ENDS)[number];

/** Phases of a rotation, in order. From `switching` on it cannot be cancelled. */
export const ROTATION_PHASES = ['resealing', 'copying', 'comparing', 'checking', 'switching'] as const;
export type RotationPhase = (typeof ROTATION_PHASES)[number];

/** Free disk space that a rotation of the store key needs, as a multiple of the store's size. */
export const ROOM_FOR_ROTATION = 2.5;

/** Its actions, as log and papers call them. */
export const KEY_MANAGEMENT_ACTION_WORDS = {
  'rotation-begun': ['开始更换密钥', 'Began to rotate a key'],
  rotation: ['更换密钥', 'Rotated a key'],
  'desk-begin': ['启用多台电脑', 'Began with several desks'],
  'desk-slip': ['开出加入凭条', 'Made a joining slip'],
  'desk-admit': ['接纳电脑', 'Let a desk in'],
  'desk-joined': ['电脑加入', 'Joined as a desk'],
  'desk-end': ['停用电脑', 'Ended a desk'],
  'tries-ask': ['请其他电脑让出 PIN 尝试次数', 'Asked other desks for PIN tries'],
  'tries-give': ['让出 PIN 尝试次数', 'Gave PIN tries to a desk'],
} as const;
