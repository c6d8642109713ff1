/** The ceremony after a theft in a whole vault: what a copy from before opens afterwards, who may do it, in which order, and that it goes on after a kill. */
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { THEFT_STEPS, type TheftStep } from '../../../contract/key-management/lists.ts';
import { bytesOfBase64 } from '../../../main/vault/crypto/bytes.ts';
import { openFrom } from '../../../main/vault/crypto/hpke.ts';
import { bind } from '../../../main/vault/crypto/bind.ts';
import {
  type Header,
  type StaffSlot,
  bodyOf,
  osUserHash,
  readHeader,
  sealHeader,
  writeHeader,
} from '../../../main/vault/keys/header.ts';
import { openStretched, rewrapSlot, sealStoreKey, stretchPin } from '../../../main/vault/keys/slots.ts';
import { makeRosterEntry, readRosterEntries, verifyRoster } from '../../../main/vault/keys/roster.ts';
import { putSlotRows, removeSlotRows, slotRowOf } from '../../../main/vault/keys/verify-store.ts';
import { sql } from '../../../main/vault/store/sql.ts';
import { chooseFolder, makeOne, readCurrentHeader } from '../../support/backup-desk.ts';
import { FEATURE_ENGINES } from '../../support/engines.ts';
import { ChildVault } from '../../support/child-vault.ts';
import { type OpenedWithStoreKey, openSlot } from '../../support/open-slot.ts';
import { draftOf, idNumberOf, phoneOf } from '../../support/people-drafts.ts';
import { recover, RECOVERY_PINS } from '../../support/recover.ts';
import { type BrokenIn, breakIn, openAllWith, openGrants, readGrants } from '../../support/sealed-values.ts';
import { type StaffDriver, driveStaff, sheetOf } from '../../support/staff-desk.ts';
import { makeTempDir } from '../../support/temp-dir.ts';
import {
  AWAY,
  AWAY_PINS,
  RENEWED_PINS,
  THEFT_REQUESTS,
  type TheftDesk,
  openTheftDesk,
} from '../../support/theft-desk.ts';
import { PINS, type VaultHarness, createHarness } from '../../support/vault-harness.ts';
import { WHY, newcomerOf, revealOf } from '../../support/requests-of.ts';

const ROLES = ['receptionist', 'supervisor', 'admin'] as const;

/** Folder and keychain as a thief has copied them, opened with every PIN that was right then. */
interface Loot {
  readonly header: Header;
  readonly deviceSecrets: Readonly<Record<string, Uint8Array>>;
  readonly folder: string;
  readonly opened: readonly OpenedWithStoreKey[];
}

