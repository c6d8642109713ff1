/**
 * Slots from desk to desk: whoever has got other keys at one of them has a slot at each, under the PIN that they typed there. A copy has the layer that the PIN opens
 * and is sealed to the desk that it is for, so that neither server nor folder has anything to guess at.
 */
import { canonicalJson } from '../../files/canonical-json.ts';
import { bind } from '../crypto/bind.ts';
import { bytesOfBase64, fromUtf8, sameBytes, toBase64, utf8 } from '../crypto/bytes.ts';
import { type ReceivePair, openFrom, sealTo } from '../crypto/hpke.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore, WritableStore } from '../store/store.ts';
import { type SlotCopy, type StaffSlot, slotCopySchema } from './header.ts';
import type { RosterDesk } from './roster-desks.ts';
import type { RosterMember, SignerId } from './roster.ts';
import { openOuter } from './slots.ts';

const infoOf = (vaultId: string): Uint8Array => bind('slot-copy', vaultId);
const boundTo = (vaultId: string, desk: number, { staffId, generation }: CopyOf): Uint8Array =>
  bind('slot-copy', vaultId, desk, staffId, generation);

type CopyOf = Pick<StaffSlot, 'staffId' | 'generation'>;

/** A slot as another computer takes it. `deviceSecret`: of this one, 32 bytes. Errors: AppError `wrong-computer`. */
export function copyOfSlot(vaultId: string, slot: StaffSlot, deviceSecret: Uint8Array): SlotCopy {
  const { displayName: _, role: _role, sealedStoreKey: _key, signature: _sig, ...copy } = slot;
  return { ...copy, wrapped: toBase64(openOuter(vaultId, slot, deviceSecret)) };
}

/** Seals a copy to each of these desks, in the place of what they had of that person, in the caller's transaction. */
export async function giveCopy(
  tx: WritableStore,
  vaultId: string,
  copy: SlotCopy,
  desks: readonly Pick<RosterDesk, 'desk' | 'receiveKey'>[],
): Promise<void> {
  await dropCopiesOf(tx, copy.staffId);
  const text = utf8(canonicalJson(copy));
  for (const { desk, receiveKey } of desks) {
    const sealed = sealTo(receiveKey, infoOf(vaultId), boundTo(vaultId, desk, copy), text);
    await tx.run(
      sql`INSERT INTO slot_copy (desk, staff_id, generation, sealed) VALUES (${desk}, ${copy.staffId}, ${copy.generation}, ${sealed})`,
    );
  }
}

/** Of somebody who has no way in any more, or another one. */
export const dropCopiesOf = async (tx: WritableStore, staffId: SignerId): Promise<void> =>
  void (await tx.run(sql`DELETE FROM slot_copy WHERE staff_id = ${staffId}`));

/** The copy that a desk has of a member's slot; null where there is none of their present keys, or it was not sealed to this desk. Errors: those of the store. */
export async function readCopy(
  store: ReadableStore,
  at: { readonly vaultId: string; readonly desk: number; readonly receive: ReceivePair },
  member: Pick<RosterMember, 'staffId' | 'generation' | 'receiveKey' | 'signKey'>,
): Promise<SlotCopy | null> {
  const { vaultId, desk, receive } = at;
  const { staffId, generation } = member;
  const row = await store.get<{ readonly sealed: Uint8Array }>(
    sql`SELECT sealed FROM slot_copy WHERE desk = ${desk} AND staff_id = ${staffId} AND generation = ${generation}`,
  );
  const text =
    row === undefined ? null : openFrom(receive, infoOf(vaultId), boundTo(vaultId, desk, member), row.sealed);
  const copy = text === null ? null : parseCopy(text);
  const isTheirs =
    copy?.staffId === staffId &&
    copy.generation === generation &&
    sameBytes(bytesOfBase64(copy.receiveKey), member.receiveKey) &&
    sameBytes(bytesOfBase64(copy.signKey), member.signKey);
  return isTheirs ? copy : null;
}

function parseCopy(text: Uint8Array): SlotCopy | null {
  try {
    return slotCopySchema.parse(JSON.parse(fromUtf8(text) ?? ''));
  } catch {
    return null;
  }
}
