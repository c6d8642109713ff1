/** The device secret rotated in a whole vault: one keychain item instead of another, nobody's PIN but the admin's, and what a kill leaves. */
import { mkdirSync } from 'node:fs';
import { copyFile, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { HEADER_FILE, type Header, osUserHash, readHeader } from '../../../main/vault/keys/header.ts';
import { LIMITER_FILE } from '../../../main/vault/keys/limiter.ts';
import { FEATURE_ENGINE_NAMES } from '../../support/engines.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { draftOf, idNumberOf } from '../../support/people-drafts.ts';
import { PINS, type VaultHarness, createHarness } from '../../support/vault-harness.ts';
import { WHY, revealOf } from '../../support/requests-of.ts';

const ROLES = ['receptionist', 'supervisor', 'admin'] as const;

describe.each(FEATURE_ENGINE_NAMES)('the device secret rotated on %s', (engine) => {
  let desk: VaultHarness;
  beforeEach(async () => {
    desk = await createHarness({ engine, clock: createFakeClock() });
  });

  const rotate = () => desk.codeOf('keys.rotateDeviceSecret', { pin: PINS.admin });
  const headerOf = async (): Promise<Header> =>
    (await readHeader({
      vaultDir: desk.vaultDir,
      deviceSecrets: desk.keychain.deviceSecrets,
      osUserHash: osUserHash(),
    }))!;
  const secretIds = () => Object.keys(desk.keychain.deviceSecrets);
  const keyRecord = async () =>
    (await desk.call('keys.list', {})).keys.find(({ key }) => key === 'device-secret')!;
  const path = (name: string) => join(desk.vaultDir, name);
  /** Wrong tries that are told at the next right PIN. */
  async function tryWrong(times: number): Promise<void> {
    const { slotId } = await desk.proofOf('receptionist');
    for (let n = 0; n < times; n++)
      expect(await desk.codeOf('session.unlock', { slotId, pin: '918273' })).toBe('wrong-pin');
  }

  it('is another item, and the one before is gone from the keychain; everybody opens what they opened before', async () => {
    const personId = await desk.setUpWith(draftOf(7), 'admin');
    const [before] = secretIds();
    const { slots } = await headerOf();
    expect(await rotate()).toBe('ok');
    expect(secretIds()).toEqual([(await headerOf()).deviceSecretId]);
    expect(secretIds()).not.toContain(before);
    expect((await headerOf()).slots.map(({ wrapped }) => wrapped)).not.toEqual(
      slots.map(({ wrapped }) => wrapped),
    );
    for (const role of ROLES) {
      await desk.lock();
      expect((await desk.unlock(role)).alarms).toEqual([]);
    }
    await desk.switchTo('supervisor');
    expect(
      await desk.call('people.reveal', revealOf(personId, 'idNumber', PINS.supervisor, WHY)),
    ).toMatchObject({ value: idNumberOf(7) });
    expect(await keyRecord()).toMatchObject({
      rotated: true,
      history: [{ staffName: 'Admin One', end: 'done' }],
    });
    expect(await desk.call('log.verify', {})).toMatchObject({ ok: true });
  });

  it('goes on in the session that rotated it, and a second time', async () => {
    await desk.setUpWith(draftOf(7), 'admin');
    expect(await rotate()).toBe('ok');
    expect(await rotate()).toBe('ok');
    expect(await desk.codeOf('keys.rotateStoreKey', { pin: PINS.admin })).toBe('ok');
    await desk.switchTo('receptionist');
    expect(secretIds()).toHaveLength(1);
  });

  it('makes the keychain of before useless for the folder of now', async () => {
    await desk.setUpWith(draftOf(7), 'admin');
    const before = desk.keychain.snapshot();
    expect(await rotate()).toBe('ok');
    await desk.vault.close();
    desk.keychain.deviceSecrets = before.deviceSecrets;
    await desk.start();
    expect(await desk.call('vault.status', {})).toMatchObject({
      state: 'refused',
      problem: 'wrong-computer',
    });
  });

  it('keeps the count of wrong tries, over a restart too', async () => {
    await desk.setUp();
    await tryWrong(3);
    await desk.unlock('admin');
    expect(await rotate()).toBe('ok');
    await desk.lock();
    await tryWrong(1);
    await desk.lock();
    expect(await desk.unlock('receptionist')).toMatchObject({ wrongTries: 4 });
  });

  it('takes an admin and their PIN; a wrong one changes nothing', async () => {
    await desk.setUpWith(draftOf(7), 'admin');
    const before = await readFile(path(HEADER_FILE));
    expect(await desk.codeOf('keys.rotateDeviceSecret', { pin: PINS.supervisor })).toBe('wrong-pin');
    await desk.switchTo('supervisor');
    expect(await desk.codeOf('keys.rotateDeviceSecret', { pin: PINS.supervisor })).toBe('not-allowed');
    expect(await readFile(path(HEADER_FILE))).toEqual(before);
    expect(secretIds()).toHaveLength(1);
  });

  it('is not made where the header cannot be replaced; the new item is taken back', async () => {
    await desk.setUpWith(draftOf(7), 'admin');
    const before = secretIds();
    mkdirSync(path(`${HEADER_FILE}.new`));
    expect(await rotate()).toBe('disk-error');
    expect(secretIds()).toEqual(before);
    expect(await keyRecord()).toMatchObject({
      rotated: false,
      history: [{ end: 'failed', code: 'disk-error' }],
    });
    await rm(path(`${HEADER_FILE}.new`), { recursive: true });
    expect(await rotate()).toBe('ok');
  });

  it('is not made where the keychain refuses the new item', async () => {
    await desk.setUpWith(draftOf(7), 'admin');
    const before = await readFile(path(HEADER_FILE));
    desk.keychain.writeDeviceSecret = () => Promise.reject(new Error('keychain refuses'));
    expect(await rotate()).toBe('keychain-write-failed');
    expect(await readFile(path(HEADER_FILE))).toEqual(before);
    await desk.lock();
    expect((await desk.unlock('supervisor')).alarms).toEqual([]);
  });

  it('leaves the item before to the next start where the keychain does not give it up', async () => {
    await desk.setUpWith(draftOf(7), 'admin');
    const giveUp = desk.keychain.deleteDeviceSecret.bind(desk.keychain);
    desk.keychain.deleteDeviceSecret = () => Promise.reject(new Error('keychain refuses'));
    expect(await rotate()).toBe('ok');
    expect(secretIds()).toHaveLength(2);
    desk.keychain.deleteDeviceSecret = giveUp;
    await desk.lock();
    expect(secretIds()).toEqual([(await headerOf()).deviceSecretId]);
    expect((await desk.unlock('supervisor')).alarms).toEqual([]);
  });

  it('killed before limiter.json followed the header: a start takes it over, and no try is forgotten nor invented', async () => {
    await desk.setUp();
    await tryWrong(3);
    await desk.unlock('admin');
    await desk.switchTo('admin');
    const before = { limiter: await readFile(path(LIMITER_FILE)), ...desk.keychain.snapshot() };
    expect(await rotate()).toBe('ok');
    await desk.vault.close();
    // As a kill behind the rename of the header leaves folder and keychain.
    await writeFile(path(LIMITER_FILE), before.limiter);
    Object.assign(desk.keychain.deviceSecrets, before.deviceSecrets);
    await desk.start();
    expect(secretIds()).toEqual([(await headerOf()).deviceSecretId]);
    expect(await desk.unlock('receptionist')).toMatchObject({ wrongTries: 3, alarms: [] });
  });

  it('keeps every item where limiter.json answers to none of them, which counts as ten wrong tries as ever', async () => {
    await desk.setUpWith(draftOf(7), 'admin');
    const before = desk.keychain.snapshot();
    expect(await rotate()).toBe('ok');
    await desk.vault.close();
    await writeFile(path(LIMITER_FILE), '{"format":1,"state":"","mac":""}');
    Object.assign(desk.keychain.deviceSecrets, before.deviceSecrets);
    await desk.start();
    expect(secretIds()).toHaveLength(2);
    expect(await desk.codeOf('session.unlock', await desk.proofOf('supervisor'))).toBe('must-wait');
  });

  it('gives up no item to a folder that was put back from before', async () => {
    await desk.setUpWith(draftOf(7), 'admin');
    for (const name of [HEADER_FILE, LIMITER_FILE]) await copyFile(path(name), path(`kept-${name}`));
    const before = desk.keychain.snapshot();
    expect(await rotate()).toBe('ok');
    await desk.vault.close();
    for (const name of [HEADER_FILE, LIMITER_FILE]) await copyFile(path(`kept-${name}`), path(name));
    Object.assign(desk.keychain.deviceSecrets, before.deviceSecrets);
    await desk.start();
    expect(secretIds()).toHaveLength(2);
    expect((await desk.unlock('supervisor')).alarms).toContain('older-store');
    expect(secretIds()).toHaveLength(2);
  });
});
