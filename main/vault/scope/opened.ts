/** Records outside of a scope that somebody may open for now, because a supervisor has agreed or it is an emergency. They go with the session. */
import type { PersonId, RoomId } from '../../../contract/ids.ts';
import { OPENED_MINUTES } from '../../../contract/scope/lists.ts';
import type { Outside, OwnScope } from '../../../contract/scope/routes.ts';
import type { Session } from '../session/session.ts';

interface Opened {
  readonly about: Outside;
  /** By the clock that only grows. */
  readonly until: number;
}

/** The process ends at every lock, and these with it. */
const openedIn = new WeakMap<Session, readonly Opened[]>();

const MAX_OPENED = 200;

const isSame = (one: Outside, other: Outside): boolean =>
  one.of === 'person'
    ? other.of === 'person' && one.personId === other.personId
    : other.of === 'room' && one.roomId === other.roomId;

const current = (session: Session): readonly Opened[] =>
  (openedIn.get(session) ?? []).filter(({ until }) => until > session.clock.monotonic());

/** From now on for a quarter of an hour. */
export function letOpen(session: Session, about: Outside): void {
  const until = session.clock.monotonic() + OPENED_MINUTES * 60_000;
  const others = current(session).filter((one) => !isSame(one.about, about));
  openedIn.set(session, [...others, { about, until }].slice(-MAX_OPENED));
}

/** Whether a person themself may be opened. */
export const mayOpenPerson = (session: Session, personId: PersonId): boolean =>
  current(session).some(({ about }) => isSame(about, { of: 'person', personId }));

/** Rooms that may be opened, with the people who live there now. */
export const roomsOpened = (session: Session): readonly RoomId[] =>
  current(session).flatMap(({ about }) => (about.of === 'room' ? [about.roomId] : []));

/** As a screen is told, by the clock on the wall. */
export const listOpened = (session: Session): OwnScope['opened'] =>
  current(session).map(({ about, until }) => ({
    about,
    until: Math.round(session.clock.now() + until - session.clock.monotonic()),
  }));
