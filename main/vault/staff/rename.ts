/** Another name for somebody, in all of their roles; their keys and their PIN stay. */
import type { RouteRequest } from '../../../contract/routes.ts';
import type { StaffView } from '../../../contract/staff/views.ts';
import { AppError } from '../app-error.ts';
import { commitSlotChange } from '../key-change/slot-change.ts';
import { type RosterEntry, type RosterMember, headAfter, makeRosterEntry } from '../keys/roster.ts';
import { type Session, entryOf } from '../session/session.ts';
import type { VerifiedStaff } from '../session/with-slots.ts';
import { signerOf } from '../key-change/issue-keys.ts';
import { listStaff, namesakesOf } from './list-staff.ts';
import { withOwnPin } from '../session/with-own-pin.ts';
import { orNotFound } from '../store/rows.ts';

/** Errors, AppError: `not-found`, `name-taken`, those of `withSlots` and of `commitSlotChange`. */
export async function renameStaff(
  session: Session,
  { staffId, name, pin }: RouteRequest<'staff.rename'>,
): Promise<StaffView> {
  await withOwnPin(session, pin, ([admin]) => {
    const { roster, header } = session;
    const member = orNotFound(roster.members.get(staffId));
    if (namesakesOf(roster, name).length > 0) throw new AppError('name-taken');
    const same = namesakesOf(roster, member.displayName);
    return commitSlotChange(session, {
      rosterEntries: renamings(session, same, name, admin),
      remove: [],
      grants: [],
      dropGrantsOf: [],
      present: [admin.slot],
      by: admin.slot,
      put: header.slots
        .filter((slot) => same.some((one) => one.staffId === slot.staffId))
        .map((slot) => ({ ...slot, displayName: name })),
      entries: [
        entryOf(session, {
          action: 'staff-name',
          outcome: 'done',
          detail: { was: member.displayName, became: name },
          signedBy: [admin],
        }),
      ],
    });
  });
  return listStaff(session);
}

function renamings(
  { keys, roster, clock }: Session,
  members: readonly RosterMember[],
  displayName: string,
  admin: VerifiedStaff,
): readonly RosterEntry[] {
  const entries: RosterEntry[] = [];
  let { head } = roster;
  for (const { staffId } of members) {
    const entry = makeRosterEntry(
      keys.vaultId,
      head,
      { kind: 'rename', at: clock.now(), staffId, displayName },
      [signerOf(admin)],
    );
    entries.push(entry);
    head = headAfter(entry);
  }
  return entries;
}
