/**
 * Issues keys to a member under a PIN that they have just typed: roster entry, slot, and the grants of their
 * role.
 */
import { ROLE_TIERS, type SealedTier } from '../../../contract/fields.ts';
import type { SlotId } from '../../../contract/ids.ts';
import { toBase64 } from '../crypto/bytes.ts';
import { generateSignPair } from '../crypto/ed25519.ts';
import { generateReceivePair } from '../crypto/hpke.ts';
import type { Argon2Params } from '../crypto/kdf.ts';
import { zero } from '../crypto/zero.ts';
import type { StaffSlot } from '../keys/header.ts';
import { type Certificate, certifySigner } from '../keys/signers.ts';
import { createSlot, openSlotStoreKey } from '../keys/slots.ts';
import { type GrantContext, grantTier } from '../keys/grants.ts';
import { pinsOf } from '../keys/pins.ts';
import {
  type Roster,
  type RosterEntry,
  type RosterMember,
  type Signer,
  headBehind,
  makeRosterEntry,
  readRosterEntries,
  verifyRoster,
} from '../keys/roster.ts';
import type { TierPrivate } from '../keys/tier-keys.ts';
import type { Session } from '../session/session.ts';
import type { VerifiedStaff } from '../session/with-slots.ts';

/** Keys that are made but not written yet. */
export interface NewKeys {
  readonly entry: RosterEntry;
  /** The roster with the entry. */
  readonly roster: Roster;
  readonly slot: StaffSlot;
  readonly grants: readonly { readonly context: GrantContext; readonly sealed: Uint8Array }[];
  /** For an admin: the certificate by which their signature on store keys is accepted. */
  readonly certificates: readonly Certificate[];
}

/** Input for issuing keys. */
export interface KeysFor {
  /** The member, with the generation of the new keys. */
  readonly person: Pick<RosterMember, 'staffId' | 'displayName' | 'role' | 'generation' | 'twoRoles'>;
  readonly slotId: SlotId;
  readonly pin: string;
  /** Entries of the same change that come before the member's. */
  readonly preceding?: readonly RosterEntry[];
  /** Signers of the roster entry. */
  readonly signers: readonly Signer[];
  /** The person whose slot provides the store key, and who signs it for the new slot. */
  readonly giver: VerifiedStaff;
  /** Opened tiers; those of the role are granted. */
  readonly tiers: readonly TierPrivate[];
}

/** A present person as signer. */
export const signerOf = ({ slot }: VerifiedStaff): Signer => ({
  id: slot.staffId,
  privateKey: slot.sign.privateKey,
});

/**
 * Makes a member's keys and writes nothing. Takes as long as one Argon2id. Errors: AppError `store-mismatch`
 * (the signers may not sign this), `header-forged`; RangeError where a tier of the role is not open.
 */
export async function issueKeys(
  session: Session,
  { person, slotId, pin, preceding = [], signers, giver, tiers }: KeysFor,
): Promise<NewKeys> {
  const { keys, roster, header } = session;
  const { vaultId } = keys;
  const [receive, sign] = [generateReceivePair(), generateSignPair()];
  const giverSlot = slotOfHeader(session, giver.slot.slotId);
  const storeKey = openSlotStoreKey(header, giverSlot, giver.slot);
  try {
    const entry = makeRosterEntry(
      vaultId,
      headBehind(preceding, roster.head),
      {
        kind: 'add',
        at: session.clock.now(),
        ...person,
        receiveKey: toBase64(receive.publicKey),
        signKey: toBase64(sign.publicKey),
      },
      signers,
    );
    const after = verifyRoster(
      vaultId,
      [...(await readRosterEntries(session.store)), ...preceding, entry],
      keys.roots,
      session.roster.chain,
    );
    const { staffId, displayName, role, generation } = person;
    const slot = await createSlot({
      vaultId,
      epoch: header.epoch,
      slotId,
      staff: { staffId, displayName, role, generation },
      receive,
      sign,
      pins: pinsOf(after, keys, staffId),
      pin,
      params: costliestParams(session),
      deviceSecret: session.deviceSecret,
      storeKey,
      signer: signerOf(giver),
    });
    const certificates =
      role === 'admin' ? [certifySigner(vaultId, { staffId, signKey: sign.publicKey }, signerOf(giver))] : [];
    return {
      entry,
      roster: after,
      slot,
      certificates,
      grants: ROLE_TIERS[role].map((tier) =>
        grantOf(session, tierNamed(tiers, tier), person, receive.publicKey),
      ),
    };
  } finally {
    zero(storeKey, receive.privateKey, sign.privateKey);
  }
}

function grantOf(
  session: Session,
  tier: TierPrivate,
  { staffId, generation }: KeysFor['person'],
  receiveKey: Uint8Array,
): NewKeys['grants'][number] {
  const context = { vaultId: session.keys.vaultId, tier: tier.tier, epoch: tier.epoch, staffId, generation };
  return { context, sealed: grantTier(tier, receiveKey, context) };
}

function tierNamed(tiers: readonly TierPrivate[], name: SealedTier): TierPrivate {
  const tier = tiers.find((candidate) => candidate.tier === name);
  if (tier === undefined) throw new RangeError(`no open ${name} tier to grant`);
  return tier;
}

function slotOfHeader({ header }: Session, slotId: SlotId): StaffSlot {
  const slot = header.slots.find(({ id }) => id === slotId);
  if (slot === undefined) throw new RangeError('whoever gives keys has a slot');
  return slot;
}

/** The costliest Argon2id parameters that a slot of this vault has: a cheap one of whoever gives the keys is not passed on. */
function costliestParams({ header: { slots } }: Session): Argon2Params {
  const costOf = ({ kdf }: StaffSlot): number => kdf.memoryKiB * kdf.time;
  const { memoryKiB, time, parallelism } = slots.reduce((one, other) =>
    costOf(other) > costOf(one) ? other : one,
  ).kdf;
  return { memoryKiB, time, parallelism };
}
