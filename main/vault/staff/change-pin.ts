/** One's own PIN, changed: a new generation of keys that the one before signs, so that the old PIN opens nothing of the new. */
import { ROLE_TIERS } from '../../../contract/fields.ts';
import type { RouteRequest } from '../../../contract/routes.ts';
import { AppError } from '../app-error.ts';
import { commitSlotChange } from '../key-change/slot-change.ts';
import { checkPin } from '../keys/pin-rules.ts';
import { everyEpoch } from '../keys/epochs.ts';
import { withTiers } from '../session/open-values.ts';
import { type Session, entryOf } from '../session/session.ts';
import { type VerifiedStaff, withSlots } from '../session/with-slots.ts';
import { issueKeys, signerOf } from '../key-change/issue-keys.ts';
import { done } from '../log/done.ts';

/** Errors, AppError: those of `withSlots`, `pin-too-weak` {role, problem}, those of `commitSlotChange`. */
export async function changePin(
  session: Session,
  { pin, newPin }: RouteRequest<'staff.changePin'>,
): Promise<void> {
  const { slotId, role, displayName } = session.signedIn;
  const problem = checkPin(role, newPin, { name: displayName, before: pin })[0];
  if (problem !== undefined) throw new AppError('pin-too-weak', { role, problem });
  await withSlots(session, [{ slotId, pin }], ([own]) => renewOwn(session, own, newPin));
}

function renewOwn(session: Session, own: VerifiedStaff, newPin: string): Promise<void> {
  const { member } = own;
  return withTiers(session, own, ROLE_TIERS[member.role], async (open) => {
    const keys = await issueKeys(session, {
      person: { ...pick(member), generation: member.generation + 1 },
      slotId: own.slot.slotId,
      pin: newPin,
      signers: [signerOf(own)],
      giver: own,
      tiers: everyEpoch(open.values()),
    });
    await commitSlotChange(session, {
      rosterEntries: [keys.entry],
      put: [keys.slot],
      remove: [],
      certificates: keys.certificates,
      grants: keys.grants,
      dropGrantsOf: [member.staffId],
      present: [],
      by: own.slot,
      entries: [entryOf(session, done('pin-change', null, { signedBy: [own] }))],
    });
  });
}

const pick = ({
  staffId,
  displayName,
  role,
  twoRoles,
}: VerifiedStaff['member']): Pick<
  VerifiedStaff['member'],
  'staffId' | 'displayName' | 'role' | 'twoRoles'
> => ({
  staffId,
  displayName,
  role,
  twoRoles,
});
