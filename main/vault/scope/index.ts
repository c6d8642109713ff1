/** Scope of a receptionist, and records of another desk that somebody agrees to. */
import type { RouteReply, RouteRequest } from '../../../contract/routes.ts';
import { defineFeature } from '../feature.ts';
import type { Session } from '../session/session.ts';
import { requireSupervisor, withSlots } from '../session/with-slots.ts';
import { sql } from '../store/sql.ts';
import { letOpen, listOpened } from './opened.ts';
import { withinOf } from './scope.ts';
import { commit } from '../session/commit.ts';
import { ownProof } from '../session/with-own-pin.ts';
import { done } from '../log/done.ts';
import { requireRow } from '../store/rows.ts';

export const scopeFeature = defineFeature(() => ({
  handlers: {
    'scope.read': readOwnScope,
    'scope.open': openOutside,
  },
}));

async function readOwnScope(session: Session): Promise<RouteReply<'scope.read'>> {
  return { scope: [...(withinOf(session)?.scope ?? [])], opened: listOpened(session) };
}

/** Errors: `not-found`, `needs-supervisor`, those of `withSlots`, `log-unavailable`; nothing may be opened then. */
async function openOutside(
  session: Session,
  request: RouteRequest<'scope.open'>,
): Promise<RouteReply<'scope.open'>> {
  await requireOnRecord(session, request.about);
  const isEmergency = 'emergency' in request;
  const proof = isEmergency ? ownProof(session, request.emergency) : request.supervisor;
  await withSlots(session, [proof], async (present) => {
    const cosignerId = isEmergency ? null : requireSupervisor(present).member.staffId;
    const personId = request.about.of === 'person' ? request.about.personId : null;
    const room = request.about.of === 'room' ? request.about.roomId : null;
    await commit(session, async () => [
      done(
        'scope-open',
        { room, by: isEmergency ? 'emergency' : 'supervisor' },
        { personId, reason: request.words, cosignerId, signedBy: present },
      ),
      ...(isEmergency
        ? [done('alert', { kind: 'outside', count: 1, staff: session.signedIn.staffId, room })]
        : []),
    ]);
    letOpen(session, request.about);
  });
  return readOwnScope(session);
}

async function requireOnRecord(
  { store }: Session,
  about: RouteRequest<'scope.open'>['about'],
): Promise<void> {
  await requireRow(
    store,
    about.of === 'person'
      ? sql`SELECT id FROM person WHERE id = ${about.personId}`
      : sql`SELECT id FROM room WHERE id = ${about.roomId}`,
  );
}
