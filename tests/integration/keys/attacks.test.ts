import { beforeEach, describe, expect, it } from 'vitest';
import type { SealedTier } from '../../../contract/fields.ts';
import type { StaffId } from '../../../contract/ids.ts';
import { toBase64, utf8 } from '../../../main/vault/crypto/bytes.ts';
import { generateSignPair } from '../../../main/vault/crypto/ed25519.ts';
import { generateReceivePair } from '../../../main/vault/crypto/hpke.ts';
import { ARGON2_FLOOR } from '../../../main/vault/crypto/kdf.ts';
import {
  HEADER_FORMAT,
  type Header,
  type StaffSlot,
  sealHeader,
  slotDigest,
  writeHeader,
} from '../../../main/vault/keys/header.ts';
import { type Pins, createSlot } from '../../../main/vault/keys/slots.ts';
import { createLimiter } from '../../../main/vault/keys/limiter.ts';
import { type OpenedWithStoreKey, openSlot } from '../../support/open-slot.ts';
import { grantTier, insertGrant, openGrant } from '../../../main/vault/keys/grants.ts';
import { createLogSegment, openLogSegment } from '../../../main/vault/keys/log-segment.ts';
import { openStoredTier } from '../../support/open-stored-tier.ts';
import { deriveSheetKeys, parseSheet } from '../../../main/vault/keys/recovery-sheet.ts';
import {
  EMPTY_HEAD,
  type NewRosterEntry,
  RECOVERY,
  type RosterEntry,
  type Signer,
  appendRosterEntries,
  encodeSignatures,
  headAfter,
  makeRosterEntry,
  readRosterEntries,
} from '../../../main/vault/keys/roster.ts';
import { type SealBatch, createSealBatch, openSealed } from '../../../main/vault/keys/seal.ts';
import {
  type TierPrivate,
  createTierPrivate,
  insertTierRecord,
  makeTierRecord,
  tierPrivateOf,
} from '../../../main/vault/keys/tier-keys.ts';
import { putSlotRows, recoveryRowOf, slotRowOf, verifyStore } from '../../../main/vault/keys/verify-store.ts';
import { sql } from '../../../main/vault/store/sql.ts';
import type { Store, WritableStore } from '../../../main/vault/store/store.ts';
import type { Session } from '../../../main/vault/session/session.ts';
import { withSlots } from '../../../main/vault/session/with-slots.ts';
import { createTurns } from '../../../main/vault/long-work/turns.ts';
import { createAnchor } from '../../../main/vault/anchor/anchor.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { anchorStateForTest, createMemoryKeychain } from '../../support/memory-anchor.ts';
import { makeTempDir } from '../../support/temp-dir.ts';
import { type Desk, PINS, type Unlocked, failureOf, makeDesk } from './desk.ts';

/**
 * The attacker is a receptionist with a client of their own making: right PIN, device secret, folder. They write what they
 * like into store and header; the header's MAC is right, since they have its key. Each test ends with the sealed value.
 */
const PLACE = { personId: 1, field: 'idNumber', ordinal: 0 } as const;
const VALUE = 'the identity value';
let desk: Desk;
let batch: SealBatch;
let n: number;
let ciphertext: Uint8Array;

beforeEach(async () => {
  desk = await makeDesk(makeTempDir());
  await desk.unlock('supervisor', async ({ verified }) => {
    batch = createSealBatch({ vaultId: verified.keys.vaultId, ...verified.keys.tierKeys.identity });
    ({ n, ciphertext } = batch.seal(PLACE, VALUE));
  });
});

const tryKey = (key: TierPrivate): Promise<string> =>
  failureOf(() => openSealed(desk.header.vaultId, key, batch, { ...PLACE, n }, ciphertext));
const asReceptionist = <T>(work: (unlocked: Unlocked) => Promise<T>): Promise<T> =>
  desk.unlock('receptionist', work);
const plant = (work: (tx: WritableStore, unlocked: Unlocked) => Promise<unknown>): Promise<void> =>
  asReceptionist((unlocked) => unlocked.store.transaction(async (tx) => void (await work(tx, unlocked))));
