/** Paper ends: destroyed before a witness, or lost. */
import type { PaperRegister } from '../../../contract/paper-register/routes.ts';
import type { RouteRequest } from '../../../contract/routes.ts';
import { AppError } from '../app-error.ts';
import { openIncident } from '../incidents/api.ts';
import { cosignedBy } from '../key-change/dual-control.ts';
import type { Session } from '../session/session.ts';
import { withSlots } from '../session/with-slots.ts';
import { sql } from '../store/sql.ts';
import { requireHere, logReference, writePapers } from './keep-paper.ts';
import { dropPhotos } from './photos.ts';
import type { PaperRow } from './register.ts';
import { done } from '../log/done.ts';
import { withOwnPin } from '../session/with-own-pin.ts';

/**
 * Errors: those of `requireHere`, `withSlots` (`same-person`: nobody is their own witness), `not-allowed` (both are receptionists, or somebody else keeps
 * it), `log-unavailable`.
 */
export async function destroyPaper(
  session: Session,
  { how, pin, witness, ...seen }: RouteRequest<'papers.destroy'>,
): Promise<PaperRegister> {
  const own = { slotId: session.signedIn.slotId, pin };
  return withSlots(session, [own, witness], async (present) => {
    const [first, second] = present;
    if (second === undefined || second.staffId === first.staffId) throw new AppError('same-person');
    if (present.every(({ member }) => member.role === 'receptionist')) throw new AppError('not-allowed');
    return writePapers(session, async (tx) => {
      const was = await requireHere(tx, seen);
      requireOwnOrOversight(session, was);
      await tx.run(sql`
        UPDATE paper SET state = 'destroyed', ended_at = ${session.clock.now()}, ended_by = ${first.staffId}, witness_id = ${second.staffId},
          ended_how = ${how}, due_on = NULL, version = version + 1 WHERE id = ${was.paperId}`);
      const photos = await dropPhotos(tx, was.paperId);
      return [...photos, done('paper-destroy', { ...logReference(was), by: how }, cosignedBy(present))];
    });
  });
}

/** It raises an alert, which a supervisor has to answer, and opens an incident. Errors: those of `requireHere`, `withSlots`, `not-allowed` (somebody else keeps it), `log-unavailable`. */
export async function losePaper(
  session: Session,
  { words, pin, ...seen }: RouteRequest<'papers.lose'>,
): Promise<PaperRegister> {
  return withOwnPin(session, pin, (present) =>
    writePapers(session, async (tx) => {
      const was = await requireHere(tx, seen);
      requireOwnOrOversight(session, was);
      await tx.run(sql`
        UPDATE paper SET state = 'lost', ended_at = ${session.clock.now()}, ended_by = ${session.signedIn.staffId}, version = version + 1
        WHERE id = ${was.paperId}`);
      const { entries } = await openIncident(tx, session, {
        drill: false,
        kind: 'loss',
        certainty: 'happened',
        origin: 'paper',
        originId: was.paperId,
        title: '',
        noticedAt: session.clock.now(),
        scope: { scope: 'paper', personId: null, scopeId: was.paperId, rooms: [], people: null },
      });
      return [
        done('paper-lost', logReference(was), { reason: words, signedBy: present }),
        done('alert', { kind: 'paperLost', count: 1, staff: was.custodianId, room: null }),
        ...entries,
      ];
    }),
  );
}

/** A receptionist answers for what they keep, and for nothing else. Errors: `not-allowed`. */
function requireOwnOrOversight({ signedIn }: Session, { custodianId }: PaperRow): void {
  if (signedIn.role === 'receptionist' && custodianId !== signedIn.staffId) throw new AppError('not-allowed');
}
