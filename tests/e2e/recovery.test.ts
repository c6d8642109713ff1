/** The recovery sheet in the real application, by keyboard and paper alone: the only admin's PIN forgotten, all supervisors gone, the keychain lost, another computer with the folder or a backup. */
import { chmodSync, existsSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../contract/fields.ts';
import { expectEnded } from '../support/expect-ended.ts';
import { DESK_STAFF, DeskDriver, RECOVERED_STAFF, type StaffForSetUp } from '../support/desk-driver.ts';
import { type RunningApp, launchApp } from '../support/electron-app.ts';
import { draftOf, idNumberOf } from '../support/people-drafts.ts';
import { copyVault } from '../support/prepared-profiles.ts';
import { launchProfile } from '../support/test-desk.ts';

let app: RunningApp;
let desk: DeskDriver;
let personId: number;
let firstSheet: string[][];

const vaultDir = (of: RunningApp): string => join(of.userDataDir, 'vault');

/** What the recovery is for: an identity value opens to the new PIN, nothing is alarmed, and the log holds. */
async function expectWorks(at: DeskDriver, supervisor: StaffForSetUp): Promise<void> {
  await at.signIn('supervisor', supervisor.pin);
  await at.atCounter();
  const revealed = await at.request('people.reveal', {
    personId,
    field: 'idNumber',
    ordinal: 0,
    why: { reason: 'repair' },
    pin: supervisor.pin,
  });
  expect(revealed).toMatchObject({ ok: true, value: { value: idNumberOf(7) } });
  expect(await at.request('session.alarms', {})).toMatchObject({ ok: true, value: { alarms: [] } });
  expect(await at.request('log.verify', {})).toMatchObject({ ok: true, value: { ok: true } });
  await at.lock();
}

beforeAll(async () => {
  ({ app, desk } = await launchProfile('set-up', { idleSeconds: 600 }));
  firstSheet = desk.sheet;
  await desk.enter('supervisor');
  const added = await desk.request('people.add', { person: draftOf(7), pin: DESK_STAFF.supervisor.pin });
  ({ personId } = added.value as { personId: number });
  await desk.lock();
});
afterAll(async () => {
  await app?.dispose();
});

describe('a recovery', () => {
  it('where the only admin has forgotten their PIN, from the lock screen', async () => {
    const before = await app.processIds();
    await desk.recover(firstSheet, { from: 'lock-forgot', slipsFirst: true });
    // They have seen PINs and sheets.
    await expectEnded(before.vault, before.renderer);
    expect(await desk.page.getByTestId('person-button-receptionist').count()).toBe(0);
    await desk.signIn('admin', DESK_STAFF.admin.pin);
    expect((await desk.failure()).code).toBe('wrong-pin');
    await desk.enter('admin', RECOVERED_STAFF.admin.pin);
    await desk.lock();
    await expectWorks(desk, RECOVERED_STAFF.supervisor);
  });

  it('where all supervisors are gone: a new one comes in, and outlives a restart', async () => {
    const staff = {
      admin: { ...RECOVERED_STAFF.admin, pin: 'bronze-71-fern' },
      supervisor: { name: '主戊', pin: 'violet-84-reed' },
    } satisfies Partial<Record<Role, StaffForSetUp>>;
    await desk.recover(desk.sheet, { from: 'lock-forgot', staff, newcomers: ['supervisor'] });
    expect(await desk.page.getByTestId('person-button-supervisor').innerText()).toContain('主戊');
    await expectWorks(desk, staff.supervisor);
    await app.quit();
    await app.restart();
    await expectWorks(desk, staff.supervisor);
  });

  it('where the keychain has lost what it held, from the screen that says so', async () => {
    const keyrings = join(app.env['XDG_DATA_HOME']!, 'keyrings');
    const file = join(
      keyrings,
      readdirSync(keyrings).find((name) => name.endsWith('.keyring'))!,
    );
    await app.quit();
    await app.keyring.change('no-service');
    renameSync(file, `${file}.lost`);
    await app.keyring.change('unlocked');
    await app.restart();
    await app
      .page()
      .locator('[data-testid=screen-trouble][data-code=keychain-item-missing]')
      .waitFor({ timeout: 20_000 });
    const staff = {
      admin: { ...RECOVERED_STAFF.admin, pin: 'walnut-26-kelp' },
      supervisor: { name: '主戊', pin: 'meadow-39-flint' },
    } satisfies Partial<Record<Role, StaffForSetUp>>;
    await desk.recover(desk.sheet, { from: 'recover', staff, slipsFirst: true });
    await app.quit();
    await app.restart();
    await expectWorks(desk, staff.supervisor);
  });

  it('on another computer with an empty profile and keychain, by the folder and the sheet', async () => {
    await app.quit();
    const other = await launchApp({ idleSeconds: 600 });
    try {
      await other.quit();
      expect(existsSync(join(vaultDir(other), 'header.json'))).toBe(false);
      copyVault(vaultDir(app), other);
      await other.restart();
      const elsewhere = new DeskDriver(other);
      await other
        .page()
        .locator('[data-testid=screen-trouble][data-code=keychain-item-missing]')
        .waitFor({ timeout: 20_000 });
      const staff = {
        admin: { ...RECOVERED_STAFF.admin, pin: 'quartz-57-plum' },
        supervisor: { name: '主戊', pin: 'harbor-62-moth' },
      } satisfies Partial<Record<Role, StaffForSetUp>>;
      await elsewhere.recover(desk.sheet, { from: 'recover', staff });
      await other.quit();
      await other.restart();
      await expectWorks(elsewhere, staff.supervisor);
      // The old paper no longer opens it.
      expect(
        await elsewhere.request('recovery.begin', {
          sheet: firstSheet.map((groups) => groups.join('')).join('\n'),
        }),
      ).toMatchObject({ ok: false, error: { code: 'sheet-not-ours' } });
    } finally {
      await other.dispose();
    }
  });

  it('on another computer that has the backup drive and the sheet alone, from where it would be set up', async () => {
    const drive = mkdtempSync(join(tmpdir(), 'rv-backups-'));
    chmodSync(drive, 0o777);
    await app.restart();
    await desk.enter('admin', 'walnut-26-kelp');
    await desk.makeBackup(drive, 'walnut-26-kelp');
    await app.quit();
    const other = await launchApp({ idleSeconds: 600 });
    try {
      const elsewhere = new DeskDriver(other);
      await other.page().getByTestId('setup-from-backup').waitFor({ timeout: 20_000 });
      const staff = {
        admin: { ...RECOVERED_STAFF.admin, pin: 'marble-48-toad' },
        supervisor: { name: '主戊', pin: 'canyon-91-silk' },
      } satisfies Partial<Record<Role, StaffForSetUp>>;
      await elsewhere.recover(desk.sheet, {
        from: 'setup-from-backup',
        backups: drive,
        staff,
        slipsFirst: true,
      });
      await expectWorks(elsewhere, staff.supervisor);
      await other.quit();
      await other.restart();
      await expectWorks(elsewhere, staff.supervisor);
    } finally {
      await other.dispose();
      rmSync(drive, { recursive: true });
    }
  });
});