const unlockFails = (role: 'receptionist' | 'supervisor' | 'admin', header = desk.header): Promise<string> =>
  failureOf(() => desk.unlock(role, async () => undefined, header));
const alarmsOf = (
  role: 'receptionist' | 'supervisor' | 'admin',
  header = desk.header,
): Promise<readonly string[]> => desk.unlock(role, async ({ verified }) => verified.alarms, header);
function reheader(change: (header: Header) => object): Header {
  const { mac: _mac, ...body } = desk.header;
  return sealHeader({ ...body, ...change(desk.header) }, desk.deviceSecret);
}
const slotOf = (role: string, header = desk.header): StaffSlot =>
  header.slots.find((slot) => slot.role === role)!;

describe('the harness', () => {
  it("opens the value with the supervisor's PIN", async () => {
    await desk.unlock('supervisor', async ({ opened, store, verified }) => {
      expect(await tryKey(await openStoredTier(store, opened, 1, 'identity', verified.keys))).toBe(
        'no failure',
      );
    });
  });
});

describe('a receptionist with every check taken out', () => {
  it('opens no grant of the identity tier, whoever it was made for and as whosever they open it', async () => {
    await asReceptionist(async ({ opened, store, verified }) => {
      const rows = await store.all<{ tier: SealedTier; staff_id: StaffId; sealed: Uint8Array }>(
        sql`SELECT tier, staff_id, sealed FROM tier_grant`,
      );
      expect(rows.filter((row) => row.tier === 'identity')).toHaveLength(2);
      let opens = 0;
      for (const row of rows)
        for (const tier of ['contact', 'identity'] as const)
          for (const staffId of [opened.staffId, row.staff_id]) {
            const key = openGrant(
              opened.receive,
              { vaultId: desk.header.vaultId, tier, epoch: 1, staffId, generation: 1 },
              row.sealed,
            );
            if (key === null) continue;
            opens++;
            expect([row.tier, row.staff_id]).toEqual(['contact', opened.staffId]);
            expect(await tryKey(key)).toBe('store-damaged/value');
            expect(await tryKey(tierPrivateOf(desk.header.vaultId, 'identity', 1, key.privateKey))).toBe(
              'store-damaged/value',
            );
          }
      expect(opens).toBe(2);
      for (const secret of [
        opened.receive.privateKey,
        opened.sign.privateKey,
        opened.storeKey,
        desk.deviceSecret,
      ]) {
        expect(await tryKey(tierPrivateOf(desk.header.vaultId, 'identity', 1, secret))).toBe(
          'store-damaged/value',
        );
      }
      expect(await failureOf(() => openStoredTier(store, opened, 1, 'identity', verified.keys))).toBe(
        'needs-supervisor',
      );
    });
  });

  it('gets nothing from a grant that is moved to their name', async () => {
    await plant((tx, { opened }) =>
      tx.run(
        sql`UPDATE tier_grant SET staff_id = ${opened.staffId} WHERE tier = 'identity' AND staff_id <> ${RECOVERY}`,
      ),
    );
    await asReceptionist(async ({ opened, store, verified }) => {
      expect(await failureOf(() => openStoredTier(store, opened, 1, 'identity', verified.keys))).toBe(
        'needs-supervisor',
      );
    });
  });

  it('gets nothing from a grant of their own making, which is refused besides', async () => {
    const own = createTierPrivate(desk.header.vaultId, 'identity', 1);
    await plant(async (tx, { opened }) => {
      const context = {
        vaultId: desk.header.vaultId,
        tier: 'identity',
        epoch: 1,
        staffId: opened.staffId,
        generation: 1,
      } as const;
      await insertGrant(tx, context, grantTier(own, opened.receive.publicKey, context));
    });
    await asReceptionist(async ({ opened, store, verified }) => {
      expect(await failureOf(() => openStoredTier(store, opened, 1, 'identity', verified.keys))).toBe(
        'store-mismatch/grant',
      );
    });
    expect(await tryKey(own)).toBe('store-damaged/value');
  });

  it('cannot give the supervisor a tier key of their making, by which match tags could be guessed', async () => {
    await plant(async (tx) => {
      const supervisor = slotOf('supervisor');
      const context = {
        vaultId: desk.header.vaultId,
        tier: 'identity',
        epoch: 1,
        staffId: supervisor.staffId,
        generation: 1,
      } as const;
      const sealed = grantTier(
        createTierPrivate(desk.header.vaultId, 'identity', 1),
        Uint8Array.from(Buffer.from(supervisor.receiveKey, 'base64')),
        context,
      );
      await tx.run(
        sql`UPDATE tier_grant SET sealed = ${sealed} WHERE tier = 'identity' AND staff_id = ${supervisor.staffId}`,
      );
    });
    await desk.unlock('supervisor', async ({ opened, store, verified }) => {
      expect(await failureOf(() => openStoredTier(store, opened, 1, 'identity', verified.keys))).toBe(
        'store-mismatch/grant',
      );
    });
  });

  it('gets nobody to seal to a tier key of their making', async () => {
    await plant(async (tx, { opened }) => {
      const signers: readonly Signer[] = [slotOf('admin'), slotOf('supervisor')].map((slot) => ({
        id: slot.staffId,
        privateKey: opened.sign.privateKey,
      }));
      await tx.run(sql`DELETE FROM tier_key WHERE tier = 'identity'`);
      await insertTierRecord(
        tx,
        makeTierRecord(
          desk.header.vaultId,
          createTierPrivate(desk.header.vaultId, 'identity', 1),
          { rosterN: 4, createdAt: 1 },
          signers,
        ),
      );
    });
    for (const role of ['receptionist', 'supervisor', 'admin'] as const)
      expect(await unlockFails(role)).toBe('store-mismatch/tier-key');
  });

  it('gets nobody to seal to the right key without its signatures', async () => {
    await plant((tx) =>
      tx.run(sql`UPDATE tier_key SET signatures = ${JSON.stringify({ rosterN: 4, by: '[]' })}`),
    );
    expect(await unlockFails('supervisor')).toBe('store-mismatch/tier-key');
  });

  it('becomes no supervisor by an entry in the roster', async () => {
    await plant(async (tx, { opened, verified }) => {
      const entry: NewRosterEntry = {
        kind: 'add',
        at: 2,
        staffId: opened.staffId,
        displayName: '前台',
        role: 'supervisor',
        generation: 2,
        twoRoles: false,
        receiveKey: toBase64(generateReceivePair().publicKey),
        signKey: toBase64(generateSignPair().publicKey),
      };
      await appendRosterEntries(tx, [
        makeRosterEntry(desk.header.vaultId, verified.roster.head, entry, [
          { id: opened.staffId, privateKey: opened.sign.privateKey },
        ]),
      ]);
    });
    for (const role of ['receptionist', 'supervisor', 'admin'] as const)
      expect(await unlockFails(role)).toBe('store-mismatch/roster');
  });

  it('becomes no supervisor by what the header says', async () => {
    const header = reheader(({ slots }) => ({
      slots: slots.map((slot) =>
        slot.role === 'receptionist' ? { ...slot, role: 'supervisor', displayName: '主管二' } : slot,
      ),
    }));
    const receptionist = header.slots.find((slot) => slot.displayName === '主管二')!;
    const opened = await openSlot({
      header,
      slot: receptionist,
      deviceSecret: desk.deviceSecret,
      pin: PINS.receptionist,
    });
    const store = await desk.openStore(opened.storeKey);
    const verified = await verifyStore({ header, opened, store });
    expect([verified.member.role, verified.alarms]).toEqual(['receptionist', ['slot-differs']]);
    await store.close();
  });
});

