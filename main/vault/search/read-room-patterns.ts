/** Reads and checks the estate's room patterns. Loads no search index, because an unlock waits for it. */
import {
  LONGEST_PATTERN,
  MAX_PATTERNS,
  type PatternProblem,
} from '../../../contract/search/room-patterns.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';
import {
  type PatternCheck,
  type RoomPattern,
  type RoomPatterns,
  compilePattern,
  samplesOf,
} from '../values/room-pattern.ts';
import { parseRoom } from '../values/room-text.ts';

/**
 * The stored patterns as text, in order, of as many and as long as an estate may have: each is held against those before
 * it at a sign-in, and whoever has the store key could write any number.
 */
export const readPatternTexts = async (store: ReadableStore): Promise<readonly string[]> =>
  (
    await store.all<{ readonly text: string }>(sql`
      SELECT text FROM room_pattern WHERE length(text) <= ${LONGEST_PATTERN} ORDER BY position LIMIT ${MAX_PATTERNS}`)
  ).map(({ text }) => text);

/** The stored patterns, compiled; one that this version does not understand is left out. */
export async function readRoomPatterns(store: ReadableStore): Promise<RoomPatterns> {
  return checkPatterns(await readPatternTexts(store)).flatMap((check) =>
    'pattern' in check ? [check.pattern] : [],
  );
}

/** Checks each pattern by itself and against those before it; one result for each text, in order. */
export function checkPatterns(texts: readonly string[]): readonly PatternCheck[] {
  const good: RoomPattern[] = [];
  return texts.map((text): PatternCheck => {
    const check = compilePattern(text);
    if ('problem' in check) return check;
    const problem = problemAmong(good, check.pattern);
    if (problem !== null) return { problem };
    good.push(check.pattern);
    return check;
  });
}

/**
 * The problem of a pattern where rooms written by it are not read back the same, from the text or from their
 * label.
 */
function problemAmong(before: RoomPatterns, pattern: RoomPattern): PatternProblem | null {
  for (const { text, places } of samplesOf(pattern)) {
    const alone = parseRoom(text, [pattern]);
    if (alone?.written !== text || alone.building !== places.get('栋')) return 'changes-labels';
    if (
      parseRoom(text, before)?.written === text ||
      parseRoom(alone.label, [...before, pattern])?.canonical !== alone.canonical
    )
      return 'repeated-pattern';
  }
  return null;
}
