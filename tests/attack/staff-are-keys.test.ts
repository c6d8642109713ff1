/**
 * Clients with every check taken out, in the hands of an admin, of a supervisor and of somebody who has left: they have their PIN, the
 * device secret and every file, and write what they like. What the roster's signatures and the grants do not give, they do not get.
 */
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { ROLE_TIERS, type Role } from '../../contract/fields.ts';
import type { PersonId, SlotId } from '../../contract/ids.ts';
import { toBase64 } from '../../main/vault/crypto/bytes.ts';
import { generateSignPair } from '../../main/vault/crypto/ed25519.ts';
import { generateReceivePair } from '../../main/vault/crypto/hpke.ts';
import { ARGON2_FLOOR } from '../../main/vault/crypto/kdf.ts';
import {
  type Header,
  type StaffSlot,
  osUserHash,
  readHeader,
  sealHeader,
  writeHeader,
} from '../../main/vault/keys/header.ts';
import { createSlot, newSlotId, newStaffId } from '../../main/vault/keys/slots.ts';
import { grantTier, insertGrant } from '../../main/vault/keys/grants.ts';
import {
  type NewRosterEntry,
  type RosterEntry,
  type Signer,
  appendRosterEntries,
  headAfter,
  makeRosterEntry,
  readRosterEntries,
  verifyRoster,
} from '../../main/vault/keys/roster.ts';
import { createTierPrivate } from '../../main/vault/keys/tier-keys.ts';
import { putSlotRows, slotRowOf } from '../../main/vault/keys/verify-store.ts';
import { chooseEngine } from '../../main/vault/store/engine/choose-engine.ts';
import { openStore } from '../../main/vault/store/open-store.ts';
import type { Store, WritableStore } from '../../main/vault/store/store.ts';
import { anchorHeaderOf } from '../support/anchor-header.ts';
import { type OpenedWithStoreKey, openSlot } from '../support/open-slot.ts';
import { draftOf } from '../support/people-drafts.ts';
import { NEWCOMER_PINS, type StaffDriver, driveStaff, sheetOf } from '../support/staff-desk.ts';
import { PINS, type VaultHarness, createHarness } from '../support/vault-harness.ts';

interface Loot {
  readonly header: Header;
  readonly deviceSecret: Uint8Array;
  readonly slot: OpenedWithStoreKey;
  readonly store: Store;
}

let desk: VaultHarness;
let staff: StaffDriver;
let personId: PersonId;
let lines: string[][];

beforeEach(async () => {
  desk = await createHarness();
  staff = driveStaff(desk);
  lines = await desk.setUp();
  await desk.unlock('supervisor');
  ({ personId } = await desk.addPerson(draftOf(5)));
});

/** What somebody holds who has a PIN and everything that lies about. The vault is closed meanwhile. */
async function breakIn<T>(name: string, pin: string, work: (loot: Loot) => Promise<T>): Promise<T> {
  await desk.vault.close();
  const { deviceSecrets } = desk.keychain;
  const header = (await readHeader({ vaultDir: desk.vaultDir, deviceSecrets, osUserHash: osUserHash() }))!;
  const deviceSecret = deviceSecrets[header.deviceSecretId]!;
  const slot = await openSlot({
    header,
    slot: header.slots.find(({ displayName }) => displayName === name)!,
    deviceSecret,
    pin,
  });
  const store = await openStore({
    path: join(desk.vaultDir, header.storeFile),
    key: slot.storeKey,
    create: false,
    engine: chooseEngine('auto'),
  });
  try {
    return await work({ header, deviceSecret, slot, store });
  } finally {
    await store.close();
    await desk.start();
  }
}

const signerOf = ({ slot }: Loot): Signer => ({ id: slot.staffId, privateKey: slot.sign.privateKey });
const entryBehind = async (
  { header, store }: Loot,
  entry: NewRosterEntry,
  signers: readonly Signer[],
): Promise<RosterEntry> =>
  makeRosterEntry(header.vaultId, headAfter((await readRosterEntries(store)).at(-1)!), entry, signers);
const verifyWith = async ({ header, store, slot }: Loot, entry: RosterEntry) =>
  verifyRoster(header.vaultId, [...(await readRosterEntries(store)), entry], slot.pins.roots, 0);

const newPerson = (role: Role) => {
  const [receive, sign] = [generateReceivePair(), generateSignPair()];
  const staffId = newStaffId();
  const entry: NewRosterEntry = {
    kind: 'add',
    at: 2,
    staffId,
    displayName: 'Planted',
    role,
    generation: 1,
    twoRoles: false,
    receiveKey: toBase64(receive.publicKey),
    signKey: toBase64(sign.publicKey),
  };
  return { staffId, receive, sign, entry, role };
};

