/** Checks an opened store against the header and the pins of the opened slot, before anybody is signed in. */
import { SEALED_TIERS, type SealedTier } from '../../../contract/fields.ts';
import type { Alarm } from '../../../contract/sign-in/alarms.ts';
import type { SlotId } from '../../../contract/ids.ts';
import { AppError } from '../app-error.ts';
import { bytesOfBase64, fromUtf8, sameBytes, utf8 } from '../crypto/bytes.ts';
import { LINKED_FORMAT, type Header, type RecoverySlot, type StaffSlot, slotDigest } from './header.ts';
import { type OpenedSlot, RECOVERY_SLOT_ID, isStoreKeySignedBy } from './slots.ts';
import { readChain } from '../log/chains.ts';
import { readDesk } from '../store/ids.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore, WritableStore } from '../store/store.ts';
import {
  RECOVERY,
  type Roster,
  type RosterMember,
  type SignerId,
  readRosterEntries,
  verifyRoster,
} from './roster.ts';
import { type Accepted, type ComparableSlot, acceptSlot, continuesFrom } from './accept.ts';
import { digestForSheet, isAsSigned } from './for-sheet.ts';
import type { SessionKeys } from './session-keys.ts';
import { storeKeySignersAt } from './pins.ts';
import {
  type TierRecord,
  type TrustedTierKey,
  currentTierKey,
  readTierRecords,
  verifyTierKey,
} from './tier-keys.ts';

/** The result of a successful check. */
export interface VerifiedStore<S> {
  readonly roster: Roster;
  /** The slot that was opened, compared. */
  readonly own: Accepted<S>['slot'];
  /**
   * The member whose slot was opened, as in the signed roster; their role is this, whatever the header says.
   */
  readonly member: RosterMember;
  readonly keys: SessionKeys;
  /** Differences that a supervisor must acknowledge. */
  readonly alarms: readonly Alarm[];
}

/**
 * Verifies the roster from the pinned roots, the tier keys, and the slots. Alarms: `slot-differs`,
 * `epoch-differs`, `roster-differs` (it does not continue from where the slot last saw it), `sheet-differs` (what the recovery sheet alone opens is not
 * what was signed for). Errors, AppError:
 * `store-newer`; `store-mismatch`: another vault's store {part: 'vault'}, a roster or tier key without a
 * chain to the roots {part: 'roster' | 'tier-key'}, a slot that the store does not have {part: 'slot'}, an
 * owner who has left, is suspended or has other keys {part: 'member'}.
 */
export async function verifyStore<S extends ComparableSlot & Pick<OpenedSlot, 'slotId'>>(options: {
  readonly header: Header;
  readonly opened: S;
  readonly store: ReadableStore;
}): Promise<VerifiedStore<S>> {
  const { header, opened, store } = options;
  const { vaultId } = header;
  // Read together, because each awaited answer costs a round trip to the engine's thread.
  const [meta, entries, rows, tierRecords, desk, chain, forSheet] = await Promise.all([
    readVaultMeta(store),
    readRosterEntries(store),
    readSlotRows(store),
    readTierRecords(store),
    readDesk(store),
    readChain(store),
    digestForSheet(header, store),
  ]);
  if (meta.vaultId !== vaultId) throw new AppError('store-mismatch', { part: 'vault' });
  const roster = verifyRoster(vaultId, entries, opened.pins.roots, chain);
  requireDesk(header, roster, desk);
  const { roots } = opened.pins;
  const tierKeys = verifyTierKeys(tierRecords, opened, roster);
  const { slot, member } = acceptSlot(opened, { keys: { roots, tierKeys }, roster }, 'told');
  const own = header.slots.find((slot) => slot.id === opened.slotId);
  if (own === undefined || !knows(rows, vaultId, own)) throw new AppError('store-mismatch', { part: 'slot' });
  const alarms: readonly (Alarm | false)[] = [
    meta.epoch !== header.epoch && 'epoch-differs',
    (slotsDiffer(header, rows, roster) ||
      !isStoreKeySignedBy(header, own.id, own, storeKeySignersAt(roster, header.desk, own.staffId))) &&
      'slot-differs',
    !continuesFrom(roster, opened) && 'roster-differs',
    !isAsSigned(roster, forSheet) && 'sheet-differs',
  ];
  return {
    roster,
    own: slot,
    member,
    keys: { vaultId, roots, tierKeys },
    alarms: alarms.filter((alarm): alarm is Alarm => alarm !== false),
  };
}

