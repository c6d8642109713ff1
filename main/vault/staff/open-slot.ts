/** Ends the wait of a slot, or opens a closed one: admin and supervisor together, for somebody who knows their PIN. */
import type { RouteRequest } from '../../../contract/routes.ts';
import type { StaffView } from '../../../contract/staff/views.ts';
import { AppError } from '../app-error.ts';
import { type Session, logAlone } from '../session/session.ts';
import { requireSupervisor, withSlots } from '../session/with-slots.ts';
import { listStaff } from './list-staff.ts';
import { memberDetail } from './staff-log.ts';
import { done } from '../log/done.ts';

/** The entry comes first: nothing is opened without one. Errors, AppError: `not-found`, `needs-supervisor`, those of `withSlots`, of the log and of Limiter.clear. */
export async function openSlot(
  session: Session,
  { staffId, pin, supervisor }: RouteRequest<'staff.openSlot'>,
): Promise<StaffView> {
  const member = session.roster.members.get(staffId);
  const slot = session.header.slots.find((one) => one.staffId === staffId);
  if (member === undefined || slot === undefined) throw new AppError('not-found');
  await withSlots(session, [{ slotId: session.signedIn.slotId, pin }, supervisor], async (present) => {
    const { member: by } = requireSupervisor(present);
    await logAlone(
      session,
      done('slot-open', memberDetail({ ...member, twoRoles: false }), {
        cosignerId: by.staffId,
        signedBy: present,
      }),
    );
    await session.limiter.clear([slot.id]);
  });
  return listStaff(session);
}
