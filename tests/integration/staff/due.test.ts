import { beforeEach, describe, expect, it } from 'vitest';
import { SEALED_TIERS, type SealedTier } from '../../../contract/fields.ts';
import { LEAVER_HOURS } from '../../../contract/key-management/lists.ts';
import type { StaffId } from '../../../contract/ids.ts';
import { rotationRows } from '../../../main/vault/key-change/rotation-log.ts';
import { lastSignIns } from '../../../main/vault/staff/list-staff.ts';
import { shiftStart } from '../../../main/vault/staff/shift.ts';
import { chooseEngine } from '../../../main/vault/store/engine/choose-engine.ts';
import { FEATURE_ENGINES, FEATURE_ENGINE_NAMES } from '../../support/engines.ts';
import { explain } from '../../support/explain.ts';
import { type FakeClock, DAY_MS, createFakeClock } from '../../support/fake-clock.ts';
import { openSuiteStore } from '../search/open-suite-store.ts';
import { NEWCOMER_PINS, type StaffDriver, driveStaff } from '../../support/staff-desk.ts';
import { type ClosedVault, allowRows, refuseRows } from '../../support/store-tools.ts';
import { PINS, type VaultHarness, createHarness } from '../../support/vault-harness.ts';
import { rotationOf } from '../../support/requests-of.ts';