/** A whole vault of the attacker's own making inside the real one: roots, roster, tier keys, slot; only the values are real. */
interface ForgedWorld {
  readonly header: Header;
  readonly pins: Pins;
  readonly tiers: readonly TierPrivate[];
  readonly pin: string;
}

async function forgeWorld(as: 'receptionist' | 'supervisor'): Promise<ForgedWorld> {
  const { vaultId } = desk.header;
  const [admin, supervisor, sheet, receive] = [
    generateSignPair(),
    generateSignPair(),
    generateSignPair(),
    generateReceivePair(),
  ];
  const own = slotOf(as);
  const [adminId, supervisorId] = [
    slotOf('admin').staffId,
    as === 'supervisor' ? own.staffId : slotOf('supervisor').staffId,
  ];
  const founders: readonly Signer[] = [
    { id: adminId, privateKey: admin.privateKey },
    { id: supervisorId, privateKey: supervisor.privateKey },
  ];
  const sign = as === 'supervisor' ? supervisor : generateSignPair();
  const drafts: readonly NewRosterEntry[] = [
    {
      kind: 'genesis',
      at: 1,
      admin: adminId,
      supervisor: supervisorId,
      adminSign: toBase64(admin.publicKey),
      supervisorSign: toBase64(supervisor.publicKey),
      recoverySign: toBase64(sheet.publicKey),
      recoveryReceive: toBase64(receive.publicKey),
      minFormat: HEADER_FORMAT,
    },
    {
      kind: 'add',
      at: 1,
      staffId: own.staffId,
      displayName: own.displayName,
      role: as,
      generation: 1,
      twoRoles: false,
      receiveKey: toBase64(receive.publicKey),
      signKey: toBase64(sign.publicKey),
    },
  ];
  const roster: RosterEntry[] = [];
  for (const draft of drafts) {
    roster.push(
      makeRosterEntry(
        vaultId,
        roster.length === 0 ? EMPTY_HEAD : headAfter(roster.at(-1)!),
        draft,
        draft.kind === 'genesis' ? [...founders, { id: RECOVERY, privateKey: sheet.privateKey }] : founders,
      ),
    );
  }
  const [contact, identity] = [
    createTierPrivate(vaultId, 'contact', 1),
    createTierPrivate(vaultId, 'identity', 1),
  ];
  const pins: Pins = {
    roots: {
      adminSign: admin.publicKey,
      supervisorSign: supervisor.publicKey,
      recoverySign: sheet.publicKey,
    },
    signers: [],
    tierKeys: { contact, identity },
    rosterHead: headAfter(roster.at(-1)!),
  };
  const pin = 'a PIN of their own';
  const slot = await createSlot({
    vaultId,
    epoch: 1,
    slotId: own.id,
    staff: { staffId: own.staffId, displayName: own.displayName, role: as, generation: 1 },
    receive,
    sign,
    pins,
    pin,
    params: ARGON2_FLOOR,
    deviceSecret: desk.deviceSecret,
    storeKey: desk.prepared.storeKey,
    signer: founders[0]!,
  });
  const header = reheader(({ slots }) => ({
    slots: slots.map((other) => (other.id === own.id ? slot : other)),
  }));
  await plant(async (tx) => {
    for (const table of ['roster_entry', 'tier_key', 'key_slot'])
      await tx.run({ text: `DELETE FROM ${table}`, values: [] });
    await appendRosterEntries(tx, roster);
    for (const tier of [contact, identity]) {
      await insertTierRecord(tx, makeTierRecord(vaultId, tier, { rosterN: 2, createdAt: 1 }, founders));
      const context = { vaultId, tier: tier.tier, epoch: 1, staffId: own.staffId, generation: 1 } as const;
      await tx.run(sql`DELETE FROM tier_grant WHERE tier = ${tier.tier} AND staff_id = ${own.staffId}`);
      await insertGrant(tx, context, grantTier(tier, receive.publicKey, context));
    }
    await putSlotRows(tx, [
      ...header.slots.map((one) => slotRowOf(vaultId, one)),
      recoveryRowOf(vaultId, header.recovery),
    ]);
  });
  return { header, pins, tiers: [contact, identity], pin };
}

