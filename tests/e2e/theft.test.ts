/** The ceremony after a theft in the real application on a real keyring: by keyboard alone, killed in the midst of it and gone on with. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Role } from '../../contract/fields.ts';
import type { TheftStep } from '../../contract/key-management/lists.ts';
import { zhCN } from '../../renderer/messages/words.ts';
import { handOf, openPage } from '../support/open-page.ts';
import { DESK_STAFF } from '../support/desk-driver.ts';
import { RESIDENTS } from '../support/desk-residents.ts';
import { openCounter } from '../support/test-desk.ts';
import { RENEWED_PINS } from '../support/theft-desk.ts';

const { asked } = RESIDENTS;
const { desk, get, press } = openCounter();
const AWAY = '前戊';
const AWAY_PIN = '804926';

const stores = (): readonly string[] =>
  readdirSync(join(desk.app.userDataDir, 'vault')).filter((name) => name.endsWith('.db'));
const fact = (name: 'step' | 'theft'): Promise<string | undefined> =>
  desk.page.evaluate(
    (part) => document.querySelector<HTMLElement>('[data-testid=screen-keys]')?.dataset[part],
    name,
  );
const shows = async (screen: string, step?: TheftStep): Promise<void> => {
  await expect.poll(() => fact('step'), { timeout: 30_000 }).toBe(screen);
  if (step !== undefined) await expect.poll(() => fact('theft')).toBe(step);
};
const stateOf = (name: string): Promise<string | null> =>
  desk.page.locator(`[data-testid=theft-person][data-name="${name}"]`).getAttribute('data-state');

/** By Tab and Enter alone. */
async function strike(testId: string): Promise<void> {
  await desk.tabTo(testId);
  await press('Enter');
}

async function typeInto(testId: string, text: string): Promise<void> {
  await desk.tabTo(testId);
  await desk.page.keyboard.type(text);
}

/** Both PINs where there is one supervisor, who is chosen already. */
async function provePair(pins: Readonly<Record<'admin' | 'supervisor', string>>): Promise<void> {
  await typeInto('pin-input', pins.admin);
  await typeInto('other-pin-input', pins.supervisor);
  await press('Enter');
}

/** The first of the list who has old keys yet. */
async function renewNext(role: Role, pins: Readonly<Record<'admin' | 'supervisor', string>>): Promise<void> {
  await strike('theft-renew');
  await shows('theft-renew');
  await typeInto('new-pin', RENEWED_PINS[role]);
  await typeInto('new-pin-confirm', RENEWED_PINS[role]);
  await desk.tabTo('second-choice');
  await press('ArrowDown');
  await press('Enter');
  await typeInto('second-pin', pins.supervisor);
  await typeInto('own-pin', pins.admin);
  await press('Enter');
  await shows('theft-people');
  await expect.poll(() => stateOf(DESK_STAFF[role].name)).toBe('renewed');
}

async function rotateKey(key: 'tier-keys' | 'store-key' | 'device-secret'): Promise<void> {
  await shows('theft-key', key);
  if (key !== 'device-secret') await get('needs-room').waitFor();
  await typeInto('pin-input', RENEWED_PINS.admin);
  if (key === 'tier-keys') await typeInto('other-pin-input', RENEWED_PINS.supervisor);
  await press('Enter');
  await get('ceremony-made').waitFor({ timeout: 60_000 });
  await strike('ceremony-done');
}

async function killAndComeBack(role: Role, pin: string): Promise<void> {
  await desk.app.kill();
  await desk.app.restart();
  await desk.enter(role, pin);
}

const dueWords = async (): Promise<string> => (await get('bell-words').textContent()) ?? '';

