/**
 * The world of somebody who forges the root of trust with one right PIN: roots, roster, sheet and tier keys of their own making around the real
 * public keys of everybody, so that each real slot still opens. They have folder, keychain and store key. Nobody's PIN but their own is used.
 */
import { join } from 'node:path';
import { ROLE_TIERS, type Role, SEALED_TIERS } from '../../contract/fields.ts';
import { decodeAnchor, encodeAnchor } from '../../main/vault/anchor/anchor-codec.ts';
import { bytesOfBase64, bytesOfHex, toBase64 } from '../../main/vault/crypto/bytes.ts';
import { generateSignPair } from '../../main/vault/crypto/ed25519.ts';
import { generateReceivePair } from '../../main/vault/crypto/hpke.ts';
import { ARGON2_FLOOR } from '../../main/vault/crypto/kdf.ts';
import { digestForSheet } from '../../main/vault/keys/for-sheet.ts';
import { grantTier, insertGrant } from '../../main/vault/keys/grants.ts';
import {
  HEADER_FORMAT,
  type Header,
  digestOfHeader,
  osUserHash,
  readHeader,
  sealHeader,
  writeHeader,
} from '../../main/vault/keys/header.ts';
import { type SheetKeys, createSheetSecret, deriveSheetKeys } from '../../main/vault/keys/recovery-sheet.ts';
import {
  EMPTY_HEAD,
  type NewRosterEntry,
  RECOVERY,
  type RosterEntry,
  type Signer,
  appendRosterEntries,
  headAfter,
  makeRosterEntry,
} from '../../main/vault/keys/roster.ts';
import { createRecoverySlot, createSlot, newStaffId } from '../../main/vault/keys/slots.ts';
import {
  type TierPrivate,
  createTierPrivate,
  insertTierRecord,
  makeTierRecord,
} from '../../main/vault/keys/tier-keys.ts';
import { putSlotRows, recoveryRowOf } from '../../main/vault/keys/verify-store.ts';
import { chooseEngine } from '../../main/vault/store/engine/choose-engine.ts';
import { openStore } from '../../main/vault/store/open-store.ts';
import type { Store } from '../../main/vault/store/store.ts';
import { openSlot } from './open-slot.ts';
import { PINS, type VaultHarness } from './vault-harness.ts';

interface World {
  readonly header: Header;
  readonly entries: readonly RosterEntry[];
  readonly sheet: Uint8Array;
}

/** Forges it as the person of that role, and leaves the vault started with nobody signed in. Returns the secret of the forged sheet. */
export async function forgeWorld(desk: VaultHarness, role: Role): Promise<Uint8Array> {
  await desk.vault.close();
  const { deviceSecrets } = desk.keychain;
  const header = (await readHeader({ vaultDir: desk.vaultDir, deviceSecrets, osUserHash: osUserHash() }))!;
  const deviceSecret = deviceSecrets[header.deviceSecretId]!;
  const own = header.slots.find((slot) => slot.role === role)!;
  const opened = await openSlot({ header, slot: own, deviceSecret, pin: PINS[role] });
  const path = join(desk.vaultDir, header.storeFile);
  const store = await openStore({ path, key: opened.storeKey, create: false, engine: chooseEngine('auto') });
  try {
    const world = await makeWorld(header, { store, opened, own, deviceSecret, pin: PINS[role] });
    await writeHeader(desk.vaultDir, world.header);
    anchorWorld(desk, world);
    return world.sheet;
  } finally {
    await store.close();
    await desk.start();
  }
}

