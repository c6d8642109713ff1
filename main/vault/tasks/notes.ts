/** Counter notes: task, outcome, time and staff are open; the words are sealed to the contact tier, which takes no PIN. */
import { sealedTierOf } from '../../../contract/fields.ts';
import type { RouteReply, RouteRequest } from '../../../contract/routes.ts';
import { NOTES_AT_ONCE } from '../../../contract/tasks/limits.ts';
import { taskOf } from '../../../contract/tasks/lists.ts';
import type { NoteId, PersonId, RoomId, StaffId } from '../../../contract/ids.ts';
import type { NoteView } from '../../../contract/tasks/views.ts';
import { AppError } from '../app-error.ts';
import { wordsAsDecided } from '../id-number-rules/decision.ts';
import { requireInvented } from '../keys/practice-id.ts';
import { createSealBatch, insertBatch } from '../keys/seal.ts';
import { maskValue } from '../values/mask.ts';
import { readPersonRow } from '../people/read-person.ts';
import { readVerifiedToday } from '../people/verify.ts';
import { sealRoomNote } from '../people/room-note.ts';
import { validateField } from '../values/validate.ts';
import { dayOf } from '../clock.ts';
import { type Session, nameOfStaff } from '../session/session.ts';
import { freePlace, readDesk, takeId } from '../store/ids.ts';
import { type Sql, sql } from '../store/sql.ts';
import type { ReadableStore, WritableStore } from '../store/store.ts';
import { commitValue } from '../session/commit.ts';
import { done } from '../log/done.ts';

/** Of one person, with words. */
const MAX_NOTES = 10_000;

/**
 * Errors: `bad-request` (an outcome of another task; a note about nobody and no room), `identity-not-verified` (something was handed over to somebody who
 * was not verified that day), `invalid-value`, `practice-invented`, `not-found`, `log-unavailable`.
 */
export async function addNote(
  session: Session,
  request: RouteRequest<'notes.add'>,
): Promise<RouteReply<'notes.add'>> {
  const { personId, roomId, task, outcome } = request;
  if (!taskOf(task).outcomes.includes(outcome)) throw new AppError('bad-request', { where: 'outcome' });
  if (personId === null && roomId === null) throw new AppError('bad-request', { where: 'personId' });
  const words = request.words === '' ? null : checkWords((await wordsAsDecided(session))(request.words));
  if (words !== null) requireInvented(session.header.vaultId, 'note', words);
  if (personId !== null) await readPersonRow(session.store, personId);
  if (roomId !== null) await requireRoom(session.store, roomId);
  if (outcome === 'handed-over' && taskOf(task).verifies !== 'nobody')
    await requireVerified(session, personId);
  return commitValue(session, async (tx) => {
    const ordinal =
      words === null || personId === null ? null : await sealWords(tx, session, personId, words);
    const noteId = (await takeId(tx, 'counter_note')) as NoteId;
    await tx.run(sql`
      INSERT INTO counter_note (id, person_id, room_id, ordinal, task, outcome, staff_id, at)
      VALUES (${noteId}, ${personId}, ${roomId}, ${ordinal}, ${task}, ${outcome}, ${session.signedIn.staffId}, ${session.clock.now()})`);
    if (words !== null && personId === null && roomId !== null)
      await sealRoomNote(tx, session, { roomId, noteId }, words);
    return {
      value: { noteId },
      entries: [
        done(
          'note',
          { outcome },
          { personId, field: words === null ? null : 'note', reason: taskOf(task).reason },
        ),
      ],
    };
  });
}

async function requireVerified(session: Session, personId: PersonId | null): Promise<void> {
  if (personId === null || (await readVerifiedToday(session, personId)) === null)
    throw new AppError('identity-not-verified');
}

function checkWords(words: string): string {
  const { valid, normalised } = validateField('note', words);
  if (!valid) throw new AppError('invalid-value', { field: 'note' });
  return normalised;
}

