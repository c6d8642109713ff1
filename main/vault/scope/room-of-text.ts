/** Reads a typed room as it is on record: people leave out the estate where there is but one, or where no other has the room. */
import type { RoomPatterns } from '../values/room-pattern.ts';
import { type ParsedRoom, inEstate, isUnderstood, parseRoom, roomKeys } from '../values/room-text.ts';
import { type Sql, sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';

export const ROOM_OF_TEXT_QUERIES = {
  /** Estates that have the room; `canonical` is that of one without. */
  estates: (key: string, canonical: string): Sql => sql`
    SELECT r.estate FROM room_key k CROSS JOIN room r ON r.id = k.room_id WHERE k.key = ${key} AND r.canonical = r.estate || ${canonical} LIMIT 2`,
  allEstates: sql`SELECT (SELECT min(estate) FROM room) AS first, (SELECT max(estate) FROM room) AS last`,
} as const;

/** In the only estate that has it, or that all rooms on record are in; as it is written where there are several. Null for an empty text. */
export async function roomOfText(
  store: ReadableStore,
  text: string,
  patterns: RoomPatterns,
): Promise<ParsedRoom | null> {
  const parsed = parseRoom(text, patterns);
  if (parsed === null || parsed.estate !== '' || !isUnderstood(parsed)) return parsed;
  const room = parsed.canonical.slice(parsed.canonical.lastIndexOf('/') + 1);
  const [key = ''] = roomKeys({ ...parsed, room, label: '' });
  const [one, other] = await store.all<{ readonly estate: string }>(
    ROOM_OF_TEXT_QUERIES.estates(key, parsed.canonical),
  );
  if (one !== undefined) return other === undefined ? inEstate(parsed, one.estate) : parsed;
  const all = await store.get<{ readonly first: string | null; readonly last: string | null }>(
    ROOM_OF_TEXT_QUERIES.allEstates,
  );
  return all?.first === all?.last ? inEstate(parsed, all?.first ?? '') : parsed;
}
