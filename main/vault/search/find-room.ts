/** Finds the room of a text as people write it. */
import type { RoomId } from '../../../contract/ids.ts';
import { AppError } from '../app-error.ts';
import type { Session } from '../session/session.ts';
import { roomOfText } from '../scope/room-of-text.ts';
import { takeId } from '../store/ids.ts';
import { sql } from '../store/sql.ts';
import type { WritableStore } from '../store/store.ts';
import { indexRoom } from './search-index.ts';

/** The room of a text, added if it is unknown. Errors: `room-not-understood`, those of `takeId`. */
export async function findOrAddRoom(
  tx: WritableStore,
  { roomPatterns }: Session,
  text: string,
): Promise<{ readonly roomId: RoomId; readonly added: boolean }> {
  const parsed = await roomOfText(tx, text, roomPatterns);
  if (parsed === null) throw new AppError('room-not-understood');
  const known = await tx.get<{ id: RoomId }>(sql`SELECT id FROM room WHERE canonical = ${parsed.canonical}`);
  if (known !== undefined) return { roomId: known.id, added: false };
  const roomId = (await takeId(tx, 'room')) as RoomId;
  await tx.run(sql`
    INSERT INTO room (id, estate, building, unit, room, label, canonical, written)
    VALUES (${roomId}, ${parsed.estate}, ${parsed.building}, ${parsed.unit}, ${parsed.room}, ${parsed.label}, ${parsed.canonical}, ${parsed.written})`);
  await indexRoom(tx, roomId, parsed);
  return { roomId, added: true };
}
