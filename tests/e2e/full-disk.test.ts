/** A full disk under the real application: set-up and an edit each say so, lose nothing, and go on once there is room. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { zhCN } from '../../renderer/messages/words.ts';
import { type RunningApp, launchApp } from '../support/electron-app.ts';
import { DESK_STAFF, DeskDriver } from '../support/desk-driver.ts';
import { phoneOf } from '../support/people-drafts.ts';
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

  async function expectSaid(): Promise<void> {
    await desk.page.locator('[data-testid=failure][data-code=disk-full]').waitFor({ timeout: 60_000 });
    const { words } = await desk.failure();
    expect(words).toContain(zhCN.errors['disk-full'].what);
    expect(words).toContain(zhCN.errors['disk-full'].todo);
  }

  it('stops set-up at its last step, which is done once there is room', async () => {
    // The last step is taken on a full disk, then again: the driver waits for the lock screen meanwhile.
    const setUp = desk.setUp('测试花园', async (step) => {
      if (step === 'prove') disk.fill();
    });
    await expectSaid();
    disk.free();
    await get('setup-finish').click();
    await setUp;
    await desk.signIn('supervisor');
    await desk.atCounter();
  });

  it('stops a new record, which stays in its form and is saved once there is room', async () => {
    await desk.page.keyboard.press('Control+n');
    await get('edit-name').fill('冉知夏');
    await get('edit-room-0').fill('28-1-0603');
    await get('sealed-input-phone-0').fill(phoneOf(7321));
    const save = async (): Promise<void> => {
      await get('add-form').getByTestId('pin-input').fill(DESK_STAFF.supervisor.pin);
      await get('edit-save').click();
    };
    disk.fill();
    await save();
    await expectSaid();
    expect(await get('edit-name').inputValue()).toBe('冉知夏');
    disk.free();
    await save();
    await get('add-form').waitFor({ state: 'detached', timeout: 20_000 });
    expect(await get('person-name').innerText()).toBe('冉**');
  });
});
