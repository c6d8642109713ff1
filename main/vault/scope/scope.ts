/** The part of the estate that whoever is signed in looks after, and the conditions that keep a query to it. */
import { type Area, type RoomPlace, type Scope, deskOf, labelOfArea } from '../../../contract/scope/lists.ts';
import { AppError } from '../app-error.ts';
import { dayOf } from '../clock.ts';
import type { Session } from '../session/session.ts';
import type { Sql, SqlValue } from '../store/sql.ts';

/** A scope on a day, for queries. */
export interface Within {
  readonly scope: Scope;
  /** The present day (`YYYY-MM-DD`), which decides who lives where. */
  readonly today: string;
}

/**
 * Limits of the signed-in receptionist, by the signed roster as it is now; null where they look after everything, as supervisors and admins do. Errors:
 * AppError `not-allowed` where the roster does not have them.
 */
export function withinOf({
  signedIn: { role, staffId },
  roster,
  clock,
}: Pick<Session, 'signedIn' | 'roster' | 'clock'>): Within | null {
  if (role !== 'receptionist') return null;
  const member = roster.members.get(staffId);
  if (member === undefined) throw new AppError('not-allowed');
  return member.scope.length === 0 ? null : { scope: member.scope, today: dayOf(clock.now()) };
}

/**
 * The part of the estate that a room outside is told by: the narrowest area of the others' scopes that has it, or, where no desk has it, the area that one
 * would have, in the same words. Whether anybody has it is so told to nobody. Empty of a room without a building in an estate without a name.
 */
export function nameDesk(
  { signedIn, roster }: Pick<Session, 'signedIn' | 'roster'>,
  place: RoomPlace,
): string {
  const others = [...roster.members.values()].filter(
    ({ staffId, role }) => role === 'receptionist' && staffId !== signedIn.staffId,
  );
  const scopes = others.map(({ scope }) => scope);
  return labelOfArea(deskOf(scopes, place) ?? usualArea(scopes.flat(), place));
}

/** The room's building, or its unit where others look after units of that building. */
function usualArea(areas: Scope, { estate, building, unit }: RoomPlace): Area {
  const isByUnit = areas.some(
    (area) => area.estate === estate && area.building === building && area.unit !== null,
  );
  return { estate, building, unit: isByUnit ? unit : null };
}

/** A piece of a statement, or statements one behind the other. Nothing but the program's own words stands in `text`. */
export const join = (parts: readonly (string | Sql)[]): Sql => ({
  text: parts.map((part) => (typeof part === 'string' ? part : part.text)).join(''),
  values: parts.flatMap((part) => (typeof part === 'string' ? [] : part.values)),
});

/** Whether a row of `room` is in the area; along the index of neighbours. */
function inArea({ estate, building, unit }: Area, room: string): Sql {
  const parts: readonly (readonly [string, SqlValue | null])[] = [
    ['estate', estate],
    ['building', building],
    ['unit', unit],
  ];
  const said = parts.filter(([, value]) => value !== null);
  return {
    text: said.map(([column]) => `${room}.${column} = ?`).join(' AND '),
    values: said.map(([, value]) => value),
  };
}

/** Whether a row of `room` (its alias) is within the scope. */
export const isRoomWithin = ({ scope }: Within, room: string): Sql =>
  join(['(', ...scope.flatMap((area, at) => [at === 0 ? '(' : ' OR (', inArea(area, room), ')']), ')']);

/** Every room of the scope, as `id`: area by area, each a range of the index. `condition` is looked at before any is read. */
export const roomsWithin = ({ scope }: Within, condition: Sql = { text: 'true', values: [] }): Sql =>
  join(
    scope.flatMap((area, at) => [
      at === 0 ? '' : ' UNION ',
      'SELECT r.id FROM room r WHERE ',
      condition,
      ' AND ',
      inArea(area, 'r'),
    ]),
  );

/**
 * Whether a person (`id`: an expression) is within the scope: by the rooms where they live now; by those where they lived, if they live nowhere now; and
 * somebody of no room is everybody's. The names within are its own, so that none hides one of the expression's.
 */
export function isPersonWithin(within: Within, id: string): Sql {
  const now: Sql = { text: '(lives.until_date IS NULL OR lives.until_date > ?)', values: [within.today] };
  const here = isRoomWithin(within, 'home');
  const of = `FROM occupancy lives WHERE lives.person_id = ${id}`;
  const at = `FROM occupancy lives CROSS JOIN room home ON home.id = lives.room_id WHERE lives.person_id = ${id}`;
  return join([
    `CASE WHEN EXISTS (SELECT 1 ${of} AND `,
    now,
    `) THEN EXISTS (SELECT 1 ${at} AND `,
    now,
    ' AND ',
    here,
    `) ELSE NOT EXISTS (SELECT 1 ${of}) OR EXISTS (SELECT 1 ${at} AND `,
    here,
    ') END',
  ]);
}

/**
 * Everybody who may be within the scope, as `id`: who lives or lived there, and who never lived anywhere. `isPersonWithin` says who is. `condition` is looked at
 * before anybody is read.
 */
export const peopleNear = (within: Within, condition: Sql): Sql =>
  join([
    'SELECT o.person_id AS id FROM (',
    roomsWithin(within, condition),
    ') r CROSS JOIN occupancy o ON o.room_id = r.id UNION SELECT id FROM person WHERE ',
    condition,
    ' AND list_room_id IS NULL AND NOT EXISTS (SELECT 1 FROM occupancy lived WHERE lived.person_id = person.id)',
  ]);