describe('after a theft', () => {
  it('everybody gets a new PIN or is shut out and all keys are rotated, by keyboard alone, over two kills; what is left is said on every screen until it is finished', async () => {
    await desk.switchTo('admin');
    const second = { slotId: await desk.slotOf('supervisor'), pin: DESK_STAFF.supervisor.pin };
    await desk.request('staff.add', {
      name: AWAY,
      role: 'receptionist',
      twoRoles: false,
      newPin: AWAY_PIN,
      pin: DESK_STAFF.admin.pin,
      second,
    });
    const old = { admin: DESK_STAFF.admin.pin, supervisor: DESK_STAFF.supervisor.pin };

    await openPage('keys', { ...handOf(desk.page), click: strike });
    await get('key-theft').waitFor();
    await strike('theft-open');
    await shows('theft-plan', 'begin');
    await strike('theft-next');
    await shows('theft-needs', 'begin');
    await get('needs-room').waitFor();
    await provePair(old);
    await shows('theft-people', 'people');

    await strike('theft-renew');
    await shows('theft-renew');
    await typeInto('own-pin', old.admin);
    await typeInto('new-pin', RENEWED_PINS.admin);
    await typeInto('new-pin-confirm', RENEWED_PINS.admin);
    await press('Enter');
    await shows('theft-people');
    await expect.poll(() => stateOf(DESK_STAFF.admin.name)).toBe('renewed');

    await killAndComeBack('receptionist', DESK_STAFF.receptionist.pin);
    expect(await dueWords()).toBe(zhCN.due.theft.replace('{{count}}', '5'));
    await desk.lock();
    await desk.enter('admin', RENEWED_PINS.admin);
    await strike('bell');
    await strike('alert-due-keys-go');
    await get('theft-unfinished').waitFor();
    expect(await get('theft-unfinished').getAttribute('data-left')).toBe('5');
    await strike('theft-resume');
    await shows('theft-people', 'people');
    await renewNext('supervisor', { admin: RENEWED_PINS.admin, supervisor: old.supervisor });
    await renewNext('receptionist', RENEWED_PINS);
    await strike('theft-away');
    await shows('theft-away');
    await provePair(RENEWED_PINS);

    await rotateKey('tier-keys');
    await shows('theft-key', 'store-key');
    await killAndComeBack('admin', RENEWED_PINS.admin);
    expect(await dueWords()).toBe(zhCN.due.theft.replace('{{count}}', '3'));
    await strike('bell');
    await strike('alert-due-keys-go');
    await get('theft-unfinished').waitFor();
    await strike('theft-resume');
    await rotateKey('store-key');
    expect(stores()).toEqual(['store-0002.db']);
    await rotateKey('device-secret');
    await shows('theft-end', 'end');
    expect(await get('theft-away-names').textContent()).toContain(AWAY);
    await strike('theft-end');
    await get('theft-done').waitFor();
    await strike('theft-close');
    await shows('list');
    await expect.poll(() => get('bell').getAttribute('data-alerts')).not.toContain('due-keys');
    await strike('key-theft-record');
    expect(await get('record-theft').textContent()).toContain(zhCN.keysPage.theft.ends.done);
  });

  it('the new PINs open the desk and no old one does; who was away is not on the lock screen, and stands in the list of the staff', async () => {
    await press('Escape');
    await desk.lock();
    for (const role of ['admin', 'supervisor', 'receptionist'] as const) {
      const { error } = await desk.request('session.unlock', {
        slotId: await desk.slotOf(role),
        pin: DESK_STAFF[role].pin,
      });
      expect(error?.code, role).toBe('wrong-pin');
    }
    expect(await desk.page.locator('body').innerText()).not.toContain(AWAY);
    await desk.enter('receptionist', RENEWED_PINS.receptionist);
    await desk.openBySearch(`${asked.building}-${asked.unit}-${asked.room}`, asked.room);
    await desk.lock();
    await desk.enter('admin', RENEWED_PINS.admin);
    await openPage('staff', { ...handOf(desk.page), click: strike });
    await get('staff-suspended').waitFor();
    expect(await get('staff-suspended').locator('xpath=ancestor::tr').getAttribute('data-name')).toBe(AWAY);
  });
});
