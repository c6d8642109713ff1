/** An admin chooses how much the desk may do; a supervisor agrees where it is more than before, and may let somebody go on for an hour. */
import { loosens } from '../../../contract/limits/lists.ts';
import type { LimitsView } from '../../../contract/limits/routes.ts';
import type { RouteReply, RouteRequest } from '../../../contract/routes.ts';
import { AppError } from '../app-error.ts';
import { readChosenLimits } from '../session/limits.ts';
import { hasAnotherSupervisor } from '../session/reviewer.ts';
import { type Session, nameOfStaff } from '../session/session.ts';
import { cosignerOf, requireSupervisor, withSlots } from '../session/with-slots.ts';
import { LIFTED_MS } from '../access-monitor/watch.ts';
import { commit, commitValue } from '../session/commit.ts';
import { done } from '../log/done.ts';

export async function readLimits(session: Session): Promise<LimitsView> {
  const chosen = await readChosenLimits(session, session.store);
  return {
    limits: session.limits,
    chosen:
      chosen === null
        ? null
        : { at: chosen.at, staffName: nameOfStaff(session, chosen.staffId), words: chosen.words },
  };
}

/** Errors: `bad-request` (nothing would change), `needs-supervisor` (more would be allowed), `not-allowed` (the own slot is no admin's), those of `withSlots`, `changed-meanwhile`. */
export async function changeLimits(
  session: Session,
  request: RouteRequest<'limits.change'>,
): Promise<LimitsView> {
  const before = session.limits;
  const next = request.limits;
  if (JSON.stringify(before) === JSON.stringify(next)) throw new AppError('bad-request', { where: 'limits' });
  const isLoosened = loosens(before, next);
  if (isLoosened && request.supervisor === undefined) throw new AppError('needs-supervisor');
  const own = { slotId: session.signedIn.slotId, pin: request.pin };
  const proofs = request.supervisor === undefined ? [own] : [own, request.supervisor];
  await withSlots(session, proofs, async (present) => {
    if (present[0].member.role !== 'admin') throw new AppError('not-allowed');
    if (session.limits !== before) throw new AppError('changed-meanwhile');
    const supervisor = isLoosened ? requireSupervisor(present) : null;
    await commit(session, async () => [
      done(
        'limits',
        { limits: next },
        { reason: request.words, cosignerId: supervisor?.member.staffId ?? null, signedBy: present },
      ),
    ]);
    session.limits = next;
  });
  return readLimits(session);
}

/** Errors: `needs-supervisor`, `same-person` (another supervisor is to agree), those of `withSlots`, `log-unavailable`. */
export async function overrideLimits(
  session: Session,
  { supervisor, words }: RouteRequest<'limits.override'>,
): Promise<RouteReply<'limits.override'>> {
  return withSlots(session, [supervisor], async (present) => {
    const cosignerId = cosignerOf(session, requireSupervisor(present));
    // Nobody lets themselves go on, unless there is nobody else who could.
    if (cosignerId === null && hasAnotherSupervisor(session, session.signedIn.staffId))
      throw new AppError('same-person');
    return commitValue(session, async () => ({
      value: { until: session.clock.now() + LIFTED_MS },
      entries: [done('limit-override', null, { reason: words, cosignerId, signedBy: present })],
    }));
  });
}
