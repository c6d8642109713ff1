/** Somebody who is not there when all keys are changed: no way in and no grants until an admin and a second give them other keys at the desk. */
import type { RouteRequest } from '../../../contract/routes.ts';
import type { TheftView } from '../../../contract/key-management/views.ts';
import type { StaffId } from '../../../contract/ids.ts';
import { AppError } from '../app-error.ts';
import { type Pair, bothOf } from '../key-change/dual-control.ts';
import { readTheft, requireTurn } from './theft.ts';
import { makeRosterEntry } from '../keys/roster.ts';
import { type Session, entryOf } from '../session/session.ts';
import { withSlots } from '../session/with-slots.ts';
import { anotherMember } from '../staff/change-staff.ts';
import { signerOf } from '../key-change/issue-keys.ts';
import { isLastOf } from '../staff/list-staff.ts';
import { memberDetail } from '../staff/staff-log.ts';
import { takeAwayKeys } from '../staff/take-away-keys.ts';

/**
 * Errors, AppError: `not-found`, `not-yourself`, `last-of-role`, `theft-order` (no ceremony is under way, or they have other keys already),
 * `same-person`, those of `withSlots`, `needs-supervisor`, `not-allowed`, those of `commitSlotChange`.
 */
export async function shutOut(
  session: Session,
  { staffId, pin, cosigner }: RouteRequest<'theft.shutOut'>,
): Promise<TheftView> {
  const member = anotherMember(session, staffId);
  if (isLastOf(session, member)) throw new AppError('last-of-role', { role: member.role });
  await withSlots(session, [{ slotId: session.signedIn.slotId, pin }, cosigner], async (present) => {
    const pair = bothOf(present);
    if (pair.supervisor.member.staffId === staffId) throw new AppError('same-person');
    const { people } = await requireTurn(session, 'people');
    if (!people.some((one) => one.staffId === staffId && one.state === 'old'))
      throw new AppError('theft-order');
    await commitShutOut(session, staffId, pair);
  });
  return readTheft(session);
}

async function commitShutOut(session: Session, staffId: StaffId, { admin, supervisor }: Pair): Promise<void> {
  const { keys, roster, clock } = session;
  const member = anotherMember(session, staffId);
  const entry = makeRosterEntry(keys.vaultId, roster.head, { kind: 'suspend', at: clock.now(), staffId }, [
    signerOf(admin),
    signerOf(supervisor),
  ]);
  await takeAwayKeys(session, staffId, admin, {
    rosterEntries: [entry],
    present: [admin.slot, supervisor.slot],
    entry: entryOf(session, {
      action: 'staff-suspend',
      outcome: 'done',
      detail: memberDetail({ ...member, twoRoles: false }),
      cosignerId: supervisor.member.staffId,
      signedBy: [admin, supervisor],
    }),
  });
}
