/** Scope of a receptionist: an entry of the roster, which an admin signs, and a supervisor where it is more than before. */
import { type Scope, isSameScope, widens, withoutRepeats } from '../../../contract/scope/lists.ts';
import type { RouteRequest } from '../../../contract/routes.ts';
import type { StaffView } from '../../../contract/staff/views.ts';
import { AppError } from '../app-error.ts';
import { signerOf } from '../key-change/issue-keys.ts';
import { commitSlotChange } from '../key-change/slot-change.ts';
import { type RosterMember, makeRosterEntry } from '../keys/roster.ts';
import { type Session, entryOf } from '../session/session.ts';
import { requireSupervisor, withSlots } from '../session/with-slots.ts';
import { listStaff } from './list-staff.ts';

/**
 * Errors, AppError: `not-found` (nobody, or no receptionist), `bad-request` (nothing would change), `needs-supervisor` (it is more than before), those of
 * `withSlots` and of `commitSlotChange`.
 */
export async function changeScope(
  session: Session,
  request: RouteRequest<'staff.changeScope'>,
): Promise<StaffView> {
  const becomes = withoutRepeats(request.scope);
  const before = receptionistOf(session, request.staffId);
  if (isSameScope(before.scope, becomes)) throw new AppError('bad-request', { where: 'scope' });
  if (widens(before.scope, becomes) && request.supervisor === undefined)
    throw new AppError('needs-supervisor');
  const own = { slotId: session.signedIn.slotId, pin: request.pin };
  const proofs = request.supervisor === undefined ? [own] : [own, request.supervisor];
  await withSlots(session, proofs, async (present) => {
    const { staffId, displayName, scope: was } = receptionistOf(session, request.staffId);
    const supervisor = request.supervisor === undefined ? null : requireSupervisor(present);
    await commitSlotChange(session, {
      rosterEntries: [
        makeRosterEntry(
          session.keys.vaultId,
          session.roster.head,
          { kind: 'scope', at: session.clock.now(), staffId, scope: becomes },
          present.map(signerOf),
        ),
      ],
      put: [],
      remove: [],
      grants: [],
      dropGrantsOf: [],
      present: present.map(({ slot }) => slot),
      by: present[0].slot,
      entries: [
        entryOf(session, {
          action: 'staff-scope',
          outcome: 'done',
          detail: { name: displayName, was: copyOf(was), becomes: copyOf(becomes) },
          reason: request.words,
          cosignerId: supervisor?.member.staffId ?? null,
          signedBy: present,
        }),
      ],
    });
  });
  return listStaff(session);
}

const copyOf = (scope: Scope): Scope =>
  scope.map(({ estate, building, unit }) => ({ estate, building, unit }));

function receptionistOf({ roster }: Session, staffId: RosterMember['staffId']): RosterMember {
  const member = roster.members.get(staffId);
  if (member?.role !== 'receptionist') throw new AppError('not-found');
  return member;
}
