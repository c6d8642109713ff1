/** Who works at the desks is changed at one of them and holds at each: new PINs, newcomers, leavers, other roles and names, over a real mailbox. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bytesOfBase64 } from '../../../main/vault/crypto/bytes.ts';
import { HEADER_FILE, bodyOf, sealHeader, writeHeader } from '../../../main/vault/keys/header.ts';
import { DESK_SIGNER } from '../../../main/vault/keys/signers.ts';
import { sealStoreKey } from '../../../main/vault/keys/slots.ts';
import { type World, startWorld } from '../../desks/server-world.ts';
import { FEATURE_ENGINES } from '../../support/engines.ts';
import { isFullRun } from '../../support/full-run.ts';
import { joinedPair } from '../../support/joined-pair.ts';
import { type LinkedDesk, differing, headerOf, settleDesks } from '../../support/linked-desks.ts';
import { phoneOf } from '../../support/people-drafts.ts';
import { NO_POSTGRES } from '../../support/postgres.ts';
import { NEWCOMER_PINS, driveStaff, sheetOf } from '../../support/staff-desk.ts';
import { storeKeyOf } from '../../support/store-tools.ts';
import { PINS } from '../../support/vault-harness.ts';

const OTHER_PIN = '391746';

describe.skipIf(NO_POSTGRES !== null).each(FEATURE_ENGINES)('the staff of two desks on $name', ({ name }) => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
  });
  afterEach(() => world?.stop());

  /** Locked, with all that there is in its spool. */
  const away = async ({ vault, carrier }: LinkedDesk): Promise<void> => {
    await vault.lock();
    await carrier.look();
  };
  const noAlarms = async ({ vault }: LinkedDesk): Promise<void> =>
    expect(await vault.call('session.alarms', {})).toEqual({ alarms: [] });
  const changePin = ({ vault }: LinkedDesk, pin: string, newPin: string): Promise<string> =>
    vault.codeOf('staff.changePin', { pin, newPin });

  it('sign in with the PIN that they have chosen elsewhere, and with no other', async () => {
    const { old, fresh, desks, personId } = await joinedPair(world, name);
    const [there, here] = [driveStaff(fresh.vault), driveStaff(old.vault)];
    await fresh.vault.lock();
    expect(await here.signIn('Desk One', PINS.receptionist)).toBe('ok');
    expect(await changePin(old, PINS.receptionist, OTHER_PIN)).toBe('ok');
    await noAlarms(old);
    expect(await old.vault.reveal(personId, 'phone', OTHER_PIN)).toBe(phoneOf(1));
    await away(fresh);
    // The old one leads to the question for the new one, and nothing else.
    expect(await there.signIn('Desk One', PINS.receptionist)).toBe('pin-changed-elsewhere');
    expect(await there.signIn('Desk One', PINS.receptionist)).toBe('wrong-pin');
    expect(await there.signIn('Desk One', OTHER_PIN)).toBe('ok');
    await noAlarms(fresh);
    expect(await fresh.vault.reveal(personId, 'phone', OTHER_PIN)).toBe(phoneOf(1));
    // And back again from there.
    await old.vault.lock();
    expect(await changePin(fresh, OTHER_PIN, PINS.receptionist)).toBe('ok');
    await away(old);
    expect(await here.signIn('Super One', PINS.supervisor)).toBe('ok');
    await noAlarms(old);
    expect(await here.signIn('Desk One', OTHER_PIN)).toBe('wrong-pin');
    expect(await here.signIn('Desk One', PINS.receptionist)).toBe('ok');
    await settleDesks(desks);
    expect(await differing(desks, name)).toEqual([]);
  });

  it('go on at the second desk where the admin has left who sealed all of its slots', async () => {
    const { old, fresh, desks } = await joinedPair(world, name);
    const [there, here] = [driveStaff(fresh.vault), driveStaff(old.vault)];
    await fresh.vault.lock();
    expect(await here.add('admin', 'Admin Two', sheetOf(old.sheet))).toBe('ok');
    const { staffId } = await here.named('Admin One');
    const second = await old.vault.proofOf('supervisor');
    expect(await here.signIn('Admin Two', NEWCOMER_PINS.admin)).toBe('ok');
    const leave = { staffId, pin: NEWCOMER_PINS.admin, second };
    expect(await old.vault.codeOf('staff.remove', leave)).toBe('ok');
    await noAlarms(old);
    await away(fresh);
    expect(await there.signIn('Admin One', PINS.admin)).toBe('left-elsewhere');
    // Of these, none has signed in there before; the second time their own slots have pinned the desk's key.
    for (const [person, pin] of [
      ['Desk One', PINS.receptionist],
      ['Super One', PINS.supervisor],
      ['Admin Two', NEWCOMER_PINS.admin],
      ['Super One', PINS.supervisor],
    ] as const) {
      expect(await there.signIn(person, pin)).toBe('ok');
      await noAlarms(fresh);
    }
    await settleDesks(desks);
  });

  // The others in the full run.
  if (!isFullRun) return;

  it('come and leave at both', async () => {
    const { old, fresh, desks, personId } = await joinedPair(world, name);
    const [there, here] = [driveStaff(fresh.vault), driveStaff(old.vault)];
    await fresh.vault.lock();
    expect(await here.add('receptionist', 'Desk Two')).toBe('ok');
    expect(await here.add('supervisor', 'Super Two')).toBe('ok');
    await away(fresh);
    // Whoever signs in first brings them in.
    expect(await there.signIn('Desk One', PINS.receptionist)).toBe('ok');
    expect(await there.signIn('Desk Two', NEWCOMER_PINS.receptionist)).toBe('ok');
    await noAlarms(fresh);
    expect(await fresh.vault.reveal(personId, 'phone', NEWCOMER_PINS.receptionist)).toBe(phoneOf(1));
    // Somebody at work there is locked out as they leave, and then refused.
    expect(await here.remove('Desk Two')).toBe('ok');
    await expect
      .poll(() => fresh.vault.hostCalls, { timeout: 20_000 })
      .toContain('lock-me pin-changed-elsewhere');
    await away(fresh);
    expect(await there.signIn('Desk Two', NEWCOMER_PINS.receptionist)).toBe('left-elsewhere');
    expect((await fresh.vault.people()).map(({ displayName }) => displayName)).not.toContain('Desk Two');
    expect(await there.signIn('Super Two', NEWCOMER_PINS.supervisor)).toBe('ok');
    await noAlarms(fresh);
    await settleDesks(desks);
    expect(await differing(desks, name)).toEqual([]);
  });

  it('have nobody back by a store of before', async () => {
    const { old, fresh } = await joinedPair(world, name);
    const [there, here] = [driveStaff(fresh.vault), driveStaff(old.vault)];
    expect(await here.add('receptionist', 'Desk Two')).toBe('ok');
    await away(fresh);
    expect(await there.signIn('Desk One', PINS.receptionist)).toBe('ok');
    await fresh.vault.vault.close();
    const store = join(fresh.vault.vaultDir, (await headerOf(fresh.vault)).storeFile);
    const before = await readFile(store);
    await fresh.vault.start();
    expect(await here.remove('Desk Two')).toBe('ok');
    await away(fresh);
    expect(await there.signIn('Desk One', PINS.receptionist)).toBe('ok');
    await fresh.vault.vault.close();
    await writeFile(store, before);
    await fresh.vault.start();
    expect(await there.signIn('Desk One', PINS.receptionist)).toBe('store-mismatch');
    expect((await fresh.vault.people()).map(({ displayName }) => displayName)).not.toContain('Desk Two');
  });

  it('are told where another desk has sealed a store key for them', async () => {
    const { old, fresh } = await joinedPair(world, name);
    const there = driveStaff(fresh.vault);
    // Once: its slot has pinned the keys of both.
    expect(await there.signIn('Super One', PINS.supervisor)).toBe('ok');
    const { deviceSecrets } = fresh.vault.keychain;
    for (const [its, told] of [
      [fresh, ['header-differs']],
      [old, ['slot-differs', 'header-differs']],
    ] as const) {
      await fresh.vault.vault.close();
      const header = await headerOf(fresh.vault);
      const storeKey = await storeKeyOf(fresh.vault.vaultDir, deviceSecrets, 'admin', PINS.admin);
      const signer = { id: DESK_SIGNER, privateKey: its.keys.sign.privateKey } as const;
      const slots = header.slots.map((slot) => {
        const { id, generation } = slot;
        const keys = { receiveKey: bytesOfBase64(slot.receiveKey), signKey: bytesOfBase64(slot.signKey) };
        const owner = { id, generation, ...keys };
        return slot.role === 'supervisor'
          ? { ...slot, ...sealStoreKey(header.vaultId, header.epoch, owner, storeKey, signer) }
          : slot;
      });
      const forged = sealHeader({ ...bodyOf(header), slots }, deviceSecrets[header.deviceSecretId]!);
      await writeHeader(fresh.vault.vaultDir, forged);
      await fresh.vault.start();
      expect((await there.unlocked('Super One', PINS.supervisor)).alarms).toEqual(told);
    }
  });

  it('have other names and roles at both, and a supervisor of the other desk stands behind what an admin does', async () => {
    const { old, fresh, desks } = await joinedPair(world, name);
    const [there, here] = [driveStaff(fresh.vault), driveStaff(old.vault)];
    const { staffId } = await here.named('Desk One');
    expect(await old.vault.codeOf('staff.rename', { staffId, name: 'Front Desk', pin: PINS.admin })).toBe(
      'ok',
    );
    const second = await old.vault.proofOf('supervisor');
    const role = { staffId, role: 'supervisor', newPin: 'otter-52-lamp', pin: PINS.admin, second };
    expect(await old.vault.codeOf('staff.changeRole', role)).toBe('ok');
    await settleDesks(desks);
    // At work there: what is typed next goes by the keys that they have now.
    const slotId = await there.slotNamed('Desk One');
    const gone = { slotId, pin: PINS.receptionist };
    const add = {
      name: 'Desk Two',
      role: 'receptionist',
      twoRoles: false,
      newPin: '804926',
      pin: PINS.admin,
    };
    expect(await fresh.vault.codeOf('staff.add', { ...add, second: gone })).toBe('pin-changed-elsewhere');
    const now = { slotId: await there.slotNamed('Front Desk'), pin: 'otter-52-lamp' };
    expect(await fresh.vault.codeOf('staff.add', { ...add, second: now })).toBe('ok');
    expect(await there.signIn('Front Desk', 'otter-52-lamp')).toBe('ok');
    await noAlarms(fresh);
    await settleDesks(desks);
    expect(await differing(desks, name)).toEqual([]);
  });

  it('follow once more where the header could not be written, here and there', async () => {
    const { old, fresh, desks } = await joinedPair(world, name);
    const [there, here] = [driveStaff(fresh.vault), driveStaff(old.vault)];
    await fresh.vault.lock();
    await old.vault.switchTo('receptionist');
    const mend = [await refuseHeaders(old), await refuseHeaders(fresh)];
    expect(await changePin(old, PINS.receptionist, OTHER_PIN)).toBe('change-unfinished');
    expect(old.vault.hostCalls).toContain('lock-me change-unfinished');
    await fresh.carrier.look();
    expect(await there.signIn('Super One', PINS.supervisor)).toBe('disk-error');
    for (const its of mend) await its();
    for (const [driver, desk] of [
      [here, old],
      [there, fresh],
    ] as const) {
      expect(await driver.signIn('Desk One', PINS.receptionist)).toBe('pin-changed-elsewhere');
      expect(await driver.signIn('Desk One', OTHER_PIN)).toBe('ok');
      await noAlarms(desk);
    }
    await settleDesks(desks);
    expect(await differing(desks, name)).toEqual([]);
  });

  it('are changed nowhere while the other desk cannot be reached, and the old PIN goes on', async () => {
    const { old, fresh } = await joinedPair(world, name);
    await fresh.vault.lock();
    await old.carrier.stop();
    expect(await changePin(old, PINS.admin, 'cedar-18-mill')).toBe('desks-offline');
    expect(await driveStaff(old.vault).signIn('Admin One', PINS.admin)).toBe('ok');
    await noAlarms(old);
  });
});

/** Whatever writes the header of a desk fails, until it is mended. */
async function refuseHeaders({ vault }: LinkedDesk): Promise<() => Promise<void>> {
  const inTheWay = join(vault.vaultDir, `${HEADER_FILE}.new`);
  await mkdir(join(inTheWay, 'full'), { recursive: true });
  return () => rm(inTheWay, { recursive: true });
}
