/** Notes about a room alone: sealed without a PIN, opened on the record of a present resident. */
import { sealedTierOf } from '../../../contract/fields.ts';
import type { NoteId, PersonId, RoomId } from '../../../contract/ids.ts';
import { type RoomPlace, type SealedRow, createSealBatch, insertBatch } from '../keys/seal.ts';
import type { Session } from '../session/session.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore, WritableStore } from '../store/store.ts';
import { requireRow } from '../store/rows.ts';

/** A sealed note about a room. */
export interface RoomNoteRow extends RoomPlace, SealedRow {}

/** Seals and stores the words of a note about a room. Errors: those of `takeId`. */
export async function sealRoomNote(
  tx: WritableStore,
  session: Session,
  { roomId, noteId }: { readonly roomId: RoomId; readonly noteId: NoteId },
  words: string,
): Promise<void> {
  const tier = sealedTierOf('note');
  const batch = createSealBatch({ vaultId: session.keys.vaultId, ...session.keys.tierKeys[tier] });
  const batchId = await insertBatch(tx, batch);
  const { n, ciphertext } = batch.seal({ roomId, noteId }, words);
  await tx.run(
    sql`INSERT INTO room_note (note_id, tier, batch_id, n, ciphertext, sealed_to) VALUES (${noteId}, ${tier}, ${batchId}, ${n}, ${ciphertext}, ${roomId})`,
  );
}

/**
 * The sealed words of a room's note. `today`: `YYYY-MM-DD`. Errors: `not-found`, also where the person does
 * not live in the room on that day.
 */
export async function readRoomNote(
  store: ReadableStore,
  personId: PersonId,
  noteId: NoteId,
  today: string,
): Promise<RoomNoteRow> {
  return requireRow<RoomNoteRow>(
    store,
    sql`
    SELECT w.sealed_to AS roomId, c.id AS noteId, w.tier, b.epoch, b.nonce, b.enc, w.n, w.ciphertext
    FROM room_note w JOIN counter_note c ON c.id = w.note_id JOIN seal_batch b ON b.id = w.batch_id
    WHERE w.note_id = ${noteId} AND EXISTS (SELECT 1 FROM occupancy o WHERE o.room_id = c.room_id AND o.person_id = ${personId} AND (o.until_date IS NULL OR o.until_date > ${today}))`,
  );
}
