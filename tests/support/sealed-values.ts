/** Everything that is sealed in a vault's store, opened with a supervisor's PIN as the vault opens it, or tried with any other keys. */
import { join } from 'node:path';
import { type Role, SEALED_TIERS, type SealedTier } from '../../contract/fields.ts';
import { type Header, osUserHash, readHeader } from '../../main/vault/keys/header.ts';
import { openGrant } from '../../main/vault/keys/grants.ts';
import type { SignerId } from '../../main/vault/keys/roster.ts';
import {
  type AttachmentPlace,
  type BatchOpener,
  type RoomPlace,
  type SealedPlace,
  type ValuePlace,
  openSealBatch,
} from '../../main/vault/keys/seal.ts';
import { type TierPrivate, tierPrivateOf } from '../../main/vault/keys/tier-keys.ts';
import { chooseEngine } from '../../main/vault/store/engine/choose-engine.ts';
import { openStore } from '../../main/vault/store/open-store.ts';
import { sql } from '../../main/vault/store/sql.ts';
import type { EngineName, ReadableStore, Store } from '../../main/vault/store/store.ts';
import { type OpenedWithStoreKey, openSlot } from './open-slot.ts';
import { PINS, type VaultHarness } from './vault-harness.ts';

/** What somebody holds who has a PIN and everything that lies about. The vault must be closed. */
export interface BrokenIn extends AsyncDisposable {
  readonly header: Header;
  readonly slot: OpenedWithStoreKey;
  readonly store: Store;
  close(): Promise<void>;
}

/** Where a vault lies, and what its computer keeps for it. */
export interface AtRest {
  readonly vaultDir: string;
  readonly keychain: Pick<VaultHarness['keychain'], 'deviceSecrets'>;
}

export async function breakIn(
  desk: AtRest,
  role: Role,
  {
    engine = 'auto',
    pin = PINS[role],
  }: { readonly engine?: 'auto' | EngineName; readonly pin?: string } = {},
): Promise<BrokenIn> {
  const { deviceSecrets } = desk.keychain;
  const header = (await readHeader({ vaultDir: desk.vaultDir, deviceSecrets, osUserHash: osUserHash() }))!;
  const slot = await openSlot({
    header,
    slot: header.slots.find((one) => one.role === role)!,
    deviceSecret: deviceSecrets[header.deviceSecretId]!,
    pin,
  });
  const store = await openStore({
    path: join(desk.vaultDir, header.storeFile),
    key: slot.storeKey,
    create: false,
    engine: chooseEngine(engine),
  });
  const close = async (): Promise<void> => {
    slot.dispose();
    await store.close();
  };
  return { header, slot, store, close, [Symbol.asyncDispose]: close };
}

interface GrantRow {
  readonly tier: SealedTier;
  readonly epoch: number;
  readonly staff_id: SignerId;
  readonly generation: number;
  readonly sealed: Uint8Array;
}

export const readGrants = (store: ReadableStore): Promise<readonly GrantRow[]> =>
  store.all<GrantRow>(sql`SELECT tier, epoch, staff_id, generation, sealed FROM tier_grant`);

/** Of these grants what the slot opens, whoever they were made for. */
export function openGrants(
  {
    header,
    slot,
  }: { readonly header: Pick<Header, 'vaultId'>; readonly slot: Pick<OpenedWithStoreKey, 'receive'> },
  grants: readonly GrantRow[],
): readonly TierPrivate[] {
  return grants.flatMap(({ tier, epoch, staff_id: staffId, generation, sealed }) => {
    const key = openGrant(
      slot.receive,
      { vaultId: header.vaultId, tier, epoch, staffId, generation },
      sealed,
    );
    return key === null ? [] : [key];
  });
}

interface SealedRow {
  readonly tier: SealedTier;
  readonly batchId: number;
  readonly epoch: number;
  readonly nonce: Uint8Array;
  readonly enc: Uint8Array;
  readonly n: number;
  readonly ciphertext: Uint8Array;
}

/** Of each batch what each key makes of it, as either tier's: one key agreement for all its values. */
function createOpeners(
  vaultId: string,
  keys: readonly TierPrivate[],
): (row: SealedRow) => readonly BatchOpener[] {
  const made = new Map<number, readonly BatchOpener[]>();
  return (row) => {
    const known =
      made.get(row.batchId) ??
      keys.flatMap(({ privateKey }) =>
        SEALED_TIERS.map((tier) =>
          openSealBatch(vaultId, tierPrivateOf(vaultId, tier, row.epoch, privateKey), row),
        ),
      );
    made.set(row.batchId, known);
    return known;
  };
}

/** Every sealed thing that one of the keys opens, by where it lies, whichever tier and epoch the key says it is of. */
export async function openAllWith(
  vaultId: string,
  store: ReadableStore,
  keys: readonly TierPrivate[],
): Promise<ReadonlyMap<string, string>> {
  const opened = new Map<string, string>();
  const openersOf = createOpeners(vaultId, keys);
  const tryAll = (name: string, row: SealedRow & SealedPlace): void => {
    for (const opener of openersOf(row)) {
      try {
        opened.set(name, opener.open(row, row.ciphertext));
      } catch {
        // Not this key's.
      }
    }
  };
  for (const row of await store.all<SealedRow & ValuePlace & { readonly id: number }>(sql`
    SELECT v.id, v.person_id AS personId, v.field, v.ordinal, v.tier, b.id AS batchId, b.epoch, b.nonce, b.enc, v.n, v.ciphertext FROM sealed_value v JOIN seal_batch b ON b.id = v.batch_id`))
    tryAll(`value ${row.id}`, row);
  for (const row of await store.all<SealedRow & RoomPlace>(sql`
    SELECT c.room_id AS roomId, w.note_id AS noteId, w.tier, b.id AS batchId, b.epoch, b.nonce, b.enc, w.n, w.ciphertext
    FROM room_note w JOIN counter_note c ON c.id = w.note_id JOIN seal_batch b ON b.id = w.batch_id`))
    tryAll(`note ${row.noteId}`, row);
  for (const row of await store.all<SealedRow & AttachmentPlace>(sql`
    SELECT a.id AS attachmentId, a.tier, b.id AS batchId, b.epoch, b.nonce, b.enc, a.n, a.ciphertext FROM attachment a JOIN seal_batch b ON b.id = a.batch_id`))
    tryAll(`attachment ${row.attachmentId}`, row);
  return opened;
}

/** What a supervisor can read of all that is sealed. */
export async function readAllSealed(
  desk: VaultHarness,
  engine: EngineName,
  pin: string = PINS.supervisor,
): Promise<ReadonlyMap<string, string>> {
  await using loot = await breakIn(desk, 'supervisor', { engine, pin });
  return await openAllWith(loot.header.vaultId, loot.store, openGrants(loot, await readGrants(loot.store)));
}

/** The one epoch that keys, grants, batches and tags are of. The vault must be closed. Errors: RangeError where there is not just one. */
export async function tierEpochOf(desk: VaultHarness, engine: EngineName): Promise<number> {
  await using loot = await breakIn(desk, 'supervisor', { engine });
  const [one, ...others] = await loot.store.all<{ readonly epoch: number }>(sql`
    SELECT epoch FROM tier_key UNION SELECT epoch FROM tier_grant UNION SELECT epoch FROM seal_batch UNION SELECT epoch FROM match_tag`);
  if (one === undefined || others.length > 0)
    throw new RangeError(`keys of ${others.length + (one === undefined ? 0 : 1)} epochs`);
  return one.epoch;
}