/**
 * Checks that header, store and signed roster agree on the desk, so that nobody can make a store allocate
 * another desk's ids. Errors: AppError `store-newer` (the roster needs a later format), `store-mismatch`
 * {part: 'desk'}.
 */
function requireDesk(header: Header, roster: Roster, desk: number): void {
  if (roster.minFormat > LINKED_FORMAT) throw new AppError('store-newer', { version: roster.minFormat });
  if (header.desk !== desk || desk > roster.lastDesk || header.minFormat !== roster.minFormat)
    throw new AppError('store-mismatch', { part: 'desk' });
}

/** The member of the roster with these keys, if they are valid. */
function memberWith(
  roster: Roster,
  {
    staffId,
    generation,
    receiveKey,
    signKey,
  }: Pick<RosterMember, 'staffId' | 'generation' | 'receiveKey' | 'signKey'>,
): RosterMember | undefined {
  const member = roster.members.get(staffId);
  const same =
    member !== undefined &&
    !member.suspended &&
    member.generation === generation &&
    sameBytes(member.receiveKey, receiveKey) &&
    sameBytes(member.signKey, signKey);
  return same ? member : undefined;
}

/**
 * The member whose keys a slot of a header names; undefined where the roster does not have them or they are
 * no longer valid.
 */
export const ownerOfSlot = (
  roster: Roster,
  { staffId, generation, receiveKey, signKey }: StaffSlot,
): RosterMember | undefined =>
  memberWith(roster, {
    staffId,
    generation,
    receiveKey: bytesOfBase64(receiveKey),
    signKey: bytesOfBase64(signKey),
  });

/**
 * Checks the slots of a header before anything is sealed or rewrapped for them. Errors: AppError
 * `store-mismatch` {part: 'slot'} where one belongs to nobody in the roster, or its keys are no longer valid.
 */
export function requireOwners(roster: Roster, slots: readonly StaffSlot[]): void {
  if (slots.some((slot) => ownerOfSlot(roster, slot) === undefined))
    throw new AppError('store-mismatch', { part: 'slot' });
}

/**
 * Members of the roster who have a slot, closed ones included; a member who was absent at a recovery has
 * none.
 */
export const membersWithSlots = (roster: Roster, { slots }: Pick<Header, 'slots'>): readonly RosterMember[] =>
  slots.flatMap((slot) => ownerOfSlot(roster, slot) ?? []);

/**
 * The keys of both tiers, as pinned or as the roster has brought them since. Errors: AppError
 * `store-mismatch` {part: 'tier-key', tier}.
 */
export function verifyTierKeys(
  records: readonly TierRecord[],
  opened: { readonly pins: Pick<OpenedSlot['pins'], 'tierKeys'> },
  roster: Roster,
): Record<SealedTier, TrustedTierKey> {
  const verified = SEALED_TIERS.map((tier) => {
    const current = currentTierKey(opened.pins.tierKeys[tier], roster);
    return [
      tier,
      verifyTierKey(
        records.find((record) => record.tier === tier && record.epoch === current.epoch),
        current,
        roster,
      ),
    ] as const;
  });
  return Object.fromEntries(verified) as Record<SealedTier, TrustedTierKey>;
}

/** Whether header, store and roster differ in slots, keys, names or roles. */
function slotsDiffer(header: Header, rows: readonly SlotRow[], roster: Roster): boolean {
  const { vaultId } = header;
  const named = header.slots.every((slot) => knows(rows, vaultId, slot) && asInRoster(slot, roster));
  const recovery =
    sameBytes(roster.recoveryKey, bytesOfBase64(header.recovery.receiveKey)) &&
    rows.some(
      (row) =>
        row.slot_id === RECOVERY_SLOT_ID &&
        row.generation === header.recovery.generation &&
        sameBytes(row.digest, slotDigest(vaultId, RECOVERY_SLOT_ID, header.recovery)),
    );
  const ids = new Set<string>([RECOVERY_SLOT_ID, ...header.slots.map((slot) => slot.id)]);
  // One row each: a second one of another generation is somebody else's.
  if (rows.length !== ids.size) return true;
  return !named || !recovery || !rows.every((row) => row.state === 'current' && ids.has(row.slot_id));
}

