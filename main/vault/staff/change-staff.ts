/** New people, other roles, forgotten PINs: keys that an admin signs and a second grants, under a PIN that their owner has typed at the desk. */
import { ROLE_TIERS, type Role } from '../../../contract/fields.ts';
import type { RouteRequest } from '../../../contract/routes.ts';
import type { SlotId, StaffId } from '../../../contract/ids.ts';
import { MAX_STAFF, type StaffView } from '../../../contract/staff/views.ts';
import type { ErrorCode } from '../../../contract/errors.ts';
import { AppError } from '../app-error.ts';
import { commitSlotChange } from '../key-change/slot-change.ts';
import { newSlotId, newStaffId } from '../keys/slots.ts';
import { checkPin } from '../keys/pin-rules.ts';
import type { RosterEntry, RosterMember } from '../keys/roster.ts';
import { type Session, entryOf } from '../session/session.ts';
import { openCounted } from '../session/open-counted.ts';
import type { VerifiedStaff } from '../session/with-slots.ts';
import { type KeysFor, issueKeys, signerOf } from '../key-change/issue-keys.ts';
import { isLastOf, listStaff, namesakesOf } from './list-staff.ts';
import { resealStoreKeys } from './reseal.ts';
import { retireRoot } from './retire-root.ts';
import { type Backing, isSheet, signersOf, withSecond } from './second.ts';
import { memberDetail } from './staff-log.ts';
import { orNotFound } from '../store/rows.ts';

interface Gift {
  readonly person: KeysFor['person'];
  readonly slotId: SlotId;
  readonly action: 'staff-add' | 'staff-role' | 'staff-reset';
  /** Of a change of role. */
  readonly was?: Role;
}

/**
 * Errors, AppError: `name-taken`, `staff-full`, `pin-too-weak` {role, problem}, `needs-supervisor` and `needs-second-admin` (the second may not
 * give this role), those of `withSecond` and of `commitSlotChange`. The same of the two below.
 */
export function addStaff(session: Session, request: RouteRequest<'staff.add'>): Promise<StaffView> {
  const { name, role, twoRoles } = request;
  const { roster } = session;
  if (roster.members.size >= MAX_STAFF) throw new AppError('staff-full', { most: MAX_STAFF });
  const same = namesakesOf(roster, name);
  if (same.some((one) => one.role === role) || same.length > 0 !== twoRoles) throw new AppError('name-taken');
  return give(session, request, {
    person: { staffId: newStaffId(), displayName: name, role, generation: 1, twoRoles },
    slotId: newSlotId(),
    action: 'staff-add',
  });
}

/** Errors besides: `not-found`, `not-yourself`, `last-of-role`, `needs-root`. */
export function changeRole(session: Session, request: RouteRequest<'staff.changeRole'>): Promise<StaffView> {
  const { role } = request;
  const member = anotherMember(session, request.staffId);
  if (isLastOf(session, member)) throw new AppError('last-of-role', { role: member.role });
  if (namesakesOf(session.roster, member.displayName).some((one) => one.role === role))
    throw new AppError('name-taken');
  return give(session, request, {
    person: { ...nextOf(member), role },
    slotId: slotIdOf(session, member),
    action: 'staff-role',
    was: member.role,
  });
}

/** Errors besides: `not-found`, `not-yourself`. */
export async function resetPin(session: Session, request: RouteRequest<'staff.reset'>): Promise<StaffView> {
  const member = anotherMember(session, request.staffId);
  const slotId = slotIdOf(session, member);
  await give(session, request, { person: nextOf(member), slotId, action: 'staff-reset' });
  await session.limiter.clear([slotId]);
  return listStaff(session);
}

/** Errors: `not-found`, `not-yourself` (one's own PIN is changed, and somebody else sees to one's role and leaving). */
export function anotherMember({ roster, signedIn }: Session, staffId: StaffId): RosterMember {
  const member = orNotFound(roster.members.get(staffId));
  if (staffId === signedIn.staffId) throw new AppError('not-yourself');
  return member;
}

