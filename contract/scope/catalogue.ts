/**
 * How each route that a receptionist may call keeps to their scope: one catalogue, which the vault goes by before any handler is asked. A route
 * that nobody has decided about does not compile. Without schemas.
 */
import type { Role } from '../fields.ts';
import type { PersonId, RoomId } from '../ids.ts';
import type { RouteName } from '../route-names.ts';
import type { ROUTES, RouteRequest } from '../routes.ts';

/**
 * Routes that name no resident and no room.
 * - `nobody`: neither shows any.
 * - `filtered`: shows what lies within the scope and leaves out the rest; a test of its own holds it to that.
 * - `supervised`: a supervisor's PIN comes with each request that shows or changes anything, as of an import.
 * - `over`: an emergency goes over every scope, and every supervisor learns of it.
 */
export const SCOPE_WAYS = ['nobody', 'filtered', 'supervised', 'over'] as const;
/** How a route that names nobody keeps to a scope. */
export type ScopeWay = (typeof SCOPE_WAYS)[number];

/** Whom and what a request names. */
export interface Named {
  readonly people?: readonly PersonId[];
  readonly rooms?: readonly RoomId[];
  /** Rooms as people write them, perhaps not on record yet. */
  readonly texts?: readonly string[];
}

/** Routes that a receptionist may call. */
export type ReceptionistRoute = {
  [N in RouteName]: (typeof ROUTES)[N]['access'] extends readonly Role[]
    ? 'receptionist' extends (typeof ROUTES)[N]['access'][number]
      ? N
      : never
    : never;
}[RouteName];

type Keys<T> = T extends unknown ? keyof T : never;
/** What names a resident or a room says so: only an emergency may go over it. */
type Rule<N extends RouteName> =
  | (Extract<Keys<RouteRequest<N>>, 'personId' | 'roomId'> extends never ? ScopeWay : 'over')
  | ((request: RouteRequest<N>) => Named);

const person = ({ personId }: { readonly personId: PersonId }): Named => ({ people: [personId] });
const room = ({ roomId }: { readonly roomId: RoomId }): Named => ({ rooms: [roomId] });

/** How each route that a receptionist may call keeps to their scope. */
export const ROUTE_SCOPES: { readonly [N in ReceptionistRoute]: Rule<N> } = {
  'session.alarms': 'nobody',
  'estateTransfer.waiting': 'nobody',

  // --- residents
  'people.search': 'filtered',
  'people.searchNext': 'filtered',
  'people.findById': 'filtered',
  'people.open': person,
  'people.reveal': person,
  'people.copy': person,
  'people.openFull': person,
  'people.verify': person,
  'people.add': ({ person: { rooms } }) => ({ texts: rooms.map(({ text }) => text) }),
  'people.edit': ({ personId, changes: { rooms = [] } }) => ({
    people: [personId],
    texts: rooms.map(({ text }) => text),
  }),
  'people.confirm': person,
  'records.add': ({ personId, record }) => ({
    people: [personId],
    texts: 'room' in record ? [record.room] : [],
  }),
  'records.edit': person,
  'records.end': person,
  'records.remove': person,
  'consent.rules': 'nobody',
  'consent.tell': person,
  'consent.takeBack': person,
  'consent.withdraw': person,
  'consent.form': person,
  'rooms.find': 'filtered',
  'rooms.open': room,
  'rooms.add': ({ text }) => ({ texts: [text] }),
  'rooms.edit': room,

  // --- imports
  'import.open': 'supervised',
  'import.sheet': 'supervised',
  'import.preview': 'supervised',
  'import.apply': 'supervised',
  'import.cancel': 'supervised',
  'import.forgetLayout': 'supervised',
  'import.saveRejects': 'supervised',
  'import.dispose': 'supervised',
  'import.list': 'supervised',
  'import.checkUndo': 'supervised',
  'import.undo': 'supervised',

  // --- the counter
  'tasks.checkRoom': 'filtered',
  'notes.add': ({ personId, roomId }) => ({
    people: personId === null ? [] : [personId],
    rooms: roomId === null ? [] : [roomId],
  }),
  'notes.list': person,
  'emergency.begin': 'over',
  'emergency.own': 'nobody',
  'emergency.end': 'nobody',
  'scope.read': 'nobody',
  // What it names is what it asks a supervisor for.
  'scope.open': 'over',

  // --- the rest of a desk
  'staff.changePin': 'nobody',
  'staff.checkPin': 'nobody',
  'shift.read': 'nobody',
  'shift.handOver': 'nobody',
  'keys.due': 'nobody',
  'backup.warning': 'nobody',
  'second.warning': 'nobody',
  'inspection.read': 'nobody',
  'trace.mark': 'nobody',
  'limits.override': 'nobody',
  // Paper is told by what stands on it and where it lies; a receptionist sees what they keep themselves.
  'procedures.own': 'nobody',
  'procedures.read': 'nobody',
  'procedures.sign': 'nobody',
  'papers.list': 'nobody',
  'papers.due': 'nobody',
  'papers.takeIn': 'nobody',
  'papers.destroy': 'nobody',
  'papers.lose': 'nobody',
  'print.preview': 'nobody',
  'print.order': ({ what }) => {
    if (what.layout === 'record') return person(what);
    // Of a roster's other rooms those within are on it (`filtered`).
    if (what.layout === 'roster') return room(what);
    return what.layout === 'arrears' ? { texts: what.rows.map((row) => row.room) } : {};
  },
  // Those about people within are listed.
  'requests.list': 'filtered',
  'requests.due': 'nobody',
  'requests.takeIn': person,
  'requests.verify': person,
  'reasons.read': 'nobody',
  'training.own': 'nobody',
  'training.begin': 'nobody',
  'training.paper': 'nobody',
  'training.finish': 'nobody',
  'training.practise': 'nobody',
  'firstDay.read': 'nobody',
};
