/** A full disk under the real application: set-up says so at its last step, and is done once there is room. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { zhCN } from '../../renderer/messages/words.ts';
import { type RunningApp, launchApp } from '../support/electron-app.ts';
import { DeskDriver } from '../support/desk-driver.ts';
import { type SmallDisk, canMountDisks, mountSmallDisk } from '../support/small-disk.ts';

describe.runIf(canMountDisks())('a full disk', () => {
  let app: RunningApp;
  let desk: DeskDriver;
  let disk: SmallDisk;
  beforeAll(async () => {
    app = await launchApp();
    desk = new DeskDriver(app);
    disk = mountSmallDisk(join(app.userDataDir, 'vault'), 4 * 1024 * 1024, app.staged.user);
  });
  afterAll(async () => {
    await app?.kill();
    disk?.unmount();
    await app?.dispose();
  });
  const get = (id: string) => desk.page.getByTestId(id);

  it('stops set-up at its last step, which is done once there is room', async () => {
    // The last step is taken on a full disk, then again: the driver waits for the lock screen meanwhile.
    const setUp = desk.setUp('测试花园', async (step) => {
      if (step === 'prove') disk.fill();
    });
    await desk.page.locator('[data-testid=failure][data-code=disk-full]').waitFor({ timeout: 60_000 });
    const { words } = await desk.failure();
    expect(words).toContain(zhCN.errors['disk-full'].what);
    expect(words).toContain(zhCN.errors['disk-full'].todo);
    disk.free();
    await get('setup-finish').click();
    await setUp;
    await desk.enter('supervisor');
  });
});