const nextOf = ({ staffId, displayName, role, generation, twoRoles }: RosterMember): KeysFor['person'] => ({
  staffId,
  displayName,
  role,
  generation: generation + 1,
  twoRoles,
});

const slotIdOf = ({ header }: Session, { staffId }: RosterMember): SlotId =>
  header.slots.find((slot) => slot.staffId === staffId)?.id ?? newSlotId();

async function give(
  session: Session,
  request: Pick<RouteRequest<'staff.reset'>, 'newPin' | 'pin' | 'second'>,
  gift: Gift,
): Promise<StaffView> {
  const { newPin, pin, second } = request;
  const { role, displayName } = gift.person;
  const problem = checkPin(role, newPin, {
    name: displayName,
    otherPins: isSheet(second) ? [pin] : [pin, second.pin],
  })[0];
  if (problem !== undefined) throw new AppError('pin-too-weak', { role, problem });
  await withSecond(session, pin, second, async (admin, backing) => {
    requireGiver(role, backing);
    if (gift.action === 'staff-reset') await expectAnotherPin(session, gift, newPin);
    return commitGift(session, newPin, gift, { admin, backing });
  });
  return listStaff(session);
}

/** Said in words before the roster and the grants would refuse it (keys/roster.ts, keys/open-tier.ts). */
function requireGiver(role: Role, { member }: Backing): void {
  if (member === null) return;
  if (role === 'admin' && member.role !== 'admin') throw new AppError('needs-second-admin');
  if (role !== 'admin' && member.role !== 'supervisor') throw new AppError('needs-supervisor');
}

/**
 * Keys are given anew because the PIN is no secret, or forgotten: it is not taken again. It is a try at the slot like any other and is counted as one,
 * also where nothing comes of the change; a slot that takes no tries now is not asked. Errors: `pin-too-weak`, those of `openCounted`.
 */
async function expectAnotherPin(
  session: Session,
  { slotId, person: { role } }: Gift,
  pin: string,
): Promise<void> {
  const slot = session.header.slots.find(({ id }) => id === slotId);
  if (slot === undefined) return;
  const tried = await openCounted(session, [{ slot, pin }]).catch((error: unknown) => {
    if (error instanceof AppError && TAKES_NO_TRIES.has(error.code)) return null;
    throw error;
  });
  if (tried === null) return;
  await tried.attempt.failed();
  for (const outcome of tried.outcomes) {
    if ('opened' in outcome) {
      outcome.opened.dispose();
      throw new AppError('pin-too-weak', { role, problem: 'same-as-before' });
    }
    if (!(outcome.error instanceof AppError && outcome.error.code === 'wrong-pin')) throw outcome.error;
  }
}

const TAKES_NO_TRIES: ReadonlySet<ErrorCode> = new Set(['must-wait', 'slot-closed']);

function commitGift(
  session: Session,
  pin: string,
  gift: Gift,
  { admin, backing }: { readonly admin: VerifiedStaff; readonly backing: Backing },
): Promise<void> {
  const { person, slotId } = gift;
  const signers = [signerOf(admin), backing.signer];
  const preceding: readonly RosterEntry[] =
    gift.was === undefined ? [] : retireRoot(session, person.staffId, signers);
  return backing.withTiers(ROLE_TIERS[person.role], async (tiers) => {
    const keys = await issueKeys(session, { person, slotId, pin, preceding, signers, giver: admin, tiers });
    const { slots, recovery } = resealStoreKeys(session, admin, keys.roster, person.staffId);
    await commitSlotChange(session, {
      rosterEntries: [...preceding, keys.entry],
      put: [keys.slot, ...slots],
      remove: [],
      ...(recovery === undefined ? {} : { recovery }),
      certificates: keys.certificates,
      grants: keys.grants,
      dropGrantsOf: [person.staffId],
      present: [admin.slot, ...backing.present],
      by: admin.slot,
      entries: [
        entryOf(session, {
          action: gift.action,
          cosignerId: backing.cosignerId,
          signedBy: signersOf(admin, backing),
          outcome: 'done',
          detail: memberDetail({ ...person, was: gift.was, sheet: backing.member === null }),
        }),
      ],
    });
  });
}