async function enter(
  world: ForgedWorld,
  role: 'receptionist' | 'supervisor',
): Promise<{ readonly opened: OpenedWithStoreKey; readonly store: Store }> {
  const opened = await openSlot({
    header: world.header,
    slot: slotOf(role, world.header),
    deviceSecret: desk.deviceSecret,
    pin: world.pin,
  });
  return { opened, store: await desk.openStore(opened.storeKey) };
}

describe('a receptionist who forges everything around the values', () => {
  it('may call themselves supervisor in a world of their own, where the real values stay shut', async () => {
    const world = await forgeWorld('supervisor');
    const { opened, store } = await enter(world, 'supervisor');
    const verified = await verifyStore({ header: world.header, opened, store });
    expect(verified.member.role).toBe('supervisor');
    const key = await openStoredTier(store, opened, 1, 'identity', verified.keys);
    expect(await tryKey(key)).toBe('store-damaged/value');
    await store.close();
  });

  it("is nobody who co-signs with a supervisor's slot of their own making in a session of the real vault", async () => {
    const { roster, keys, member } = await asReceptionist(async ({ verified }) => verified);
    const world = await forgeWorld('supervisor');
    const anchor = createAnchor({ state: anchorStateForTest(), counter: 0 }, createMemoryKeychain());
    const limiter = createLimiter({
      anchor,
      vaultDir: desk.dir,
      deviceSecret: desk.deviceSecret,
      clock: createFakeClock(),
    });
    let followed = 0;
    // Of a session only what proving a PIN reads.
    const session = {
      effects: {
        followKeys: async ({ header }: Pick<Session, 'header'>) => {
          followed += 1;
          return header;
        },
      },
      header: world.header,
      deviceSecret: desk.deviceSecret,
      signedIn: member,
      keys,
      roster,
      limiter,
      turns: createTurns(),
    } as unknown as Session;
    const prove = (pin: string, by = session): Promise<string> =>
      failureOf(() => withSlots(by, [{ slotId: slotOf('supervisor').id, pin }], async () => undefined));
    expect(await prove(world.pin)).toBe('store-mismatch/pins');
    // Nor has it their store key sealed to anybody.
    expect(followed).toBe(0);
    expect(await prove(PINS.supervisor, { ...session, header: desk.header })).toBe('no failure');
    expect(followed).toBe(1);
    await limiter.drain();
  });

  it("is found out by everybody else's slot", async () => {
    const world = await forgeWorld('receptionist');
    for (const role of ['supervisor', 'admin'] as const)
      expect(await unlockFails(role, world.header)).toBe('store-mismatch/roster');
  });

  it("gets no supervisor's grant or tag into a session that seals to their keys", async () => {
    const supervisor = await desk.open('supervisor');
    const world = await forgeWorld('receptionist');
    const { opened, store } = await enter(world, 'receptionist');
    const verified = await verifyStore({ header: world.header, opened, store });
    expect(verified.keys.tierKeys.identity.publicKey).toEqual(world.tiers[1]!.publicKey);
    for (const tier of ['contact', 'identity'] as const) {
      expect(await failureOf(() => openStoredTier(store, supervisor, 1, tier, verified.keys))).toBe(
        'store-mismatch/pins',
      );
    }
    await store.close();
  });
});

