/** The staff as an admin sees them: from the signed roster, with the last sign-in by the log and the wait by the limiter. */
import type { Role } from '../../../contract/fields.ts';
import type { StaffId } from '../../../contract/ids.ts';
import type { StaffMember, StaffView } from '../../../contract/staff/views.ts';
import type { Roster, RosterMember } from '../keys/roster.ts';
import { membersWithSlots } from '../keys/verify-store.ts';
import { allChains } from '../log/chains.ts';
import type { Session } from '../session/session.ts';
import { readResidents } from './read-residents.ts';
import { type Sql, sql } from '../store/sql.ts';

/** Somebody who has not signed in for so long is marked: they may have left without anybody telling. */
export const DORMANT_DAYS = 90;
const DAY_MS = 86_400_000;

export async function listStaff(session: Session): Promise<StaffView> {
  const rows = await session.store.all<{ readonly staff_id: StaffId; readonly at: number }>(lastSignIns());
  const signIns = new Map(rows.map((row) => [row.staff_id, row.at]));
  const residents = await readResidents(session);
  return {
    members: [...session.roster.members.values()].map((member) =>
      describeMember(session, member, {
        lastSignInAt: signIns.get(member.staffId) ?? null,
        resident: residents.get(member.staffId) ?? null,
      }),
    ),
  };
}

export const lastSignIns = (): Sql =>
  allChains(sql`SELECT staff_id, max(time) AS at FROM $log WHERE action = 'sign-in' GROUP BY staff_id`);

function describeMember(
  session: Session,
  member: RosterMember,
  { lastSignInAt, resident }: Pick<StaffMember, 'lastSignInAt' | 'resident'>,
): StaffMember {
  const { roster, header, limiter, clock } = session;
  const { staffId, displayName, role, since } = member;
  const slotId = header.slots.find((slot) => slot.staffId === staffId)?.id ?? null;
  return {
    staffId,
    slotId,
    displayName,
    role,
    since,
    lastSignInAt,
    ...(slotId === null ? { waitSeconds: 0, closed: false } : limiter.status(slotId)),
    twoRoles: member.twoRoles || namesakesOf(roster, displayName).length > 1,
    dormant: clock.now() - (lastSignInAt ?? since) > DORMANT_DAYS * DAY_MS,
    suspended: member.suspended,
    resident,
    root: roster.rootOf(staffId) !== null,
    last: isLastOf(session, member),
    scope: [...member.scope],
  };
}

/** The same human being in several roles goes by one name; nobody else may have it. */
export const namesakesOf = (roster: Roster, name: string): readonly RosterMember[] =>
  [...roster.members.values()].filter(({ displayName }) => displayName === name);

/** Without an admin who has a way in nobody could be added, without a supervisor nobody be granted anything. */
export function isLastOf(
  { roster, header }: Pick<Session, 'roster' | 'header'>,
  { staffId, role }: Pick<RosterMember, 'staffId' | 'role'>,
): boolean {
  const needed: readonly Role[] = ['admin', 'supervisor'];
  return (
    needed.includes(role) &&
    !membersWithSlots(roster, header).some((member) => member.role === role && member.staffId !== staffId)
  );
}
