/** The packed application at work: what it starts threads for, it does from within its archive, where a file is no file of the disk. */
import { chmodSync, cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureAppUser } from '../../scripts/desktop/app-user.ts';
import { type StagedApp, writeLauncher } from '../../scripts/desktop/stage.ts';
import { packApp } from '../../scripts/pack/pack-app.ts';
import { resolveElectron } from '../../scripts/setup/electron-runtime.mjs';
import { DESK_STAFF } from '../support/desk-driver.ts';
import { RESIDENTS, writeResidents } from '../support/desk-residents.ts';
import { openTestDesk } from '../support/test-desk.ts';

const { asked } = RESIDENTS;
const folder = mkdtempSync(join(tmpdir(), 'rv-packed-desk-'));
const workbook = join(folder, 'residents.xlsx');
const { desk, get } = openTestDesk('set-up', async () => ({
  idleSeconds: 600,
  staged: await stagePacked(),
}));
beforeAll(async () => {
  writeResidents(workbook, 50);
  chmodSync(workbook, 0o644);
  await desk.enter('receptionist');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function stagePacked(): Promise<StagedApp> {
  const packed = await packApp({ drivable: true });
  chmodSync(folder, 0o755);
  cpSync(packed.dir, join(folder, 'app'), { recursive: true });
  const user = ensureAppUser();
  return {
    executable: writeLauncher(folder, join(folder, 'app', 'resident-vault'), user),
    runtime: await resolveElectron(),
    user,
  };
}

describe('the packed application', () => {
  it('runs from its archive and reads a workbook in a thread', async () => {
    expect(readdirSync(join(folder, 'app', 'resources'))).toContain('app.asar');
    expect(await desk.app.electron.evaluate(({ app }) => app.getAppPath())).toBe(
      join(folder, 'app', 'resources', 'app.asar'),
    );
    expect(await desk.importWorkbook(workbook)).toEqual({ created: 52, rejected: 0 });
    await desk.openBySearch(`${asked.building}-${asked.unit}-${asked.room}`, asked.room);
    await desk.reveal('phone', 'receptionist');
  });

  it('seals anew in threads, and everything opens afterwards', async () => {
    await desk.switchTo('admin');
    await desk.open('keys');
    await get('rotate-tier-keys').click();
    await get('ceremony-next').click();
    await get('needs-room').waitFor();
    await get('pin-input').fill(DESK_STAFF.admin.pin);
    await get('other-pin-input').fill(DESK_STAFF.supervisor.pin);
    await get('ceremony-begin').click();
    await get('ceremony-made').waitFor({ timeout: 60_000 });
    await desk.switchTo('receptionist');
    await desk.openBySearch(`${asked.building}-${asked.unit}-${asked.room}`, asked.room);
    await desk.reveal('phone', 'receptionist');
  });
});