async function requireRoom(store: ReadableStore, roomId: RoomId): Promise<void> {
  if ((await store.get(sql`SELECT id FROM room WHERE id = ${roomId}`)) === undefined)
    throw new AppError('not-found');
}

/** A batch of one, in a place of this desk among the person's notes that is not taken. Errors: `invalid-value` where there are too many. */
async function sealWords(
  tx: WritableStore,
  session: Session,
  personId: PersonId,
  words: string,
): Promise<number> {
  const taken = await tx.all<{ readonly ordinal: number }>(
    sql`SELECT ordinal FROM counter_note WHERE person_id = ${personId} AND ordinal IS NOT NULL
      UNION SELECT ordinal FROM sealed_value WHERE person_id = ${personId} AND field = 'note'`,
  );
  if (taken.length >= MAX_NOTES) throw new AppError('invalid-value', { field: 'note' });
  const ordinal = freePlace(await readDesk(tx), new Set(taken.map((row) => row.ordinal)));
  const tier = sealedTierOf('note');
  const batch = createSealBatch({ vaultId: session.keys.vaultId, ...session.keys.tierKeys[tier] });
  const batchId = await insertBatch(tx, batch);
  const { n, ciphertext } = batch.seal({ personId, field: 'note', ordinal }, words);
  await tx.run(sql`
    INSERT INTO sealed_value (id, person_id, field, ordinal, tier, batch_id, n, ciphertext, mask, valid, created_at)
    VALUES (${await takeId(tx, 'sealed_value')}, ${personId}, 'note', ${ordinal}, ${tier}, ${batchId}, ${n}, ${ciphertext}, ${maskValue(session.policy.masks, 'note', words).mask}, 1, ${session.clock.now()})`);
  return ordinal;
}

interface NoteRow {
  readonly noteId: NoteId;
  readonly task: NoteView['task'];
  readonly outcome: NoteView['outcome'];
  readonly at: number;
  readonly staffId: StaffId;
  readonly roomLabel: string | null;
  readonly ordinal: number | null;
  readonly roomWords: number;
}

/** Of a person, and of the rooms that they live in now; for a test of its plan. */
export const selectNotes = (personId: PersonId, before: number, limit: number, today: string): Sql => sql`
  SELECT n.id AS noteId, n.task, n.outcome, n.at, n.staff_id AS staffId, r.label AS roomLabel, n.ordinal, EXISTS (SELECT 1 FROM room_note w WHERE w.note_id = n.id) AS roomWords
  FROM (
    SELECT id FROM (SELECT id FROM counter_note WHERE person_id = ${personId} AND id < ${before} ORDER BY id DESC LIMIT ${limit})
    UNION ALL
    SELECT c.id FROM occupancy o JOIN counter_note c ON c.room_id = o.room_id WHERE o.person_id = ${personId} AND (o.until_date IS NULL OR o.until_date > ${today}) AND c.person_id IS NULL AND c.id < ${before}
  ) h CROSS JOIN counter_note n ON n.id = h.id LEFT JOIN room r ON r.id = n.room_id
  GROUP BY n.id ORDER BY n.id DESC LIMIT ${limit}`;

/** Newest first. Errors: `not-found`. */
export async function listNotes(
  session: Session,
  { personId, before }: RouteRequest<'notes.list'>,
): Promise<RouteReply<'notes.list'>> {
  await readPersonRow(session.store, personId);
  const rows = await session.store.all<NoteRow>(
    selectNotes(personId, before ?? Number.MAX_SAFE_INTEGER, NOTES_AT_ONCE + 1, dayOf(session.clock.now())),
  );
  return {
    notes: rows.slice(0, NOTES_AT_ONCE).map(({ staffId, roomWords, ...note }): NoteView => ({
      ...note,
      roomWords: roomWords === 1,
      staffName: nameOfStaff(session, staffId),
    })),
    more: rows.length > NOTES_AT_ONCE,
  };
}
