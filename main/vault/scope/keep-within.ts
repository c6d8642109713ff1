/** Which of some people whoever is signed in may see in a list. */
import type { PersonId, RoomId } from '../../../contract/ids.ts';
import type { Session } from '../session/session.ts';
import { type Sql, sql } from '../store/sql.ts';
import { mayOpenPerson, roomsOpened } from './opened.ts';
import { type Within, isPersonWithin, join, withinOf } from './scope.ts';

/** Query of those of some people who are within, exported for the test of its plan. */
export const selectWithin = (within: Within, people: readonly PersonId[]): Sql =>
  join([
    sql`SELECT p.id FROM json_each(${JSON.stringify(people)}) j CROSS JOIN person p ON p.id = j.value WHERE `,
    isPersonWithin(within, 'p.id'),
  ]);

/** Everybody for somebody who looks after everything. `room`: the room whose list it is; who is present there comes with it while it may be opened. */
export async function keepWithin(
  session: Session,
  people: readonly PersonId[],
  room: { readonly roomId: RoomId; readonly present: readonly PersonId[] },
): Promise<ReadonlySet<PersonId>> {
  const within = withinOf(session);
  if (within === null) return new Set(people);
  const own = await session.store.all<{ readonly id: PersonId }>(selectWithin(within, people));
  const present = roomsOpened(session).includes(room.roomId) ? room.present : [];
  return new Set([
    ...own.map(({ id }) => id),
    ...present,
    ...people.filter((personId) => mayOpenPerson(session, personId)),
  ]);
}
