/** Somebody leaves: roster, slot and grants at once; their keys open nothing that is made from then on. */
import type { RouteRequest } from '../../../contract/routes.ts';
import type { StaffId } from '../../../contract/ids.ts';
import type { StaffView } from '../../../contract/staff/views.ts';
import { AppError } from '../app-error.ts';
import { type RosterEntry, headBehind, makeRosterEntry } from '../keys/roster.ts';
import { type Session, entryOf } from '../session/session.ts';
import type { VerifiedStaff } from '../session/with-slots.ts';
import { anotherMember } from './change-staff.ts';
import { signerOf } from '../key-change/issue-keys.ts';
import { isLastOf, listStaff } from './list-staff.ts';
import { retireRoot } from './retire-root.ts';
import { type Backing, signersOf, withSecond } from './second.ts';
import { memberDetail } from './staff-log.ts';
import { takeAwayKeys } from './take-away-keys.ts';
import { withOwnPin } from '../session/with-own-pin.ts';

/** Errors, AppError: `not-found`, `not-yourself`, `last-of-role`, `needs-root`, those of `withSecond` and of `commitSlotChange`. */
export async function removeStaff(
  session: Session,
  { staffId, pin, second }: RouteRequest<'staff.remove'>,
): Promise<StaffView> {
  const member = anotherMember(session, staffId);
  if (isLastOf(session, member)) throw new AppError('last-of-role', { role: member.role });
  if (second === undefined)
    await withOwnPin(session, pin, ([admin]) => commitLeave(session, staffId, admin, null));
  else
    await withSecond(session, pin, second, (admin, backing) => commitLeave(session, staffId, admin, backing));
  return listStaff(session);
}

async function commitLeave(
  session: Session,
  staffId: StaffId,
  admin: VerifiedStaff,
  backing: Backing | null,
): Promise<void> {
  const member = anotherMember(session, staffId);
  const retired = retireRoot(session, staffId, [
    signerOf(admin),
    ...(backing === null ? [] : [backing.signer]),
  ]);
  await takeAwayKeys(session, staffId, admin, {
    rosterEntries: [...retired, removal(session, staffId, retired, admin)],
    present: [admin.slot, ...(backing?.present ?? [])],
    entry: entryOf(session, {
      action: 'staff-leave',
      outcome: 'done',
      detail: memberDetail({ ...member, twoRoles: false, sheet: backing?.member === null }),
      cosignerId: backing?.cosignerId,
      signedBy: signersOf(admin, backing),
    }),
  });
}

function removal(
  { keys, roster, clock }: Session,
  staffId: StaffId,
  preceding: readonly RosterEntry[],
  admin: VerifiedStaff,
): RosterEntry {
  return makeRosterEntry(
    keys.vaultId,
    headBehind(preceding, roster.head),
    { kind: 'remove', at: clock.now(), staffId },
    [signerOf(admin)],
  );
}