async function makeWorld(
  header: Header,
  by: {
    readonly store: Store;
    readonly opened: Awaited<ReturnType<typeof openSlot>>;
    readonly own: Header['slots'][number];
    readonly deviceSecret: Uint8Array;
    readonly pin: string;
  },
): Promise<World> {
  const { vaultId, epoch } = header;
  const secret = createSheetSecret();
  const sheet = deriveSheetKeys(secret);
  const [admin, supervisor] = [generateSignPair(), generateSignPair()];
  const ghosts: readonly [Signer, Signer] = [
    { id: newStaffId(), privateKey: admin.privateKey },
    { id: newStaffId(), privateKey: supervisor.privateKey },
  ];
  const bySheet: Signer = { id: RECOVERY, privateKey: sheet.sign.privateKey };
  const roots = {
    adminSign: admin.publicKey,
    supervisorSign: supervisor.publicKey,
    recoverySign: sheet.sign.publicKey,
  };
  const people = chainOf(vaultId, rosterOf(header, roots, ghosts, sheet), [...ghosts, bySheet]);
  const rosterHead = headAfter(people.at(-1)!);
  const tiers = SEALED_TIERS.map((tier) => createTierPrivate(vaultId, tier, 1));
  const [contact, identity] = tiers as [TierPrivate, TierPrivate];
  const pins = {
    roots,
    signers: [bytesOfBase64(header.slots.find((slot) => slot.role === 'admin')!.signKey)],
    tierKeys: { contact, identity },
    rosterHead,
  };
  const recovery = createRecoverySlot({
    vaultId,
    epoch,
    generation: 1,
    secret,
    pins,
    storeKey: by.opened.storeKey,
    signer: ghosts[0],
  });
  const { id: slotId, staffId, displayName, role, generation } = by.own;
  const slot = await createSlot({
    vaultId,
    epoch,
    slotId,
    staff: { staffId, displayName, role, generation },
    receive: by.opened.receive,
    sign: by.opened.sign,
    pins,
    pin: by.pin,
    params: ARGON2_FLOOR,
    deviceSecret: by.deviceSecret,
    storeKey: by.opened.storeKey,
    signer: ghosts[0],
  });
  const entries: RosterEntry[] = [...people];
  await by.store.transaction(async (tx) => {
    for (const table of ['roster_entry', 'tier_key', 'tier_grant'])
      await tx.run({ text: `DELETE FROM ${table}`, values: [] });
    await appendRosterEntries(tx, people);
    for (const tier of tiers) {
      const at = { rosterN: rosterHead.n, createdAt: 1 };
      await insertTierRecord(tx, makeTierRecord(vaultId, tier, at, ghosts));
      for (const { staffId: holder, generation: of, receiveKey } of holdersOf(header, tier, sheet)) {
        const context = { vaultId, tier: tier.tier, epoch: 1, staffId: holder, generation: of } as const;
        await insertGrant(tx, context, grantTier(tier, receiveKey, context));
      }
    }
    await putSlotRows(tx, [recoveryRowOf(vaultId, recovery)]);
    const forSheet = await digestForSheet({ vaultId, recovery }, tx);
    const word = makeRosterEntry(
      vaultId,
      rosterHead,
      { kind: 'for-sheet', at: 1, ...forSheet },
      ghosts.slice(0, 1),
    );
    await appendRosterEntries(tx, [word]);
    entries.push(word);
  });
  const { mac: _mac, ...body } = header;
  const slots = body.slots.map((one) => (one.id === slot.id ? slot : one));
  return {
    header: sealHeader({ ...body, generation: body.generation + 1, slots, recovery }, by.deviceSecret),
    entries,
    sheet: secret,
  };
}

/** The three roots, two people who are nobody, and everybody who is there with their real keys. */
function rosterOf(
  header: Header,
  roots: {
    readonly adminSign: Uint8Array;
    readonly supervisorSign: Uint8Array;
    readonly recoverySign: Uint8Array;
  },
  [admin, supervisor]: readonly [Signer, Signer],
  sheet: SheetKeys,
): readonly NewRosterEntry[] {
  const add = { kind: 'add', at: 1, twoRoles: false } as const;
  const ghost = (id: Signer['id'], role: Role, signKey: Uint8Array): NewRosterEntry =>
    ({
      ...add,
      staffId: id,
      displayName: `Ghost ${role}`,
      role,
      generation: 1,
      receiveKey: toBase64(generateReceivePair().publicKey),
      signKey: toBase64(signKey),
    }) as NewRosterEntry;
  return [
    {
      kind: 'genesis',
      at: 1,
      admin: admin.id as never,
      supervisor: supervisor.id as never,
      adminSign: toBase64(roots.adminSign),
      supervisorSign: toBase64(roots.supervisorSign),
      recoverySign: toBase64(roots.recoverySign),
      recoveryReceive: toBase64(sheet.receive.publicKey),
      minFormat: HEADER_FORMAT,
    },
    ghost(admin.id, 'admin', roots.adminSign),
    ghost(supervisor.id, 'supervisor', roots.supervisorSign),
    ...header.slots.map((slot): NewRosterEntry => {
      const { staffId, displayName, role, generation, receiveKey, signKey } = slot;
      return { ...add, staffId, displayName, role, generation, receiveKey, signKey };
    }),
  ];
}

function chainOf(
  vaultId: string,
  drafts: readonly NewRosterEntry[],
  signers: readonly Signer[],
): readonly RosterEntry[] {
  const entries: RosterEntry[] = [];
  for (const draft of drafts)
    entries.push(
      makeRosterEntry(
        vaultId,
        entries.length === 0 ? EMPTY_HEAD : headAfter(entries.at(-1)!),
        draft,
        signers,
      ),
    );
  return entries;
}

const holdersOf = (header: Header, { tier }: TierPrivate, sheet: SheetKeys) => [
  ...header.slots
    .filter(({ role }) => (ROLE_TIERS[role] as readonly string[]).includes(tier))
    .map(({ staffId, generation, receiveKey }) => ({
      staffId,
      generation,
      receiveKey: bytesOfBase64(receiveKey),
    })),
  { staffId: RECOVERY, generation: 1, receiveKey: sheet.receive.publicKey } as const,
];

/** The keychain is theirs to write. */
function anchorWorld({ keychain }: VaultHarness, { header, entries }: World): void {
  const head = headAfter(entries.at(-1)!);
  keychain.anchors = keychain.anchors.map((copy) => {
    const read = copy === undefined ? undefined : decodeAnchor(copy);
    if (read === undefined) return copy;
    const rosterHead = { n: head.n, hash: bytesOfHex(head.hash) };
    return encodeAnchor(
      { ...read.state, headerGeneration: header.generation, header: digestOfHeader(header), rosterHead },
      read.counter,
    );
  });
}
