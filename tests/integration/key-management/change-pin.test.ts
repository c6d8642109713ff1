import { copyFile, mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Role } from '../../../contract/fields.ts';
import { HEADER_FILE } from '../../../main/vault/keys/header.ts';
import { chooseEngine } from '../../../main/vault/store/engine/choose-engine.ts';
import { FEATURE_ENGINE_NAMES } from '../../support/engines.ts';
import { draftOf, idNumberOf, phoneOf } from '../../support/people-drafts.ts';
import { allowRows, refuseRows } from '../../support/store-tools.ts';
import { PINS, type VaultHarness, createHarness } from '../../support/vault-harness.ts';

const NEW_PINS: Readonly<Record<Role, string>> = {
  receptionist: '804926',
  supervisor: 'otter-52-lamp',
  admin: 'cedar-18-mill',
};
const WHY = { reason: 'repair' } as const;

describe.each(FEATURE_ENGINE_NAMES)('a PIN changed by its owner on %s', (engine) => {
  let desk: VaultHarness;
  beforeEach(async () => {
    desk = await createHarness({ engine });
  });

  const headerPath = () => join(desk.vaultDir, HEADER_FILE);
  const change = (role: Role) => desk.codeOf('staff.changePin', { pin: PINS[role], newPin: NEW_PINS[role] });
  const unlockWith = async (role: Role, pin: string) =>
    desk.codeOf('session.unlock', { slotId: await desk.slotOf(role), pin });

  /** Something in the store that refuses what comes behind the header, as a full disk or a kill would. */
  async function withoutRosterWrites(work: () => Promise<unknown>): Promise<void> {
    const vault = { vaultDir: desk.vaultDir, deviceSecrets: desk.keychain.deviceSecrets };
    await refuseRows(vault, chooseEngine(engine), PINS.admin, 'roster_entry');
    await work();
    await desk.vault.close();
    await allowRows(vault, chooseEngine(engine), PINS.admin);
  }

  it.each(['receptionist', 'supervisor', 'admin'] as const)(
    'is the one that counts from then on, and opens what it opened before: %s',
    async (role) => {
      const personId = await desk.setUpWith(draftOf(7), role);
      expect(await change(role)).toBe('ok');
      await desk.lock();
      expect(await unlockWith(role, PINS[role])).toBe('wrong-pin');
      expect(await unlockWith(role, NEW_PINS[role])).toBe('ok');
      expect(await desk.call('session.alarms', {})).toEqual({ alarms: [] });
      const reveal = (field: 'phone' | 'idNumber') =>
        desk.ask('people.reveal', { personId, field, ordinal: 0, why: WHY, pin: NEW_PINS[role] });
      expect(await reveal('phone')).toMatchObject(
        role === 'admin' ? { ok: false } : { ok: true, value: { value: phoneOf(7) } },
      );
      expect(await reveal('idNumber')).toMatchObject(
        role === 'supervisor' ? { ok: true, value: { value: idNumberOf(7) } } : { ok: false },
      );
    },
  );

  it('is in the log, without either PIN', async () => {
    await desk.setUpWith(draftOf(7), 'supervisor');
    expect(await change('supervisor')).toBe('ok');
    const { entries } = await desk.call('log.list', { before: null, limit: 10 });
    expect(entries.find(({ action }) => action === 'pin-change')).toMatchObject({
      staffName: 'Super One',
      outcome: 'done',
    });
    expect(JSON.stringify(entries)).not.toMatch(/tabby|otter/);
  });

  it('works again at once in the session that changed it, and a second time', async () => {
    await desk.setUpWith(draftOf(7), 'supervisor');
    expect(await change('supervisor')).toBe('ok');
    await desk.answers('ok', 'staff.changePin', { pin: NEW_PINS.supervisor, newPin: 'willow-71-sand' });
    await desk.lock();
    expect(await unlockWith('supervisor', 'willow-71-sand')).toBe('ok');
  });

  it('takes the old PIN and a good new one, or nothing changes', async () => {
    await desk.setUpWith(draftOf(7), 'receptionist');
    const before = await readFile(headerPath());
    await desk.answers('wrong-pin', 'staff.changePin', { pin: '000111', newPin: NEW_PINS.receptionist });
    for (const weak of ['123456', '111111', 'letters', PINS.receptionist])
      await desk.answers('pin-too-weak', 'staff.changePin', { pin: PINS.receptionist, newPin: weak });
    expect(await readFile(headerPath())).toEqual(before);
  });

  it("lets everybody else in as before, and an admin's new key signs for others", async () => {
    await desk.setUpWith(draftOf(7), 'admin');
    expect(await change('admin')).toBe('ok');
    for (const role of ['supervisor', 'receptionist'] as const) {
      await desk.lock();
      expect(await unlockWith(role, PINS[role])).toBe('ok');
      expect(await desk.call('session.alarms', {})).toEqual({ alarms: [] });
    }
  });

  it('is not changed when the header cannot be replaced, and can be tried again', async () => {
    await desk.setUpWith(draftOf(7), 'receptionist');
    // A folder in the place of the file that is to be written.
    await mkdir(`${headerPath()}.new`);
    expect(await change('receptionist')).toBe('disk-error');
    await rm(`${headerPath()}.new`, { recursive: true });
    expect(await change('receptionist')).toBe('ok');
  });

  it('is finished at the next sign-in, by whomever, where the store did not follow the header', async () => {
    for (const [first, pin] of [
      ['receptionist', NEW_PINS.receptionist],
      ['supervisor', PINS.supervisor],
    ] as const) {
      await desk.dispose();
      desk = await createHarness({ engine });
      await desk.setUpWith(draftOf(7), 'receptionist');
      await withoutRosterWrites(async () => expect(await change('receptionist')).toBe('change-unfinished'));
      expect(desk.hostCalls).toContain('lock-me change-unfinished');
      await desk.start();
      expect(await unlockWith('receptionist', PINS.receptionist)).toBe('wrong-pin');
      expect(await unlockWith(first, pin)).toBe('ok');
      expect(await desk.call('session.alarms', {})).toEqual({ alarms: [] });
      await desk.switchTo('supervisor');
      expect(await desk.logged('pin-change', 20)).toHaveLength(1);
      expect((await desk.call('log.verify', {})).ok).toBe(true);
    }
  });

  it('is dropped at the next sign-in where the header was not replaced', async () => {
    await desk.setUpWith(draftOf(7), 'receptionist');
    await copyFile(headerPath(), `${headerPath()}.before`);
    await withoutRosterWrites(() => change('receptionist'));
    await copyFile(`${headerPath()}.before`, headerPath());
    await desk.start();
    expect(await unlockWith('receptionist', NEW_PINS.receptionist)).toBe('wrong-pin');
    expect(await unlockWith('receptionist', PINS.receptionist)).toBe('ok');
    expect(await desk.call('session.alarms', {})).toEqual({ alarms: [] });
    expect(await change('receptionist')).toBe('ok');
  });

  it('makes an older header be noticed: put back, it opens to nobody but a supervisor', async () => {
    await desk.setUpWith(draftOf(7), 'receptionist');
    await copyFile(headerPath(), `${headerPath()}.before`);
    expect(await change('receptionist')).toBe('ok');
    await desk.vault.close();
    await copyFile(`${headerPath()}.before`, headerPath());
    await desk.start();
    expect(await unlockWith('receptionist', PINS.receptionist)).toBe('store-mismatch');
    expect((await desk.unlock('supervisor')).alarms).toContain('slot-differs');
  });
});
