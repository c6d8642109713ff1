/** Notation of an estate's room patterns, such as `T{栋}-{房}`, without schemas, for screens. */

/** Names of places in braces; `{房4}` matches exactly that many digits. */
export const ROOM_PLACES = ['期', '区', '栋', '单元', '层', '房'] as const;
export type RoomPlace = (typeof ROOM_PLACES)[number];

/** Most patterns that an estate may have. */
export const MAX_PATTERNS = 20;
/** Longest pattern, in UTF-16 code units. */
export const LONGEST_PATTERN = 40;

/** Problems of a pattern. */
export const PATTERN_PROBLEMS = [
  'unclosed',
  'unknown-place',
  'no-building',
  'no-room',
  'repeated-place',
  'touching-places',
  'too-long',
  'repeated-pattern',
  'changes-labels',
] as const;
export type PatternProblem = (typeof PATTERN_PROBLEMS)[number];