describe('what differs is seen', () => {
  it('a slot that the store does not know never opens', async () => {
    const receptionist = slotOf('receptionist');
    await plant((tx) => tx.run(sql`DELETE FROM key_slot WHERE slot_id = ${receptionist.id}`));
    expect(await unlockFails('receptionist')).toBe('store-mismatch/slot');
    expect(await alarmsOf('supervisor')).toEqual(['slot-differs']);
  });

  it('a slot with other keys than the store has', async () => {
    await plant((tx) =>
      tx.run(sql`UPDATE key_slot SET digest = ${new Uint8Array(32)} WHERE slot_id = ${slotOf('admin').id}`),
    );
    expect(await unlockFails('admin')).toBe('store-mismatch/slot');
    expect(await alarmsOf('supervisor')).toEqual(['slot-differs']);
  });

  it('a slot that the header has no more, or the store too many', async () => {
    const without = reheader(({ slots }) => ({ slots: slots.filter((slot) => slot.role !== 'admin') }));
    expect(await alarmsOf('supervisor', without)).toEqual(['slot-differs']);
    await plant((tx) =>
      tx.run(
        sql`INSERT INTO key_slot (slot_id, generation, staff_id, state, digest) VALUES ('x', 1, 'x', 'current', ${new Uint8Array(32)})`,
      ),
    );
    expect(await alarmsOf('supervisor')).toEqual(['slot-differs']);
  });

  it("a row that is written beside a slot's own", async () => {
    await plant((tx) =>
      tx.run(
        sql`INSERT INTO key_slot (slot_id, generation, staff_id, state, digest) VALUES (${slotOf('admin').id}, 2, 'x', 'pending', ${new Uint8Array(32)})`,
      ),
    );
    expect(await alarmsOf('supervisor')).toEqual(['slot-differs']);
  });

  it("a recovery key put in by somebody else; what is sealed for the sheet stays the sheet's", async () => {
    const thief = generateReceivePair();
    const header = reheader(({ recovery }) => ({
      recovery: { ...recovery, receiveKey: toBase64(thief.publicKey) },
    }));
    await plant((tx) =>
      tx.run(
        sql`UPDATE key_slot SET digest = ${slotDigest(header.vaultId, RECOVERY, header.recovery)} WHERE slot_id = ${RECOVERY}`,
      ),
    );
    await desk.unlock(
      'supervisor',
      async ({ verified }) => {
        expect(verified.alarms).toEqual(['slot-differs', 'sheet-differs']);
        const { firstKey, sealFor } = createLogSegment(verified.roster);
        const sealed = sealFor(2);
        const sheet = deriveSheetKeys(parseSheet(desk.prepared.sheet.flat().join('')));
        expect(openLogSegment(header.vaultId, 2, thief, sealed)).toBeNull();
        expect(openLogSegment(header.vaultId, 2, sheet.receive, sealed)).toEqual(firstKey);
      },
      header,
    );
  });

  it("an epoch that is not the header's, and another vault's store", async () => {
    await plant((tx) => tx.run(sql`UPDATE meta SET value = ${utf8('2')} WHERE key = 'epoch'`));
    expect(await alarmsOf('supervisor')).toEqual(['epoch-differs']);
    await plant((tx) => tx.run(sql`UPDATE meta SET value = ${utf8('f'.repeat(32))} WHERE key = 'vault-id'`));
    expect(await unlockFails('supervisor')).toBe('store-mismatch/vault');
  });

  it('a roster cut short: its last person has left it, the others see that it is not the one they knew', async () => {
    await plant((tx) => tx.run(sql`DELETE FROM roster_entry WHERE n >= 4`));
    expect(await unlockFails('receptionist')).toBe('store-mismatch/member');
    expect(await alarmsOf('supervisor')).toContain('roster-differs');
  });

  it('a roster with a signature spoilt', async () => {
    await plant(async (tx) => {
      const entry = (await readRosterEntries(tx))[2]!;
      const signatures = encodeSignatures(
        entry.signatures.map(({ signer, sig }) => ({ signer, sig: sig.with(0, sig[0]! ^ 1) })),
      );
      await tx.run(sql`UPDATE roster_entry SET signatures = ${signatures} WHERE n = 3`);
    });
    expect(await unlockFails('supervisor')).toBe('store-mismatch/roster');
  });

  it('a header written anew with a right MAC is read, and still opens to right PINs only', async () => {
    const header = reheader(({ generation }) => ({ generation: generation + 1 }));
    await writeHeader(desk.dir, header);
    expect(await desk.read()).toEqual(header);
    expect(
      await failureOf(() =>
        openSlot({
          header,
          slot: slotOf('supervisor', header),
          deviceSecret: desk.deviceSecret,
          pin: PINS.receptionist,
        }),
      ),
    ).toBe('wrong-pin');
  });
});
