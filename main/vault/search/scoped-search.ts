/** Keeps the searches of a receptionist to what they look after, and says of a room outside whose it is. */
import type { RoomId } from '../../../contract/ids.ts';
import type { RoomPlace } from '../../../contract/scope/lists.ts';
import { MAX_ELSEWHERE, type RoomElsewhere } from '../../../contract/search/views.ts';
import { type Within, nameDesk, withinOf } from '../scope/scope.ts';
import type { Session } from '../session/session.ts';
import { SCOPED_ROOMS, scopedQueries } from './scoped-queries.ts';
import type { ScopedSearch } from './search.ts';

/** Up to so many rooms everybody of a scope is asked for their keys rather than every key for its scope. */
const SMALL_SCOPE_ROOMS = 1500;

/** Looked up once for each scope: an estate does not grow while somebody is signed in. */
const sizes = new WeakMap<Session, { readonly scope: Within['scope']; readonly isSmall: boolean }>();

/** Null for somebody who looks after everything. */
export async function scopeSearch(session: Session): Promise<ScopedSearch | null> {
  const within = withinOf(session);
  if (within === null) return null;
  return {
    queries: scopedQueries(within, await isSmall(session, within)),
    findElsewhere: (keys) => findElsewhere(session, within, keys, MAX_ELSEWHERE),
  };
}

/** Whether few rooms are in the scope. */
export async function isSmall(session: Session, within: Within): Promise<boolean> {
  const known = sizes.get(session);
  if (known?.scope === within.scope) return known.isSmall;
  const row = await session.store.get<{ readonly rooms: number }>(
    SCOPED_ROOMS.count(within, SMALL_SCOPE_ROOMS),
  );
  const sized = { scope: within.scope, isSmall: (row?.rooms ?? 0) <= SMALL_SCOPE_ROOMS };
  sizes.set(session, sized);
  return sized.isSmall;
}

/** Rooms of another desk with exactly one of the keys; nothing of who lives there. */
export async function findElsewhere(
  session: Session,
  within: Within,
  keys: readonly string[],
  most: number,
): Promise<RoomElsewhere[]> {
  const rooms = new Map<RoomId, RoomElsewhere>();
  for (const key of keys) {
    const rows = await session.store.all<RoomPlace & { readonly roomId: RoomId; readonly label: string }>(
      SCOPED_ROOMS.elsewhere(within, key, most),
    );
    for (const { roomId, label, ...place } of rows)
      rooms.set(roomId, { roomId, label, desk: nameDesk(session, place) });
  }
  return [...rooms.values()].slice(0, most);
}
