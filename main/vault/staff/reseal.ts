/** Store keys that somebody had sealed who is no admin any more are sealed and signed anew by the admin who acts. */
import { AppError } from '../app-error.ts';
import { bytesOfBase64, sameBytes } from '../crypto/bytes.ts';
import { zero } from '../crypto/zero.ts';
import type { Header, RecoverySlot, StaffSlot } from '../keys/header.ts';
import {
  RECOVERY_SLOT_ID,
  type SlotOwner,
  isStoreKeySignedBy,
  openSlotStoreKey,
  sealStoreKey,
} from '../keys/slots.ts';
import { storeKeySignersAt } from '../keys/pins.ts';
import { RECOVERY, type Roster, type Signer, type SignerId } from '../keys/roster.ts';
import type { Session } from '../session/session.ts';
import { type VerifiedStaff, slotOf } from '../session/with-slots.ts';
import { signerOf } from '../key-change/issue-keys.ts';

export interface Resealed {
  readonly slots: readonly StaffSlot[];
  readonly recovery?: RecoverySlot;
}

/** Writes nothing. `gone`: who has no slot any more, or another one. Errors: AppError `store-mismatch` where a slot has not the keys of its owner in the roster, `header-forged`. */
export function resealStoreKeys(
  session: Session,
  admin: VerifiedStaff,
  after: Roster,
  gone: SignerId,
): Resealed {
  const { header } = session;
  const outdated = (slotId: string, owner: SignerId, slot: StaffSlot | RecoverySlot): boolean =>
    !isStoreKeySignedBy(header, slotId, slot, storeKeySignersAt(after, header.desk, owner));
  const slots = header.slots.filter((slot) => slot.staffId !== gone && outdated(slot.id, slot.staffId, slot));
  const sheet = outdated(RECOVERY_SLOT_ID, RECOVERY, header.recovery);
  if (slots.length === 0 && !sheet) return { slots: [] };
  const storeKey = openSlotStoreKey(header, slotOf(header, { slotId: admin.slot.slotId }), admin.slot);
  const reseal = sealing(header, storeKey, signerOf(admin));
  try {
    return {
      slots: slots.map((slot) => ({ ...slot, ...reseal(ownerOf(after, slot), slot) })),
      ...(sheet
        ? { recovery: { ...header.recovery, ...reseal(sheetOf(after, header.recovery), header.recovery) } }
        : {}),
    };
  } finally {
    zero(storeKey);
  }
}

/** Nothing is sealed to keys of the header that the roster does not have: it may have been acknowledged though it differs. */
const sealing =
  ({ vaultId, epoch }: Header, storeKey: Uint8Array, signer: Signer) =>
  (owner: SlotOwner, slot: StaffSlot | RecoverySlot): ReturnType<typeof sealStoreKey> => {
    const same =
      owner.generation === slot.generation &&
      sameBytes(owner.receiveKey, bytesOfBase64(slot.receiveKey)) &&
      sameBytes(owner.signKey, bytesOfBase64(slot.signKey));
    if (!same) throw new AppError('store-mismatch', { part: 'slot' });
    return sealStoreKey(vaultId, epoch, owner, storeKey, signer);
  };

function ownerOf(roster: Roster, { id, staffId }: StaffSlot): SlotOwner {
  const member = roster.members.get(staffId);
  if (member === undefined || member.suspended) throw new AppError('store-mismatch', { part: 'slot' });
  return { id, receiveKey: member.receiveKey, signKey: member.signKey, generation: member.generation };
}

const sheetOf = (roster: Roster, { generation }: RecoverySlot): SlotOwner => ({
  id: RECOVERY_SLOT_ID,
  receiveKey: roster.recoveryKey,
  signKey: roster.keysOf(RECOVERY).at(-1) ?? new Uint8Array(),
  generation,
});
