/** For a visitor: whether the room is there. Not whether somebody lives in it, no name, no phone, and nobody's record is opened. */
import type { RouteRequest } from '../../../contract/routes.ts';
import type { RoomId } from '../../../contract/ids.ts';
import type { RoomCheck } from '../../../contract/tasks/views.ts';
import { roomQueryKeys } from '../values/room-text.ts';
import { type Session, entryOf } from '../session/session.ts';
import { refuseRoom } from '../scope/guard.ts';
import { roomsOpened } from '../scope/opened.ts';
import { type Within, isRoomWithin, join, withinOf } from '../scope/scope.ts';
import { findElsewhere } from '../search/scoped-search.ts';
import { type Sql, sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';

interface RoomRow {
  readonly roomId: RoomId;
  readonly label: string;
}

/** By a whole key, not its beginning: room 18 is not room 1801. Two rows tell that it is not one room. */
export const selectRoomOf = (key: string): Sql => sql`
  SELECT r.id AS roomId, r.label
  FROM room_key k JOIN room r ON r.id = k.room_id WHERE k.key = ${key} LIMIT 2`;

/** The same for somebody who is limited: of rooms within, and of those that they may open for now. */
export const selectOwnRoomOf = (key: string, within: Within, opened: readonly RoomId[]): Sql =>
  join([
    sql`SELECT r.id AS roomId, r.label
      FROM room_key k CROSS JOIN room r ON r.id = k.room_id WHERE k.key = ${key} AND (`,
    isRoomWithin(within, 'r'),
    sql` OR r.id IN (SELECT value FROM json_each(${JSON.stringify(opened)}))) LIMIT 2`,
  ]);

/** The log learns the answer, not the text. Errors: `outside-scope` {of, id, desk} where only another desk has such a room; `log-unavailable`. */
export async function checkRoom(
  session: Session,
  { text }: RouteRequest<'tasks.checkRoom'>,
): Promise<RoomCheck> {
  const within = withinOf(session);
  const check = describeRooms(
    within === null ? await findRooms(session.store, text) : await findOwnRooms(session, within, text),
  );
  const outcome = check.answer === 'there' ? 'match' : 'no-match';
  return session.log.recordDisclosure(
    session.store,
    check,
    entryOf(session, { action: 'room-check', outcome, reason: 'visitor', detail: { answer: check.answer } }),
  );
}

/** Rooms found by the first notation that finds any. */
async function findRooms(store: ReadableStore, text: string): Promise<readonly RoomRow[]> {
  for (const key of roomQueryKeys(text)) {
    const rooms = await store.all<RoomRow>(selectRoomOf(key));
    if (rooms.length > 0) return rooms;
  }
  return [];
}

/** Where nobody's own room is found, another desk's is refused: that it is there is no secret. */
async function findOwnRooms(session: Session, within: Within, text: string): Promise<readonly RoomRow[]> {
  const opened = roomsOpened(session);
  for (const key of roomQueryKeys(text)) {
    const rooms = await session.store.all<RoomRow>(selectOwnRoomOf(key, within, opened));
    if (rooms.length > 0) return rooms;
  }
  const [other] = await findElsewhere(session, within, roomQueryKeys(text), 1);
  if (other !== undefined) await refuseRoom(session, 'tasks.checkRoom', other.roomId);
  return [];
}

function describeRooms([room, another]: readonly RoomRow[]): RoomCheck {
  if (room === undefined) return { answer: 'unknown', roomId: null, label: null };
  if (another !== undefined) return { answer: 'several', roomId: null, label: null };
  return { answer: 'there', roomId: room.roomId, label: room.label };
}