/** A slot of their own making, with the real store key and the own signature on it. */
const slotFor = (
  loot: Loot,
  { staffId, receive, sign, role }: ReturnType<typeof newPerson>,
): Promise<StaffSlot> =>
  createSlot({
    vaultId: loot.header.vaultId,
    epoch: loot.header.epoch,
    slotId: newSlotId(),
    staff: { staffId, displayName: 'Planted', role, generation: 1 },
    receive,
    sign,
    pins: loot.slot.pins,
    pin: NEWCOMER_PINS[role],
    params: ARGON2_FLOOR,
    deviceSecret: loot.deviceSecret,
    storeKey: loot.slot.storeKey,
    signer: signerOf(loot),
  });

async function writeSlots({ header, deviceSecret }: Loot, slots: readonly StaffSlot[]): Promise<void> {
  const { mac: _mac, ...body } = header;
  const written = sealHeader({ ...body, generation: body.generation + 1, slots: [...slots] }, deviceSecret);
  await writeHeader(desk.vaultDir, written);
  anchorHeaderOf(desk, written);
}

const signIn = (slotId: SlotId, pin: string): Promise<string> =>
  desk.codeOf('session.unlock', { slotId, pin });
const reveal = (field: 'phone' | 'idNumber', pin: string): Promise<string> =>
  desk.codeOf('people.reveal', { personId, field, ordinal: 0, why: { reason: 'repair' }, pin });

describe("an admin's client without checks", () => {
  it('makes no supervisor and no admin alone: the roster takes neither, and nobody signs in over one', async () => {
    for (const role of ['supervisor', 'admin'] as const) {
      await breakIn('Admin One', PINS.admin, async (loot) => {
        const entry = await entryBehind(loot, newPerson(role).entry, [signerOf(loot)]);
        await expect(verifyWith(loot, entry)).rejects.toMatchObject({ code: 'store-mismatch' });
      });
    }
    await breakIn('Admin One', PINS.admin, async (loot) => {
      const entry = await entryBehind(loot, newPerson('supervisor').entry, [signerOf(loot)]);
      await loot.store.transaction((tx) => appendRosterEntries(tx, [entry]));
    });
    for (const role of ['admin', 'supervisor', 'receptionist'] as const)
      expect(await desk.codeOf('session.unlock', await desk.proofOf(role))).toBe('store-mismatch');
  });

  it('signs in no other name, so that a supervisor under an own signature makes no supervisor', async () => {
    await breakIn('Admin One', PINS.admin, async (loot) => {
      const { staffId } = loot.header.slots.find(({ displayName }) => displayName === 'Super One')!;
      const forged: Signer = { ...signerOf(loot), id: staffId };
      const entry = await entryBehind(loot, newPerson('supervisor').entry, [signerOf(loot), forged]);
      await expect(verifyWith(loot, entry)).rejects.toMatchObject({ code: 'store-mismatch' });
    });
  });

  it('makes no supervisor of somebody who is there, and retires no root but through another root', async () => {
    await breakIn('Admin One', PINS.admin, async (loot) => {
      const desk1 = loot.header.slots.find(({ displayName }) => displayName === 'Desk One')!;
      const { entry } = newPerson('supervisor');
      const promotion = {
        ...entry,
        staffId: desk1.staffId,
        displayName: 'Desk One',
        generation: 2,
      } as NewRosterEntry;
      await expect(
        verifyWith(loot, await entryBehind(loot, promotion, [signerOf(loot)])),
      ).rejects.toMatchObject({ code: 'store-mismatch' });
      await expect(
        verifyWith(
          loot,
          await entryBehind(loot, { kind: 'retire-root', at: 2, root: 'admin' }, [signerOf(loot)]),
        ),
      ).rejects.toMatchObject({ code: 'store-mismatch' });
    });
  });

  it('lets a receptionist in alone, who opens nothing that is sealed: no grant comes from who holds none', async () => {
    const planted = newPerson('receptionist');
    const slotId = await breakIn('Admin One', PINS.admin, async (loot) => {
      const slot = await slotFor(loot, planted);
      const entry = await entryBehind(loot, planted.entry, [signerOf(loot)]);
      const own = createTierPrivate(loot.header.vaultId, 'contact', 1);
      await loot.store.transaction(async (tx: WritableStore) => {
        await appendRosterEntries(tx, [entry]);
        await putSlotRows(tx, [slotRowOf(loot.header.vaultId, slot)]);
        // A grant of a tier key that they have made themselves: there is none other to give.
        const context = {
          vaultId: loot.header.vaultId,
          tier: 'contact',
          epoch: 1,
          staffId: planted.staffId,
          generation: 1,
        } as const;
        await insertGrant(tx, context, grantTier(own, planted.receive.publicKey, context));
      });
      await writeSlots(loot, [...loot.header.slots, slot]);
      return slot.id;
    });
    expect(await signIn(slotId, NEWCOMER_PINS.receptionist)).toBe('ok');
    expect([
      await reveal('phone', NEWCOMER_PINS.receptionist),
      await reveal('idNumber', NEWCOMER_PINS.receptionist),
    ]).toEqual(['store-mismatch', 'needs-supervisor']);
  });

  it('holds no grant that it could give on', async () => {
    await breakIn('Admin One', PINS.admin, async ({ store, slot }) => {
      const grants = await store.all<{ readonly staff_id: string }>({
        text: 'SELECT staff_id FROM tier_grant',
        values: [],
      });
      expect(grants.map(({ staff_id }) => staff_id)).not.toContain(slot.staffId);
      expect(ROLE_TIERS.admin).toEqual([]);
    });
  });
});