describe.each(FEATURE_ENGINES)('after a theft on $name', (engine) => {
  let desk: VaultHarness;
  let theft: TheftDesk;
  beforeEach(async () => {
    desk = await createHarness({ engine: engine.name });
    theft = await openTheftDesk(desk, draftOf(7));
  });

  const left = async (): Promise<readonly TheftStep[]> => (await desk.call('theft.read', {})).left;
  const send = async (until: TheftStep | 'all'): Promise<void> => {
    for (const request of THEFT_REQUESTS) {
      if (request.step === until) return;
      await request.send(desk, theft);
    }
  };
  const both = () => ({
    pin: theft.pins.admin,
    cosigner: { slotId: theft.slots.supervisor, pin: theft.pins.supervisor },
  });
  const signIn = async (role: (typeof ROLES)[number], pin = theft.pins[role]): Promise<string> => {
    await desk.lock();
    return desk.codeOf('session.unlock', { slotId: theft.slots[role], pin });
  };
  const readNow = async (): Promise<Header> =>
    (await readHeader({
      vaultDir: desk.vaultDir,
      deviceSecrets: desk.keychain.deviceSecrets,
      osUserHash: osUserHash(),
    }))!;

  async function steal(): Promise<Loot> {
    await desk.lock();
    const folder = makeTempDir();
    await cp(desk.vaultDir, folder, { recursive: true });
    const { deviceSecrets } = desk.keychain.snapshot();
    const header = (await readHeader({ vaultDir: folder, deviceSecrets, osUserHash: osUserHash() }))!;
    const pinOf = ({ displayName, role }: StaffSlot): string =>
      displayName === AWAY.receptionist || displayName === AWAY.supervisor ? AWAY_PINS[role] : PINS[role];
    const opened = [];
    for (const slot of header.slots)
      opened.push(
        await openSlot({
          header,
          slot,
          deviceSecret: deviceSecrets[header.deviceSecretId]!,
          pin: pinOf(slot),
        }),
      );
    await desk.call('session.unlock', { slotId: theft.slots.admin, pin: theft.pins.admin });
    return { header, deviceSecrets, folder, opened };
  }

  it('goes through six steps in their order, says what is left, tells everybody, and stands in the record', async () => {
    expect(await desk.call('theft.read', {})).toMatchObject({ begun: null, left: [...THEFT_STEPS] });
    const seen: (readonly TheftStep[])[] = [];
    for (const request of THEFT_REQUESTS) {
      await request.send(desk, theft);
      seen.push(await left());
      const isOver = request.step === 'end';
      expect((await desk.call('keys.due', {})).theft, request.what).toBe(isOver ? null : seen.at(-1)!.length);
      expect((await desk.call('keys.list', {})).theft.left, request.what).toBe(
        isOver ? null : seen.at(-1)!.length,
      );
    }
    const from = (step: TheftStep): readonly TheftStep[] => THEFT_STEPS.slice(THEFT_STEPS.indexOf(step));
    expect(seen).toEqual([
      ...Array.from({ length: 5 }, () => from('people')),
      from('tier-keys'),
      from('store-key'),
      from('device-secret'),
      from('end'),
      [...THEFT_STEPS],
    ]);
    const {
      theft: { history },
    } = await desk.call('keys.list', {});
    expect(history).toMatchObject([
      { staffName: 'Admin One', cosignerName: 'Super One', end: 'done', code: null },
    ]);
    const entries = (await desk.call('log.list', { before: null, limit: 100 })).entries.filter(
      ({ field }) => field === 'theft',
    );
    expect(entries.map(({ action, cosignerName }) => [action, cosignerName])).toEqual([
      ['rotation', null],
      ['rotation-begun', 'Super One'],
    ]);
    expect(entries[0]?.detail).toEqual({ key: 'theft', end: 'made', renewed: 3, shutOut: 2 });
    expect(await desk.call('log.verify', {})).toMatchObject({ ok: true });
    expect((await desk.call('keys.due', {})).keys).toEqual([]);
  });

  it('everybody who was there comes in with the new PIN and opens what they opened before; no old PIN opens anything, and who was away has no way in', async () => {
    await send('all');
    for (const role of ROLES) {
      expect(await signIn(role, PINS[role]), role).toBe('wrong-pin');
      expect(await signIn(role), role).toBe('ok');
    }
    await signIn('supervisor');
    expect(
      await desk.call('people.reveal', revealOf(theft.personId, 'idNumber', theft.pins.supervisor, WHY)),
    ).toMatchObject({ value: idNumberOf(7) });
    await signIn('receptionist');
    expect(
      await desk.call('people.reveal', revealOf(theft.personId, 'phone', theft.pins.receptionist, WHY)),
    ).toMatchObject({ value: phoneOf(7) });
    expect((await desk.people()).map(({ displayName }) => displayName).sort()).toEqual([
      'Admin One',
      'Desk One',
      'Super One',
    ]);
  });

  it('a copy of folder and keychain from before, with every PIN of then, opens nothing of the current store', async () => {
    const loot = await steal();
    expect(loot.opened).toHaveLength(5);
    await send('all');
    await desk.lock();
    const header = await readNow();
    // The keychain's device secret is no longer the one that was copied, nor is it there any more.
    expect(Object.keys(desk.keychain.deviceSecrets)).toEqual([header.deviceSecretId]);
    expect(Object.keys(loot.deviceSecrets)).not.toContain(header.deviceSecretId);
    await expect(
      readHeader({ vaultDir: desk.vaultDir, deviceSecrets: loot.deviceSecrets, osUserHash: osUserHash() }),
    ).rejects.toMatchObject({ code: 'wrong-computer' });
    const sealed = [
      ...header.slots.map((slot) => [slot.id as string, slot.sealedStoreKey] as const),
      ['recovery', header.recovery.sealedStoreKey] as const,
    ];
    for (const own of loot.opened) {
      await expect(
        engine.open({ path: join(desk.vaultDir, header.storeFile), key: own.storeKey, create: false }),
      ).rejects.toMatchObject({ code: 'store-wrong-key' });
      for (const [id, key] of sealed)
        expect(
          openFrom(
            own.receive,
            bind('store-key', header.vaultId, header.epoch, id),
            new Uint8Array(),
            bytesOfBase64(key),
          ),
        ).toBeNull();
    }
    // And if somebody of today gave them the open store: no grant in it is theirs, and no tier key of then opens a value.
    const inside = await breakIn(desk, 'admin', { engine: engine.name, pin: theft.pins.admin });
    const before = await engine.open({
      path: join(loot.folder, loot.header.storeFile),
      key: loot.opened[0]!.storeKey,
      create: false,
    });
    const grants = [...(await readGrants(inside.store)), ...(await readGrants(before))];
    const keys = loot.opened.flatMap((slot) => openGrants({ header: loot.header, slot }, grants));
    expect(keys.length).toBeGreaterThan(0);
    expect(
      loot.opened.flatMap((slot) =>
        openGrants(
          { header, slot },
          grants.filter(({ epoch }) => epoch > 1),
        ),
      ),
    ).toEqual([]);
    expect(await openAllWith(header.vaultId, inside.store, keys)).toEqual(new Map());
    expect((await openAllWith(header.vaultId, before, keys)).size).toBeGreaterThan(0);
    await before.close();
    await inside.close();
    for (const own of loot.opened) own.dispose();
  });

  it("somebody who was away gains nothing by their old slot, put back with its row and its grants, nor by their old key's signature", async () => {
    const loot = await steal();
    await send('all');
    await desk.lock();
    const header = await readNow();
    const own = loot.opened.find(({ staffId }) => staffId === theft.staffIds['away-supervisor'])!;
    const inside = await breakIn(desk, 'admin', { engine: engine.name, pin: theft.pins.admin });
    const roster = verifyRoster(
      header.vaultId,
      await readRosterEntries(inside.store),
      inside.slot.pins.roots,
      0,
    );
    expect(roster.members.get(own.staffId)).toMatchObject({ suspended: true });
    expect((await readGrants(inside.store)).filter(({ staff_id: holder }) => holder === own.staffId)).toEqual(
      [],
    );
    expect(await inside.store.all(sql`SELECT slot_id FROM key_slot WHERE staff_id = ${own.staffId}`)).toEqual(
      [],
    );
    await expectNoWayBack(inside, own, loot);
    const signer = { id: own.staffId, privateKey: own.sign.privateKey };
    const entry = makeRosterEntry(
      header.vaultId,
      roster.head,
      { kind: 'rename', at: 1, staffId: own.staffId, displayName: 'Somebody' },
      [{ id: inside.slot.staffId, privateKey: inside.slot.sign.privateKey }, signer],
    );
    const entries = await readRosterEntries(inside.store);
    expect(() => verifyRoster(header.vaultId, [...entries, entry], inside.slot.pins.roots, 0)).toThrow(
      expect.objectContaining({ code: 'store-mismatch' }),
    );
    await inside.close();
    for (const one of loot.opened) one.dispose();
  });

  /** With the device secret and the store key of today, and even an admin's word on it: the roster does not take them. */
  async function expectNoWayBack(
    { header, slot: admin, store }: BrokenIn,
    own: OpenedWithStoreKey,
    loot: Loot,
  ): Promise<void> {
    const secret = desk.keychain.deviceSecrets[header.deviceSecretId]!;
    const old = loot.header.slots.find(({ id }) => id === own.slotId)!;
    const owner = {
      id: own.slotId,
      receiveKey: own.receive.publicKey,
      signKey: own.sign.publicKey,
      generation: own.generation,
    };
    const slot = {
      ...rewrapSlot(header.vaultId, old, loot.deviceSecrets[loot.header.deviceSecretId]!, secret),
      ...sealStoreKey(header.vaultId, header.epoch, owner, admin.storeKey, {
        id: admin.staffId,
        privateKey: admin.sign.privateKey,
      }),
    };
    await store.transaction((tx) => putSlotRows(tx, [slotRowOf(header.vaultId, slot)]));
    await writeHeader(
      desk.vaultDir,
      sealHeader(
        { ...bodyOf(header), generation: header.generation + 1, slots: [...header.slots, slot] },
        secret,
      ),
    );
    await desk.lock();
    expect(await desk.ask('session.unlock', { slotId: own.slotId, pin: AWAY_PINS.supervisor })).toMatchObject(
      { ok: false, error: { code: 'store-mismatch', details: { part: 'member' } } },
    );
    expect(
      (await desk.call('session.unlock', { slotId: theft.slots.supervisor, pin: theft.pins.supervisor }))
        .alarms,
    ).toContain('slot-differs');
    await desk.vault.close();
    await writeHeader(desk.vaultDir, header);
    await store.transaction((tx) => removeSlotRows(tx, [own.slotId]));
  }

  it('who was away comes back by a new PIN that an admin and a supervisor give them, and holds what their role holds', async () => {
    await send('all');
    const staff = driveStaff(desk);
    expect(await staff.named(AWAY.receptionist)).toMatchObject({ suspended: true, slotId: null });
    expect(await staff.named('Super One')).toMatchObject({ last: true });
    const newPin = '480592';
    await desk.answers('ok', 'staff.reset', {
      staffId: theft.staffIds['away-receptionist'],
      newPin,
      pin: theft.pins.admin,
      second: { slotId: theft.slots.supervisor, pin: theft.pins.supervisor },
    });
    expect(await staff.named(AWAY.receptionist)).toMatchObject({ suspended: false });
    await staff.unlocked(AWAY.receptionist, newPin);
    expect(await desk.call('people.reveal', revealOf(theft.personId, 'phone', newPin, WHY))).toMatchObject({
      value: phoneOf(7),
    });
  });

  it('takes an admin who is signed in and a supervisor, both with the PIN, and leaves nothing where one is missing', async () => {
    const { pin, cosigner } = both();
    const begin = (payload: object) => desk.codeOf('theft.begin', payload);
    expect(await begin({ pin })).toBe('bad-request');
    expect(await begin({ pin, cosigner: { ...cosigner, pin: 'otter-99-moon' } })).toBe('wrong-pin-either');
    expect(await begin({ pin: 'otter-99-moon', cosigner })).toBe('wrong-pin-either');
    expect(await begin({ pin, cosigner: { slotId: theft.slots.receptionist, pin: PINS.receptionist } })).toBe(
      'needs-supervisor',
    );
    expect(await begin({ pin, cosigner: { slotId: theft.slots.admin, pin } })).toBe('same-person');
    for (const role of ['supervisor', 'receptionist'] as const) {
      await desk.switchTo(role);
      for (const [route, payload] of [
        ['theft.begin', both()],
        ['theft.shutOut', { staffId: theft.staffIds['away-receptionist'], ...both() }],
        ['theft.end', {}],
        ['theft.read', {}],
      ] as const)
        expect(await desk.codeOf(route, payload), `${route} as ${role}`).toBe('not-allowed');
    }
    await desk.switchTo('admin');
    expect((await desk.call('theft.read', {})).begun).toBeNull();
    await desk.call('theft.begin', both());
    const shutOut = (payload: object) =>
      desk.codeOf('theft.shutOut', { staffId: theft.staffIds['away-receptionist'], ...payload });
    expect(await shutOut({ pin })).toBe('bad-request');
    expect(await shutOut({ pin, cosigner: { ...cosigner, pin: 'otter-99-moon' } })).toBe('wrong-pin-either');
    expect(
      await shutOut({ pin, cosigner: { slotId: theft.slots.receptionist, pin: PINS.receptionist } }),
    ).toBe('needs-supervisor');
    await desk.answers('same-person', 'theft.shutOut', { staffId: theft.staffIds.supervisor, ...both() });
    await desk.answers('not-yourself', 'theft.shutOut', { staffId: theft.staffIds.admin, ...both() });
    expect(await desk.people()).toHaveLength(5);
  });

  it('is done in its order: no key is changed before everybody has another or is shut out, nothing is ended before its time, and one is begun at a time', async () => {
    const rotate = (step: TheftStep) =>
      step === 'tier-keys'
        ? desk.codeOf('keys.rotateTierKeys', { tiers: ['contact', 'identity'], ...both() })
        : desk.codeOf(step === 'store-key' ? 'keys.rotateStoreKey' : 'keys.rotateDeviceSecret', {
            pin: theft.pins.admin,
          });
    await desk.answers('theft-order', 'theft.shutOut', {
      staffId: theft.staffIds['away-receptionist'],
      ...both(),
    });
    expect(await desk.codeOf('theft.end', {})).toBe('theft-order');
    await send('people');
    expect(await desk.codeOf('theft.begin', both())).toBe('theft-order');
    for (const step of ['tier-keys', 'store-key', 'device-secret'] as const)
      expect(await rotate(step), step).toBe('theft-order');
    for (const request of THEFT_REQUESTS.filter(({ step }) => step === 'people'))
      await request.send(desk, theft);
    await desk.answers('theft-order', 'theft.shutOut', { staffId: theft.staffIds.receptionist, ...both() });
    expect([
      await rotate('store-key'),
      await rotate('device-secret'),
      await desk.codeOf('theft.end', {}),
    ]).toEqual(['theft-order', 'theft-order', 'theft-order']);
    expect(await desk.codeOf('keys.rotateTierKeys', { tiers: ['contact'], ...both() })).toBe('ok');
    expect(await left()).toContain('tier-keys');
    expect(await rotate('tier-keys')).toBe('ok');
    expect(await rotate('device-secret')).toBe('theft-order');
    expect([
      await rotate('store-key'),
      await rotate('device-secret'),
      await desk.codeOf('theft.end', {}),
    ]).toEqual(['ok', 'ok', 'ok']);
    expect(await rotate('store-key')).toBe('ok');
  });

  it('lets no backup be restored meanwhile, whose log would not know of it', async () => {
    await chooseFolder(desk, makeTempDir());
    const name = await makeOne(desk);
    const restore = () =>
      desk.codeOf('backup.restore', { folderId: null, name, pin: theft.pins.admin, words: 'as it was' });
    await send('people');
    expect(await restore()).toBe('theft-order');
    for (const request of THEFT_REQUESTS.filter(({ step }) => step !== 'begin'))
      await request.send(desk, theft);
    expect(await restore()).not.toBe('theft-order');
  });

  describe('on a store that is damaged meanwhile and repaired from a backup', () => {
    beforeEach(() => chooseFolder(desk, makeTempDir()));

    async function repair(name: string): Promise<string> {
      await desk.vault.close();
      await rm(join(desk.vaultDir, (await readNow()).storeFile));
      await desk.start();
      return desk.codeOf('repair.restore', {
        folderId: null,
        name,
        slotId: theft.slots.admin,
        pin: theft.pins.admin,
        words: 'the disk gave way',
      });
    }
    async function acknowledge(): Promise<void> {
      const { alarms } = await desk.call('session.unlock', {
        slotId: theft.slots.supervisor,
        pin: theft.pins.supervisor,
      });
      expect(alarms).toEqual(['restored']);
      await desk.call('session.acknowledge', {
        words: 'repaired with the admin',
        pin: theft.pins.supervisor,
      });
      expect(await signIn('admin')).toBe('ok');
    }
    const ended = async () => (await desk.call('keys.list', {})).theft.history.map(({ end }) => end);

    it('is not known to one from before it was begun, and is begun again', async () => {
      const name = await makeOne(desk);
      await send('people');
      expect(await repair(name)).toBe('ok');
      await acknowledge();
      expect([(await desk.call('theft.read', {})).begun, (await desk.call('keys.due', {})).theft]).toEqual([
        null,
        null,
      ]);
      await send('all');
      expect(await ended()).toEqual(['done']);
    });

    it.each([
      ['has another PIN', 3],
      ['is shut out', 4],
    ] as const)(
      'is lost to none from before it was begun once somebody %s: such a backup is not taken',
      async (_what, at) => {
        const name = await makeOne(desk);
        await send('people');
        await THEFT_REQUESTS[at]!.send(desk, theft);
        const before = await readNow();
        expect(await repair(name)).toBe('backup-older-staff');
        expect(await readNow()).toEqual(before);
      },
    );

    it('nor is a shutting out that a kill kept from the anchor undone by one: the slots of those who did it know of it', async () => {
      const name = await makeOne(desk);
      await send('people');
      const { anchors } = desk.keychain.snapshot();
      await THEFT_REQUESTS[4]!.send(desk, theft);
      await desk.vault.close();
      Object.assign(desk.keychain, { anchors });
      expect(await repair(name)).toBe('backup-older-staff');
    });

    it('goes on by one that was made meanwhile, and what was done since is left again', async () => {
      await send('store-key');
      const name = await makeOne(desk);
      const rest = THEFT_REQUESTS.slice(THEFT_REQUESTS.findIndex(({ step }) => step === 'store-key'));
      await rest[0]!.send(desk, theft);
      expect(await left()).toEqual(['device-secret', 'end']);
      expect(await repair(name)).toBe('ok');
      await acknowledge();
      expect(await left()).toEqual(['store-key', 'device-secret', 'end']);
      for (const request of rest) await request.send(desk, theft);
      expect(await ended()).toEqual(['done']);
    });
  });

  it("takes no PIN again that was one's own before", async () => {
    await send('people');
    const reset = (staffId: string, newPin: string) =>
      desk.ask('staff.reset', { staffId, newPin, pin: theft.pins.admin, second: both().cosigner });
    expect(await reset(theft.staffIds.receptionist, PINS.receptionist)).toMatchObject({
      ok: false,
      error: { code: 'pin-too-weak', details: { problem: 'same-as-before' } },
    });
    expect(await reset(theft.staffIds.receptionist, RENEWED_PINS.receptionist)).toMatchObject({ ok: true });
  });

  it('is behind by a rotation or a new PIN from before it was begun, whatever the clock says', async () => {
    await desk.answers('ok', 'keys.rotateTierKeys', { tiers: ['contact', 'identity'], ...both() });
    expect(await desk.codeOf('keys.rotateStoreKey', { pin: theft.pins.admin })).toBe('ok');
    await desk.call('theft.begin', both());
    const { people } = await desk.call('theft.read', {});
    expect(people.every(({ state }) => state === 'old')).toBe(true);
    expect(await left()).toEqual(THEFT_STEPS.slice(1));
  });

  it('goes on where it was after a kill between any two steps', async () => {
    await desk.vault.close();
    const seen: number[] = [];
    for (const request of THEFT_REQUESTS) {
      const child = await ChildVault.start({
        vaultDir: desk.vaultDir,
        keychain: desk.keychain,
        engine: engine.name,
      });
      expect(
        (await child.call('session.unlock', { slotId: theft.slots.admin, pin: theft.pins.admin })).alarms,
        request.what,
      ).toEqual([]);
      const { left: before } = await child.call('theft.read', {});
      expect(before[0], request.what).toBe(request.step);
      await request.send(child, theft);
      seen.push((await child.call('theft.read', {})).left.length);
      await child.kill();
    }
    expect(seen).toEqual([5, 5, 5, 5, 5, 4, 3, 2, 1, 6]);
    await desk.start();
    expect(
      (await desk.call('session.unlock', { slotId: theft.slots.supervisor, pin: theft.pins.supervisor }))
        .alarms,
    ).toEqual([]);
    expect(await desk.call('log.verify', {})).toMatchObject({ ok: true });
    expect((await desk.call('keys.due', {})).theft).toBeNull();
  });

  it('old slots do not open under the device secret of today', async () => {
    const loot = await steal();
    await send('all');
    const header = await readNow();
    for (const slot of loot.header.slots)
      await expect(
        stretchPin({
          header,
          slot,
          deviceSecret: desk.keychain.deviceSecrets[header.deviceSecretId]!,
          pin: PINS[slot.role],
        }),
      ).rejects.toMatchObject({ code: 'wrong-computer' });
    const renewed = header.slots.find(({ role }) => role === 'receptionist')!;
    const stretched = await stretchPin({
      header,
      slot: renewed,
      deviceSecret: desk.keychain.deviceSecrets[header.deviceSecretId]!,
      pin: PINS.receptionist,
    });
    expect(() => openStretched(header, stretched)).toThrow(expect.objectContaining({ code: 'wrong-pin' }));
  });
});

