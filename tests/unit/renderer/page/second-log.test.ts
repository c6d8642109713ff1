// @vitest-environment happy-dom
/** The page of the log's second place, and what the bell of every screen says of it. */
import { expect, it, vi } from 'vitest';
import type { Role } from '../../../../contract/fields.ts';
import { fail, ok } from '../../../../contract/result.ts';
import type { SecondPlace } from '../../../../contract/second-log/routes.ts';
import { type MemoryPage, openMemoryPage } from '../../../support/memory-page.tsx';
import { PINS } from '../../../support/pins.ts';
import { changeReply } from '../../../support/recorded-bridge.ts';

const NONE: SecondPlace = {
  choice: null,
  state: 'none',
  sameDisk: null,
  writtenAt: null,
  behind: 0,
  overdue: false,
  lines: { good: 0, unreadable: 0, missing: 0 },
};

/** Where no place was chosen yet. */
const openWithout = (role: Role): Promise<MemoryPage> =>
  openMemoryPage(role, (vault) => {
    vault['second.read'] = async () => ok(NONE);
    vault['second.warning'] = async () => ok({ overdue: false });
  });

async function openPlace(page: MemoryPage): Promise<void> {
  await page.open('second-log');
}

/** The form as it is before its PIN is typed. */
async function fillForm(page: MemoryPage): Promise<void> {
  await openPlace(page);
  await page.click('second-choose');
  await page.click('second-pick');
  await vi.waitFor(() => expect(page.find('second-picked')?.textContent).toBe('备份盘'));
  await page.click('second-entries');
}

async function sendPin(page: MemoryPage, pin: string): Promise<void> {
  (await page.get('pin-input')).focus();
  page.type(pin);
  await page.click('second-submit');
}

it('lets an admin choose a place, and says what is found there in words', async () => {
  const page = await openWithout('admin');
  await openPlace(page);
  expect((await page.get('second-state')).textContent).toContain('还没有选择存放位置');
  const choose = page.vault['second.choose'];
  page.vault['second.choose'] = async () => fail('wrong-pin', { waitSeconds: 0, freeTries: 4 });
  await page.open('log');
  await fillForm(page);
  await sendPin(page, 'not this one');
  expect((await page.get('failure')).dataset['code']).toBe('wrong-pin');
  page.vault['second.choose'] = choose;
  await sendPin(page, PINS.admin);
  expect((await page.get('second-folder')).textContent).toBe(page.recorded('second.choose').choice?.folder);
  expect(page.find('second-form')).toBeNull();
  expect((await page.get('second-state')).textContent).toContain('一致');
  await page.get('second-open-ask');
});

it('lists what only the drive has, and empties the sheet that was typed', async () => {
  const page = await openWithout('admin');
  changeReply(page.vault, 'second.open', (opened) => ({
    ...opened,
    lost: [{ seq: 212, time: Date.UTC(2026, 4, 15, 17, 20), staffName: '前台甲', action: 'reveal' }],
  }));
  await fillForm(page);
  await sendPin(page, PINS.admin);
  await page.click('second-open-ask');
  for (const line of [0, 1, 2, 3]) {
    (await page.get(`sheet-line-${line}`)).focus();
    page.type('7K3Q');
  }
  await page.click('second-open');
  expect((await page.get('second-lost-entry')).textContent).toContain('212');
  expect(page.everything()).not.toContain('7K3Q');
});

it.each(['supervisor', 'receptionist'] as const)(
  'tells a %s in the bell of every screen that nothing was written for days',
  async (role) => {
    const page = await openWithout(role);
    await page.calm('second-warning');
    page.vault['second.warning'] = async () => ok({ overdue: true });
    page.say('changed', { topics: ['second-log'] });
    await page.alerted('second-warning');
    await page.click('bell');
    await page.get('alert-second-warning');
    expect(page.find('alert-second-warning-go') !== null).toBe(role === 'supervisor');
    if (role === 'receptionist') return;
    await page.click('alert-second-warning-go');
    await page.get('screen-second-log');
    // Choosing is an admin's.
    expect(page.offers('second-choose')).toBe(false);
  },
);
