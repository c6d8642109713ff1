/** Where people live. Ended occupancies are kept as the history of room and person. */
import type { Relation } from '../../../contract/fields.ts';
import type { PersonDraft } from '../../../contract/people/requests.ts';
import type { PersonId, RoomId } from '../../../contract/ids.ts';
import { dayOf } from '../clock.ts';
import type { Session } from '../session/session.ts';
import { takeId } from '../store/ids.ts';
import { sql } from '../store/sql.ts';
import type { WritableStore } from '../store/store.ts';
import { findOrAddRoom } from '../search/find-room.ts';

/**
 * Makes `rooms` the complete list of rooms where a person lives now: others end today; another relation to
 * the same room replaces the previous one. Errors: `room-not-understood`, those of `takeId`.
 */
export async function setRooms(
  tx: WritableStore,
  session: Session,
  personId: PersonId,
  rooms: PersonDraft['rooms'],
): Promise<void> {
  const today = dayOf(session.clock.now());
  const living = new Set(
    await tx.all<{ readonly id: number; readonly roomId: RoomId; readonly relation: Relation }>(
      sql`SELECT id, room_id AS roomId, relation FROM occupancy WHERE person_id = ${personId} AND (until_date IS NULL OR until_date > ${today})`,
    ),
  );
  const wanted = new Map<string, { readonly roomId: RoomId; readonly relation: Relation }>();
  for (const { text, relation } of rooms) {
    const { roomId } = await findOrAddRoom(tx, session, text);
    wanted.set(`${roomId} ${relation}`, { roomId, relation });
  }
  for (const one of living) if (wanted.delete(`${one.roomId} ${one.relation}`)) living.delete(one);
  for (const { roomId, relation } of wanted.values()) {
    const before = [...living].find((one) => one.roomId === roomId);
    if (before === undefined) {
      await tx.run(
        sql`INSERT INTO occupancy (id, person_id, room_id, relation) VALUES (${await takeId(tx, 'occupancy')}, ${personId}, ${roomId}, ${relation})`,
      );
    } else {
      living.delete(before);
      await tx.run(sql`UPDATE occupancy SET relation = ${relation} WHERE id = ${before.id}`);
    }
  }
  for (const { id } of living) await tx.run(sql`UPDATE occupancy SET until_date = ${today} WHERE id = ${id}`);
}