function knows(rows: readonly SlotRow[], vaultId: string, slot: StaffSlot | undefined): boolean {
  if (slot === undefined) return false;
  const digest = slotDigest(vaultId, slot.id, slot);
  return rows.some(
    (row) => row.slot_id === slot.id && row.generation === slot.generation && sameBytes(row.digest, digest),
  );
}

function asInRoster(slot: StaffSlot, roster: Roster): boolean {
  const owner = ownerOfSlot(roster, slot);
  return owner?.displayName === slot.displayName && owner.role === slot.role;
}

// --- in the store

interface SlotRow {
  readonly slot_id: string;
  readonly generation: number;
  readonly state: string;
  readonly digest: Uint8Array;
}

const readSlotRows = (store: ReadableStore): Promise<readonly SlotRow[]> =>
  store.all<SlotRow>(sql`SELECT slot_id, generation, state, digest FROM key_slot`);

/** A slot of the header as the store records it. */
export interface NewSlotRow {
  readonly slotId: SlotId | typeof RECOVERY;
  readonly generation: number;
  readonly staffId: SignerId;
  readonly digest: Uint8Array;
}

/** The row of a member's slot. */
export const slotRowOf = (vaultId: string, slot: StaffSlot): NewSlotRow => ({
  slotId: slot.id,
  generation: slot.generation,
  staffId: slot.staffId,
  digest: slotDigest(vaultId, slot.id, slot),
});
/** The row of the recovery slot. */
export const recoveryRowOf = (vaultId: string, slot: RecoverySlot): NewSlotRow => ({
  slotId: RECOVERY_SLOT_ID,
  generation: slot.generation,
  staffId: RECOVERY,
  digest: slotDigest(vaultId, RECOVERY_SLOT_ID, slot),
});

/** Stores the rows of slots, each replacing the earlier row of that slot. */
export async function putSlotRows(tx: WritableStore, rows: readonly NewSlotRow[]): Promise<void> {
  for (const { slotId, generation, staffId, digest } of rows) {
    await tx.run(sql`DELETE FROM key_slot WHERE slot_id = ${slotId}`);
    await tx.run(
      sql`INSERT INTO key_slot (slot_id, generation, staff_id, state, digest) VALUES (${slotId}, ${generation}, ${staffId}, 'current', ${digest})`,
    );
  }
}

/** Deletes the rows of slots. */
export async function removeSlotRows(tx: WritableStore, slotIds: readonly SlotId[]): Promise<void> {
  for (const slotId of slotIds) await tx.run(sql`DELETE FROM key_slot WHERE slot_id = ${slotId}`);
}

/** Vault id and epoch of the store key, as the store has them. */
export interface VaultMeta {
  readonly vaultId: string;
  readonly epoch: number;
}

/** Vault id and epoch in the store; an empty id and epoch 0 where they are missing. */
export async function readVaultMeta(store: ReadableStore): Promise<VaultMeta> {
  const rows = await store.all<{ readonly key: string; readonly value: Uint8Array }>(
    sql`SELECT key, value FROM meta WHERE key IN ('vault-id', 'epoch')`,
  );
  const values = new Map(rows.map((row) => [row.key, fromUtf8(row.value) ?? '']));
  return { vaultId: values.get('vault-id') ?? '', epoch: Number(values.get('epoch') ?? 0) };
}

/** Writes vault id and epoch into the store. */
export async function writeVaultMeta(tx: WritableStore, meta: VaultMeta): Promise<void> {
  const rows = [
    ['vault-id', meta.vaultId],
    ['epoch', String(meta.epoch)],
  ] as const;
  for (const [key, value] of rows) {
    await tx.run(
      sql`INSERT INTO meta (key, value) VALUES (${key}, ${utf8(value)}) ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
    );
  }
}