describe("a supervisor's client without checks", () => {
  it('adds, renames and removes nobody', async () => {
    await breakIn('Super One', PINS.supervisor, async (loot) => {
      const { staffId } = loot.header.slots.find(({ displayName }) => displayName === 'Desk One')!;
      const tries: readonly NewRosterEntry[] = [
        newPerson('receptionist').entry,
        newPerson('supervisor').entry,
        newPerson('admin').entry,
        { kind: 'rename', at: 2, staffId, displayName: 'Mine' },
        { kind: 'remove', at: 2, staffId },
      ];
      for (const entry of tries)
        await expect(
          verifyWith(loot, await entryBehind(loot, entry, [signerOf(loot)])),
          entry.kind,
        ).rejects.toMatchObject({ code: 'store-mismatch' });
    });
  });
});

describe('somebody who has left', () => {
  interface Kept {
    readonly slot: StaffSlot;
    readonly rows: readonly unknown[];
    readonly grants: readonly Readonly<Record<string, unknown>>[];
    readonly roster: readonly RosterEntry[];
  }

  /** What somebody keeps of themselves who will leave. */
  const keep = (name: string, pin: string): Promise<Kept> =>
    breakIn(name, pin, async ({ header, store, slot }) => ({
      slot: header.slots.find(({ displayName }) => displayName === name)!,
      rows: await store.all({ text: 'SELECT * FROM key_slot WHERE staff_id = ?', values: [slot.staffId] }),
      grants: await store.all<Readonly<Record<string, string | number | Uint8Array>>>({
        text: 'SELECT * FROM tier_grant WHERE staff_id = ?',
        values: [slot.staffId],
      }),
      roster: await readRosterEntries(store),
    }));

  /** Their slot, its row and their grants, in their places; written with an accomplice's store key. */
  const putBack = (kept: Kept): Promise<void> =>
    breakIn('Desk Two', NEWCOMER_PINS.receptionist, async (loot) => {
      await loot.store.transaction(async (tx) => {
        await putSlotRows(tx, [slotRowOf(loot.header.vaultId, kept.slot)]);
        for (const { tier, epoch, staff_id, generation, sealed } of kept.grants) {
          await tx.run({
            text: 'INSERT INTO tier_grant (tier, epoch, staff_id, generation, sealed) VALUES (?, ?, ?, ?, ?)',
            values: [tier, epoch, staff_id, generation, sealed] as never,
          });
        }
      });
      await writeSlots(loot, [...loot.header.slots, kept.slot]);
    });

  beforeEach(async () => {
    await desk.switchTo('admin');
    expect(await staff.add('receptionist', 'Desk Two')).toBe('ok');
    expect(await staff.add('supervisor', 'Super Two')).toBe('ok');
  });

  it.each([
    ['a receptionist', 'Desk One', PINS.receptionist],
    ['a root', 'Super One', PINS.supervisor],
  ] as const)('gains nothing by slot and grants put back: %s', async (_who, name, pin) => {
    const kept = await keep(name, pin);
    await desk.unlock('admin');
    expect(await staff.remove(name)).toBe('ok');
    await putBack(kept);
    expect(await signIn(kept.slot.id, pin)).toBe('store-mismatch');
    // Everybody else sees it, and no one but a supervisor comes in.
    expect(await signIn(await staff.slotNamed('Desk Two'), NEWCOMER_PINS.receptionist)).toBe(
      'store-mismatch',
    );
    const { alarms } = await desk.call('session.unlock', {
      slotId: await staff.slotNamed('Super Two'),
      pin: NEWCOMER_PINS.supervisor,
    });
    expect(alarms).toContain('slot-differs');
    // Acknowledged all the same, nothing is ever sealed to them: what is sealed anew refuses their slot.
    await desk.call('session.acknowledge', { words: 'looked into', pin: NEWCOMER_PINS.supervisor });
    expect(await signInAfterLock(kept.slot.id, pin)).toBe('store-mismatch');
  });

  it('gains nothing by a roster from before they left: those who have seen a later one refuse or raise an alarm', async () => {
    const kept = await keep('Desk One', PINS.receptionist);
    await desk.unlock('admin');
    expect(await staff.remove('Desk One')).toBe('ok');
    await putBack(kept);
    await breakIn('Desk Two', NEWCOMER_PINS.receptionist, ({ store }) =>
      store.transaction(async (tx) => {
        await tx.run({ text: 'DELETE FROM roster_entry', values: [] });
        await appendRosterEntries(tx, kept.roster);
      }),
    );
    expect(await signIn(kept.slot.id, PINS.receptionist)).toBe('store-mismatch');
    const { alarms } = await desk.call('session.unlock', {
      slotId: await staff.slotNamed('Super Two'),
      pin: NEWCOMER_PINS.supervisor,
    });
    expect(alarms).toContain('roster-differs');
  });

  it('is not let in again by their own entry, signed again by an admin alone or put behind the others', async () => {
    const kept = await keep('Desk One', PINS.receptionist);
    await desk.unlock('admin');
    expect(await staff.remove('Desk One')).toBe('ok');
    await breakIn('Admin One', PINS.admin, async (loot) => {
      const { slot } = kept;
      const again: NewRosterEntry = {
        kind: 'add',
        at: 3,
        staffId: slot.staffId,
        displayName: 'Desk One',
        role: 'receptionist',
        generation: 2,
        twoRoles: false,
        receiveKey: slot.receiveKey,
        signKey: slot.signKey,
      };
      for (const entry of [
        again,
        { ...again, generation: 1 } as NewRosterEntry,
        { ...again, staffId: newStaffId(), generation: 1 } as NewRosterEntry,
      ]) {
        await expect(
          verifyWith(loot, await entryBehind(loot, entry, [signerOf(loot)])),
        ).rejects.toMatchObject({ code: 'store-mismatch' });
      }
      await expect(verifyWith(loot, kept.roster[3]!)).rejects.toMatchObject({ code: 'store-mismatch' });
    });
  });

  it('who was an admin: a store key that they seal later is taken by nobody without an alarm', async () => {
    await desk.switchTo('admin');
    expect(await staff.add('admin', 'Admin Two', sheetOf(lines))).toBe('ok');
    await staff.unlocked('Admin Two', NEWCOMER_PINS.admin);
    const { staffId } = await staff.named('Admin One');
    const kept = await breakIn('Admin One', PINS.admin, async (loot) => ({
      signer: { id: loot.slot.staffId, privateKey: loot.slot.sign.privateKey.slice() },
      header: loot.header,
    }));
    await staff.unlocked('Admin Two', NEWCOMER_PINS.admin);
    await desk.answers('ok', 'staff.remove', {
      staffId,
      pin: NEWCOMER_PINS.admin,
      second: await desk.proofOf('supervisor'),
    });
    // The old header's sealed store keys, all signed by who has left, in the place of those that were sealed anew.
    await breakIn('Desk Two', NEWCOMER_PINS.receptionist, async (loot) => {
      const old = (id: SlotId) => kept.header.slots.find((slot) => slot.id === id)!;
      await writeSlots(
        loot,
        loot.header.slots.map((slot) => ({
          ...slot,
          sealedStoreKey: old(slot.id).sealedStoreKey,
          signature: old(slot.id).signature,
        })),
      );
    });
    expect(await signIn(await staff.slotNamed('Desk One'), PINS.receptionist)).toBe('store-mismatch');
    const { alarms } = await desk.call('session.unlock', {
      slotId: await staff.slotNamed('Super One'),
      pin: PINS.supervisor,
    });
    expect(alarms).toContain('slot-differs');
  });
});

async function signInAfterLock(slotId: SlotId, pin: string): Promise<string> {
  await desk.lock();
  return signIn(slotId, pin);
}
