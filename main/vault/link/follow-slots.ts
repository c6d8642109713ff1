/**
 * The header of a computer follows the roster of all desks: who has got other keys elsewhere, has come, or has left. It takes the store key, and so a PIN, whoever's it is.
 * The same way brings it up to date at the desk that has made the change, also where that was killed before its header was written.
 */
import { putHeader } from '../key-change/slot-change.ts';
import { bytesOfBase64, toHex } from '../crypto/bytes.ts';
import { zero } from '../crypto/zero.ts';
import { type Header, type SlotCopy, type StaffSlot, bodyOf, sealHeader } from '../keys/header.ts';
import { MAX_GENERATION, nextNumber } from '../keys/numbers.ts';
import { storeKeySignersAt } from '../keys/pins.ts';
import {
  type Roster,
  type RosterMember,
  activeMembers,
  quietEntriesOf,
  readRosterEntries,
} from '../keys/roster.ts';
import { DESK_SIGNER } from '../keys/signers.ts';
import { readCopy } from '../keys/slot-copies.ts';
import {
  type OpenedSlot,
  isStoreKeySignedBy,
  openSlotStoreKey,
  sealStoreKey,
  wrapOuter,
} from '../keys/slots.ts';
import { ownerOfSlot, putSlotRows, removeSlotRows, slotRowOf } from '../keys/verify-store.ts';
import type { KeysPlace } from '../session/session.ts';
import { followShares } from '../session/share-tries.ts';
import { slotOf } from '../session/with-slots.ts';
import { readLinkKeys } from './link-keys.ts';

/**
 * The header as the roster has it, which is in force then; the one that was given where nothing is to be followed, or another roster than this one is known already: that is
 * told as an alarm, and nobody's keys go by it. `by`: any slot of the header that a PIN has opened. Errors: `header-forged`, `store-tampered` {part: 'link'}, those of the
 * store and of `putHeader`.
 */
export async function followSlots(place: KeysPlace, by: OpenedSlot): Promise<Header> {
  const { header, roster, anchor } = place;
  const { rosterHead } = anchor.state();
  const isNewer = roster.hashAt(rosterHead.n) === toHex(rosterHead.hash);
  if (header.link === undefined || !isNewer || !isBehind(header, roster)) return header;
  const storeKey = openSlotStoreKey(header, slotOf(header, by), by);
  try {
    return await follow(place, storeKey);
  } finally {
    zero(storeKey);
  }
}

/** Whether somebody's keys, name or role are others than in the header, or somebody has no slot there. */
const isBehind = ({ slots }: Header, roster: Roster): boolean =>
  slots.some((slot) => {
    const owner = ownerOfSlot(roster, slot);
    return owner?.displayName !== slot.displayName || owner.role !== slot.role;
  }) || membersWithout(slots, roster).length > 0;

const membersWithout = (slots: readonly StaffSlot[], roster: Roster): readonly RosterMember[] =>
  activeMembers(roster).filter(({ staffId }) => !slots.some((slot) => slot.staffId === staffId));

async function follow(place: KeysPlace, storeKey: Uint8Array): Promise<Header> {
  const { header, store, roster, deviceSecret, effects, limiter } = place;
  const slots = await slotsAsIn(place, storeKey);
  const body = bodyOf(header);
  if (JSON.stringify(slots) === JSON.stringify(header.slots)) return header;
  const next = sealHeader(
    {
      ...body,
      slots,
      quietEntries: quietEntriesOf(await readRosterEntries(store)),
      generation: nextNumber(body.generation, MAX_GENERATION),
    },
    deviceSecret,
  );
  const had = new Map(header.slots.map((slot) => [slot.id, slot.generation]));
  const renewed = slots.filter(({ id, generation }) => had.get(id) !== generation);
  const gone = header.slots.map(({ id }) => id).filter((id) => !slots.some((slot) => slot.id === id));
  // A kill behind this leaves the header as it was: it is followed again, to the same rows.
  await store.transaction(async (tx) => {
    await removeSlotRows(tx, gone);
    await putSlotRows(
      tx,
      renewed.map((slot) => slotRowOf(roster.vaultId, slot)),
    );
  });
  // Before anybody may try a PIN at them here.
  await followShares(place, header.desk, renewed);
  await putHeader(place, next);
  effects.headerChanged(next);
  // Wrong tries at keys that are no longer theirs are nobody's. Where it cannot be written they count on.
  await limiter.forget(gone).catch(() => undefined);
  await limiter.clear(renewed.map(({ id }) => id)).catch(() => undefined);
  return next;
}

/** Who has left has no slot any more; who has other keys has the copy that was given for this desk, or none. */
async function slotsAsIn(place: KeysPlace, storeKey: Uint8Array): Promise<StaffSlot[]> {
  const { header, roster, store, deviceSecret } = place;
  const { vaultId } = header;
  const { sign, receive } = await readLinkKeys(store, { vaultId, deviceSecret });
  const at = { vaultId, desk: header.desk, receive };
  const seal = sealing(header, storeKey, sign.privateKey);
  const slots: StaffSlot[] = [];
  const isTaken = (id: string): boolean => slots.some((slot) => slot.id === id);
  for (const slot of header.slots) {
    const { staffId } = slot;
    const owner = ownerOfSlot(roster, slot);
    if (owner === undefined) continue;
    const { displayName, role } = owner;
    const isSigned = isStoreKeySignedBy(
      header,
      slot.id,
      slot,
      storeKeySignersAt(roster, header.desk, staffId),
    );
    slots.push({ ...slot, displayName, role, ...(isSigned ? {} : seal(slot, owner)) });
  }
  for (const member of membersWithout(slots, roster)) {
    const copy = await readCopy(store, at, member);
    if (copy === null || isTaken(copy.id)) continue;
    const { displayName, role } = member;
    const slot = { ...copy, displayName, role, ...seal(copy, member) };
    slots.push(wrapOuter(vaultId, slot, bytesOfBase64(copy.wrapped), deviceSecret));
  }
  const before = header.slots.map(({ staffId }) => staffId);
  const placeOf = ({ staffId }: StaffSlot): number => before.indexOf(staffId) + 1 || before.length + 1;
  return slots.toSorted((one, other) => placeOf(one) - placeOf(other));
}

/** This computer's store key to keys that the roster has, signed by its own key. */
const sealing =
  ({ vaultId, epoch }: Header, storeKey: Uint8Array, privateKey: Uint8Array) =>
  ({ id }: Pick<SlotCopy, 'id'>, { receiveKey, signKey, generation }: RosterMember) =>
    sealStoreKey(vaultId, epoch, { id, receiveKey, signKey, generation }, storeKey, {
      id: DESK_SIGNER,
      privateKey,
    });
