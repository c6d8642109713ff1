/** What a receptionist looks after, and records of another desk that somebody agrees to. */
import type { RouteReply, RouteRequest } from '../../../contract/routes.ts';
import { AppError } from '../app-error.ts';
import { defineFeature } from '../feature.ts';
import { type Session, entryOf } from '../session/session.ts';
import { requireSupervisor, withSlots } from '../session/with-slots.ts';
import { sql } from '../store/sql.ts';
import { letOpen, listOpened } from './opened.ts';
import { withinOf } from './scope.ts';

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
  const proof = isEmergency
    ? { slotId: session.signedIn.slotId, pin: request.emergency }
    : request.supervisor;
  await withSlots(session, [proof], async (present) => {
    const cosignerId = isEmergency ? null : requireSupervisor(present).member.staffId;
    const personId = request.about.of === 'person' ? request.about.personId : null;
    const room = request.about.of === 'room' ? request.about.roomId : null;
    await session.log.record(session.store, async () => ({
      value: undefined,
      entries: [
        entryOf(session, {
          action: 'scope-open',
          outcome: 'done',
          personId,
          reason: request.words,
          cosignerId,
          detail: { room, by: isEmergency ? 'emergency' : 'supervisor' },
          signedBy: present,
        }),
        // Nobody has agreed: every supervisor is to learn of it.
        ...(isEmergency
          ? [
              entryOf(session, {
                action: 'alert',
                outcome: 'done',
                detail: { kind: 'outside', count: 1, staff: session.signedIn.staffId, room },
              }),
            ]
          : []),
      ],
    }));
    letOpen(session, request.about);
  });
  return readOwnScope(session);
}

async function requireOnRecord(
  { store }: Session,
  about: RouteRequest<'scope.open'>['about'],
): Promise<void> {
  const row = await store.get(
    about.of === 'person'
      ? sql`SELECT id FROM person WHERE id = ${about.personId}`
      : sql`SELECT id FROM room WHERE id = ${about.roomId}`,
  );
  if (row === undefined) throw new AppError('not-found');
}