describe.each(FEATURE_ENGINES)('after a theft where there are two admins on $name', (engine) => {
  let desk: VaultHarness;
  let staff: StaffDriver;
  let lines: string[][];
  beforeEach(async () => {
    desk = await createHarness({ engine: engine.name });
    staff = driveStaff(desk);
    lines = await desk.setUp();
    await desk.unlock('admin');
    expect(await staff.add('admin', 'Admin Two', sheetOf(lines))).toBe('ok');
  });

  const both = async () => ({ pin: PINS.admin, cosigner: await desk.proofOf('supervisor') });
  const stateOf = async (name: string) => {
    const { staffId } = await staff.named(name);
    return (await desk.call('theft.read', {})).people.find((one) => one.staffId === staffId)?.state;
  };

  it('the other one gets a new PIN behind their own old one, for the last time', async () => {
    await desk.call('theft.begin', await both());
    const { staffId, slotId } = await staff.named('Admin Two');
    const reset = (newPin: string, pin: string) =>
      desk.codeOf('staff.reset', { staffId, newPin, pin: PINS.admin, second: { slotId, pin } });
    expect(await reset(RENEWED_PINS.admin, AWAY_PINS.admin)).toBe('ok');
    expect(await stateOf('Admin Two')).toBe('renewed');
    expect(await reset('birch-63-pond', AWAY_PINS.admin)).toBe('wrong-pin-either');
    expect([
      await staff.signIn('Admin Two', AWAY_PINS.admin),
      await staff.signIn('Admin Two', RENEWED_PINS.admin),
    ]).toEqual(['wrong-pin', 'ok']);
  });

  it('the other one, whose slot knows of no shutting out that a kill kept from the anchor, undoes it by a repair with an alarm that stays until a recovery, and lets nobody in by that', async () => {
    await chooseFolder(desk, makeTempDir());
    const name = await makeOne(desk);
    await desk.call('theft.begin', await both());
    const [{ slotId }, { staffId }] = [await staff.named('Admin Two'), await staff.named('Desk One')];
    const { anchors } = desk.keychain.snapshot();
    await desk.call('theft.shutOut', { staffId, ...(await both()) });
    await desk.vault.close();
    Object.assign(desk.keychain, { anchors });
    await rm(join(desk.vaultDir, (await readCurrentHeader(desk)).storeFile));
    await desk.start();
    await desk.answers('ok', 'repair.restore', {
      folderId: null,
      name,
      slotId,
      pin: AWAY_PINS.admin,
      words: 'the disk gave way',
    });
    expect((await desk.unlock('supervisor')).alarms).toEqual(['slot-differs', 'roster-differs', 'restored']);
    expect((await desk.people()).map(({ displayName }) => displayName)).not.toContain('Desk One');
    // Their slots know more than the store does, at every sign-in, until the sheet makes others.
    await desk.call('session.acknowledge', { words: 'the disk gave way', pin: PINS.supervisor });
    await desk.lock();
    expect((await desk.unlock('supervisor')).alarms).toEqual(['slot-differs', 'roster-differs']);
    await desk.lock();
    await desk.answers('store-mismatch', 'session.unlock', {
      slotId: await desk.slotOf('admin'),
      pin: PINS.admin,
    });
    await recover(desk, lines);
    for (const role of ['supervisor', 'admin'] as const) {
      expect(
        (await desk.call('session.unlock', { slotId: await desk.slotOf(role), pin: RECOVERY_PINS[role] }))
          .alarms,
      ).toEqual([]);
      expect(await desk.call('log.verify', {})).toMatchObject({ ok: true });
      await desk.lock();
    }
  });

  it('the other one, who was away, leaves no word of theirs on a store key: whom they let in comes in without an alarm', async () => {
    await staff.unlocked('Admin Two', AWAY_PINS.admin);
    await desk.call(
      'staff.add',
      newcomerOf('Desk Two', 'receptionist', AWAY_PINS.receptionist, {
        pin: AWAY_PINS.admin,
        second: await desk.proofOf('supervisor'),
      }),
    );
    await staff.unlocked('Admin One', PINS.admin);
    await desk.call('theft.begin', await both());
    await desk.call('theft.shutOut', {
      staffId: (await staff.named('Admin Two')).staffId,
      ...(await both()),
    });
    expect(await stateOf('Admin Two')).toBe('shut-out');
    expect((await staff.unlocked('Desk Two', AWAY_PINS.receptionist)).alarms).toEqual([]);
  });
});
