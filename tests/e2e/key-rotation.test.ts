/** The ceremonies of the key page in the real application on a real keyring: by keyboard alone, locked in the midst of one, killed in the midst of one. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { zhCN } from '../../renderer/messages/words.ts';
import { DESK_STAFF } from '../support/desk-driver.ts';
import { RESIDENTS } from '../support/desk-residents.ts';
import { openCounter } from '../support/test-desk.ts';

const { asked } = RESIDENTS;
const { desk, get, press } = openCounter();

const stores = (): readonly string[] =>
  readdirSync(join(desk.app.userDataDir, 'vault')).filter((name) => name.endsWith('.db'));
const step = (): Promise<string | undefined> =>
  desk.page.evaluate(() => document.querySelector<HTMLElement>('[data-testid=screen-keys]')?.dataset['step']);

async function openKeys(): Promise<void> {
  await desk.open('keys');
  await get('key-store-key').waitFor();
}

/** By Tab and Enter alone. */
async function strike(testId: string): Promise<void> {
  await desk.tabTo(testId);
  await press('Enter');
}

async function rotateByKeyboard(key: 'store-key' | 'device-secret'): Promise<void> {
  await strike(`rotate-${key}`);
  await expect.poll(step).toBe('plan');
  await strike('ceremony-next');
  await expect.poll(step).toBe('needs');
  if (key === 'store-key') await get('needs-room').waitFor();
  await desk.tabTo('pin-input');
  await desk.page.keyboard.type(DESK_STAFF.admin.pin);
  await press('Enter');
  await get('ceremony-made').waitFor({ timeout: 60_000 });
  await strike('ceremony-done');
  await expect.poll(step).toBe('list');
}

async function expectEverybodyIn(): Promise<void> {
  for (const role of ['supervisor', 'receptionist', 'admin'] as const) {
    await desk.switchTo(role);
    if (role === 'admin') await desk.open('counter');
    await desk.openBySearch(`${asked.building}-${asked.unit}-${asked.room}`, asked.room);
  }
}

describe('keys are rotated', () => {
  it('by keyboard alone, both of them; everybody opens the desk afterwards, also after a restart', async () => {
    await desk.switchTo('admin');
    await openKeys();
    await rotateByKeyboard('store-key');
    expect(stores()).toEqual(['store-0002.db']);
    await rotateByKeyboard('device-secret');
    await get('record-store-key').locator('summary').click();
    expect(await get('record-store-key').textContent()).toContain(zhCN.keysPage.ends.done);
    await press('Escape');
    await expectEverybodyIn();
    await desk.app.quit();
    await desk.app.restart();
    await desk.enter('receptionist');
    await desk.openBySearch(`${asked.building}-${asked.unit}-${asked.room}`, asked.room);
    await desk.reveal('phone', 'receptionist');
  });

  it('not at all where the desk is locked in the midst of it, or everything killed: all is as before, and nothing is left over', async () => {
    for (const end of ['lock', 'kill'] as const) {
      const before = stores();
      await desk.switchTo('admin');
      await openKeys();
      await get('rotate-store-key').click();
      await get('ceremony-next').click();
      await get('needs-room').waitFor();
      await get('pin-input').fill(DESK_STAFF.admin.pin);
      // Stopped before its first step, so that it is surely in the midst of it.
      const { vault } = await desk.app.processIds();
      process.kill(vault, 'SIGSTOP');
      await get('ceremony-begin').click();
      await expect.poll(step).toBe('work');
      if (end === 'lock') await desk.app.lockedBy(() => desk.page.keyboard.press('Control+l'));
      else {
        await desk.app.kill();
        await desk.app.restart();
      }
      await desk.enter('supervisor');
      expect(stores()).toEqual(before);
    }
    await expectEverybodyIn();
  });
});