describe.each(FEATURE_ENGINE_NAMES)('keys of somebody who left on %s', (engine) => {
  let desk: VaultHarness;
  let staff: StaffDriver;
  let clock: FakeClock;
  beforeEach(async () => {
    clock = createFakeClock();
    desk = await createHarness({ engine, clock });
    staff = driveStaff(desk);
    await desk.setUpAs('admin');
  });

  const due = () => desk.call('keys.due', {});
  const rotateStoreKey = () => desk.codeOf('keys.rotateStoreKey', { pin: PINS.admin });
  const rotateTierKeys = async (tiers: readonly SealedTier[] = SEALED_TIERS) =>
    desk.codeOf('keys.rotateTierKeys', rotationOf(PINS.admin, await desk.proofOf('supervisor'), tiers));
  const changeRole = async (name: string, role: string, newPin: string) =>
    desk.codeOf('staff.changeRole', {
      staffId: (await staff.named(name)).staffId,
      role,
      newPin,
      pin: PINS.admin,
      second: await desk.proofOf('supervisor'),
    });
  const vault = (): ClosedVault => ({ vaultDir: desk.vaultDir, deviceSecrets: desk.keychain.deviceSecrets });
  const dueKeys = async () => (await due()).keys;

  it('are due within a day, told to everybody, until they are changed after it', async () => {
    expect(await due()).toEqual({ keys: [], by: null, theft: null });
    expect(await staff.remove('Desk One')).toBe('ok');
    const by = clock.now() + LEAVER_HOURS * 3_600_000;
    expect(await due()).toEqual({ keys: ['store-key', 'tier-keys'], by, theft: null });
    await desk.switchTo('supervisor');
    expect(await due()).toEqual({ keys: ['store-key', 'tier-keys'], by, theft: null });
    await desk.switchTo('admin');
    clock.advance(60_000);
    expect(await rotateStoreKey()).toBe('ok');
    expect(await due()).toEqual({ keys: ['tier-keys'], by, theft: null });
  });

  it('are not changed by a rotation from before, whatever the clock says', async () => {
    clock.setBy(40 * 86_400_000);
    expect(await rotateStoreKey()).toBe('ok');
    clock.setBy(-40 * 86_400_000);
    expect(await staff.remove('Desk One')).toBe('ok');
    expect((await due()).keys).toEqual(['store-key', 'tier-keys']);
  });

  it('are tier keys until each tier has another one, and no rotation that was broken off counts', async () => {
    expect(await rotateTierKeys()).toBe('ok');
    expect(await staff.remove('Desk One')).toBe('ok');
    await refuseRows(vault(), chooseEngine(engine), PINS.admin, 'tier_key');
    expect(await rotateTierKeys()).not.toBe('ok');
    await allowRows(vault(), chooseEngine(engine), PINS.admin);
    expect(await dueKeys()).toEqual(['store-key', 'tier-keys']);
    expect(await rotateTierKeys(['contact'])).toBe('ok');
    expect(await dueKeys()).toEqual(['store-key', 'tier-keys']);
    expect(await rotateTierKeys(['identity'])).toBe('ok');
    expect(await dueKeys()).toEqual(['store-key']);
    await desk.switchTo('supervisor');
    expect(await dueKeys()).toEqual(['store-key']);
    await desk.switchTo('admin');
    expect(await rotateStoreKey()).toBe('ok');
    expect(await due()).toEqual({ keys: [], by: null, theft: null });
    // Whoever leaves next has held the keys of now.
    expect(await staff.add('receptionist', 'Desk Two')).toBe('ok');
    expect(await staff.remove('Desk Two')).toBe('ok');
    expect(await dueKeys()).toContain('tier-keys');
  });

  it.each([-40, 40])(
    'are told by the order in which it was done, with a clock that is set by %d days in between',
    async (days) => {
      clock.setBy(-days * DAY_MS);
      expect([await rotateTierKeys(), await rotateStoreKey()]).toEqual(['ok', 'ok']);
      clock.setBy(days * DAY_MS);
      expect(await staff.remove('Desk One')).toBe('ok');
      expect(await dueKeys()).toEqual(['store-key', 'tier-keys']);
      clock.setBy(-days * DAY_MS);
      // Set back below the leaving, it counts all the same once it is done.
      expect(await rotateTierKeys()).toBe('ok');
      expect(await dueKeys()).toEqual(['store-key']);
      expect(await rotateStoreKey()).toBe('ok');
      expect(await dueKeys()).toEqual([]);
    },
  );

  it.each([-40, 40])(
    'are due where a role was given up after a rotation by a clock that was set by %d days',
    async (days) => {
      await staff.add('supervisor', 'Super Two');
      clock.setBy(days * DAY_MS);
      expect([await rotateTierKeys(), await rotateStoreKey()]).toEqual(['ok', 'ok']);
      clock.setBy(-days * DAY_MS);
      expect(await changeRole('Super Two', 'receptionist', NEWCOMER_PINS.receptionist)).toBe('ok');
      expect(await dueKeys()).toEqual(['store-key', 'tier-keys']);
      expect([await rotateStoreKey(), await rotateTierKeys()]).toEqual(['ok', 'ok']);
      expect(await dueKeys()).toEqual([]);
    },
  );

  it('are due too where somebody gave up a role that held a tier, and not where somebody got one', async () => {
    await staff.add('supervisor', 'Super Two');
    expect(await changeRole('Desk One', 'supervisor', 'willow-71-sand')).toBe('ok');
    expect((await due()).by).toBeNull();
    expect(await rotateTierKeys()).toBe('ok');
    expect(await changeRole('Super Two', 'receptionist', NEWCOMER_PINS.receptionist)).toBe('ok');
    expect((await due()).by).not.toBeNull();
    expect(await dueKeys()).toContain('tier-keys');
    expect(await rotateTierKeys()).toBe('ok');
    expect(await dueKeys()).toEqual(['store-key']);
  });
});

describe.each(FEATURE_ENGINES)('what is asked at every sign-in and of the staff on $name', (engine) => {
  it.each([
    ['rotations', rotationRows()],
    ['the last sign-ins', lastSignIns()],
    ['the start of a shift', shiftStart('00000000000000aa' as StaffId, 1)],
  ] as const)('walks an index of its own: %s', async (_what, query) => {
    const { store, dispose } = await openSuiteStore(engine);
    const plan = (await explain(store, query)).join('\n');
    expect(plan).toMatch(/log_entry_(rotation|sign_in|handover)/);
    expect(plan).not.toMatch(/SCAN log_entry(?! USING)/);
    await dispose();
  });
});
