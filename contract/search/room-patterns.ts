/** How an estate may say that it writes its rooms: `T{栋}-{房}`. Without a schema, so that the page can read it too. */

/** What may stand in braces; `{房4}` takes that many digits and no more. */
export const ROOM_PLACES = ['期', '区', '栋', '单元', '层', '房'] as const;
export type RoomPlace = (typeof ROOM_PLACES)[number];

export const MOST_PATTERNS = 20;
/** In UTF-16 code units. */
export const LONGEST_PATTERN = 40;

/** What can be wrong with a pattern. */
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
