/** Residents and rooms as an answer names them: by masks and labels. */
import type { PersonId, RoomId } from '../../../contract/ids.ts';
import type { FormerPerson, NamedPerson, AccessHistoryWhom } from '../../../contract/access-history/views.ts';
import { dayOf } from '../clock.ts';
import { type PersonRow, maskName } from '../people/read-person.ts';
import { type Session, nameOfStaff } from '../session/session.ts';
import { sql } from '../store/sql.ts';
import type { FormerHolder, Question } from './scope.ts';
import { requireRow } from '../store/rows.ts';

/** Masked names by id; of a record that no longer exists there is none. */
export async function readMasks(
  { store, policy }: Session,
  people: Iterable<PersonId>,
): Promise<ReadonlyMap<PersonId, string>> {
  const rows = await store.all<Pick<PersonRow, 'id' | 'name' | 'kind'>>(
    sql`SELECT id, name, kind FROM person WHERE id IN (SELECT value FROM json_each(${JSON.stringify([...new Set(people)])}))`,
  );
  return new Map(rows.map((row) => [row.id, maskName(policy.masks, row).mask]));
}

/** A resident by mask and by the rooms where they are registered today. */
export async function namePeople(
  session: Session,
  people: readonly PersonId[],
): Promise<readonly NamedPerson[]> {
  const masks = await readMasks(session, people);
  const today = dayOf(session.clock.now());
  return Promise.all(
    people.map(async (personId) => {
      const rooms = await session.store.all<{ readonly label: string }>(sql`
        SELECT DISTINCT r.label FROM occupancy o JOIN room r ON r.id = o.room_id
        WHERE o.person_id = ${personId} AND (o.until_date IS NULL OR o.until_date > ${today}) ORDER BY r.label LIMIT 3`);
      return { personId, mask: masks.get(personId) ?? null, rooms: rooms.map(({ label }) => label) };
    }),
  );
}

/** Residents who had a number, each with the time in which they had it. */
export async function nameFormer(
  session: Session,
  former: readonly FormerHolder[],
): Promise<readonly FormerPerson[]> {
  const named = await namePeople(
    session,
    former.map(({ personId }) => personId),
  );
  return named.map((person, index) => ({
    ...person,
    from: former[index]?.from ?? 0,
    until: former[index]?.until ?? 0,
  }));
}

/** Subject of a question, with names. Errors: `not-found` for a room that does not exist. */
export async function describeWhom(session: Session, { about }: Question): Promise<AccessHistoryWhom> {
  const none = { people: [], former: [], morePeople: false, roomLabel: null, staffName: null, days: null };
  switch (about.by) {
    case 'person':
      return { ...none, by: about.by, people: [...(await namePeople(session, [about.personId]))] };
    case 'number':
      return {
        ...none,
        by: about.by,
        people: [...(await namePeople(session, about.people))],
        former: [...(await nameFormer(session, about.former))],
        morePeople: about.more,
      };
    case 'room':
      return { ...none, by: about.by, roomLabel: await readLabel(session, about.roomId) };
    case 'staff':
      return {
        ...none,
        by: about.by,
        staffName: nameOfStaff(session, about.staffId),
        days: [about.from, about.to],
      };
    case 'day':
      return { ...none, by: about.by, days: [about.day, about.day] };
  }
}

async function readLabel({ store }: Session, roomId: RoomId): Promise<string> {
  const row = await requireRow<{ readonly label: string }>(
    store,
    sql`SELECT label FROM room WHERE id = ${roomId}`,
  );
  return row.label;
}
