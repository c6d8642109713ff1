// @vitest-environment happy-dom
/** The page of canary records: an admin's alone, what it asks for in which step, and what it says of one that was touched. */
import { expect, it } from 'vitest';
import { fail, ok } from '../../../../contract/result.ts';
import type { RouteRequest } from '../../../../contract/routes.ts';
import { type MemoryPage, openMemoryPage, typeInto } from '../../../support/memory-page.tsx';
import { changeReply } from '../../../support/recorded-bridge.ts';

const PHONE = '14100009977';

/** One that was touched, and one that was not. */
function answerTwo(page: MemoryPage): void {
  const one = page.recorded('canaries.make').canaries.at(-1)!;
  const touches = [{ at: Date.UTC(2026, 4, 16, 9), staffName: '前台甲' }];
  changeReply(page.vault, 'canaries.list', () => ({
    canaries: [
      { ...one, canaryId: 41, state: 'touched', touches },
      { ...one, canaryId: 42, state: 'watching', touches: [] },
    ],
  }));
}

async function openForm(page: MemoryPage): Promise<void> {
  answerTwo(page);
  await page.open('canaries');
  await page.get('canary');
  await page.click('canary-add');
  await typeInto(page, 'canary-name', '罗秋萍');
  await typeInto(page, 'canary-phone', PHONE);
}

async function sendPins(page: MemoryPage): Promise<void> {
  await typeInto(page, 'canary-pin', 'mango-64-rail');
  await typeInto(page, 'canary-supervisor-pin-input', 'tabby-37-kite');
  await page.click('canary-submit');
}

it.each(['receptionist', 'supervisor'] as const)('is on no screen of a %s', async (role) => {
  const page = await openMemoryPage(role);
  if (role === 'supervisor') await page.open('limits');
  if (role === 'supervisor') await page.get('section-limits');
  expect(page.find('sections') === null).toBe(role === 'receptionist');
  expect(page.find('section-canaries')).toBeNull();
});

it('says of each record whether it was touched, by whom, and that residents are counted with them', async () => {
  const page = await openMemoryPage('admin');
  answerTwo(page);
  await page.open('canaries');
  await page.get('canary');
  const states = [...document.querySelectorAll('[data-testid=canary-state]')].map((one) => one.textContent);
  expect(states[0]).toContain('已暴露，请更换');
  expect(states[1]).toBe('未被查看');
  await page.click('canary');
  expect((await page.get('canary-touch')).textContent).toContain('前台甲');
  expect((await page.get('screen-canaries')).textContent).toContain('住户人数包含哨兵档案');
});

it('says so where there is none, and tells what failed where they cannot be read', async () => {
  const page = await openMemoryPage('admin', (vault) => {
    vault['canaries.list'] = async () => fail('log-unavailable');
  });
  await page.open('canaries');
  expect((await page.get('failure')).dataset['code']).toBe('log-unavailable');
  page.vault['canaries.list'] = async () => ok({ canaries: [] });
  await page.click('canaries-again');
  await page.get('canaries-none');
});

it('asks for the PINs in a second step, with what was typed off the screen, and sends both', async () => {
  const page = await openMemoryPage('admin');
  const asked: RouteRequest<'canaries.make'>[] = [];
  const make = page.vault['canaries.make'];
  page.vault['canaries.make'] = async (request) => {
    asked.push(request);
    return make(request);
  };
  await openForm(page);
  await page.click('canary-submit');
  await page.get('canary-pin');
  expect(page.find('canary-phone')?.closest('[hidden]')).not.toBeNull();
  await sendPins(page);
  await page.gone('canary-form');
  expect(asked).toEqual([
    {
      person: { name: '罗秋萍', sex: 'unknown', phones: [PHONE], room: null },
      pin: 'mango-64-rail',
      supervisor: { slotId: expect.any(String), pin: 'tabby-37-kite' },
    },
  ]);
  expect(page.everything()).not.toContain(PHONE);
});

it('goes back to what was typed where that is not valid, and stays at the PINs where one is wrong', async () => {
  const page = await openMemoryPage('admin');
  await openForm(page);
  await page.click('canary-submit');
  page.vault['canaries.make'] = async () => fail('wrong-pin-either');
  await sendPins(page);
  expect((await page.get('failure')).dataset['code']).toBe('wrong-pin-either');
  expect(page.find('canary-form')?.dataset['step']).toBe('proof');
  page.vault['canaries.make'] = async () => fail('invalid-value', { field: 'phone' });
  await sendPins(page);
  await page.gone('canary-pin');
  expect(page.find('canary-form')?.dataset['step']).toBe('facts');
  expect((page.find('canary-phone') as HTMLInputElement).value).toBe(PHONE);
});

it('ends one with the PIN of the admin', async () => {
  const page = await openMemoryPage('admin');
  const asked: unknown[] = [];
  page.vault['canaries.end'] = async (request) => {
    asked.push(request);
    return ok({ canaries: [] });
  };
  answerTwo(page);
  await page.open('canaries');
  await page.click('canary');
  await page.click('canary-end');
  await typeInto(page, 'pin-input', 'mango-64-rail');
  await page.click('canary-end-submit');
  await page.get('canaries-none');
  expect(asked).toEqual([{ canaryId: 41, pin: 'mango-64-rail' }]);
});

it('tells a supervisor by whom and when a canary record was touched, and to have it replaced', async () => {
  const page = await openMemoryPage('supervisor');
  page.vault['alerts.list'] = async () =>
    ok({
      open: [
        {
          alertId: 301,
          at: Date.UTC(2026, 4, 16, 9),
          kind: 'canary',
          count: 1,
          limit: null,
          staffId: null,
          staffName: '前台甲',
          personId: null,
          personMask: null,
          roomLabel: null,
          reader: 'you',
          seen: null,
        },
      ],
      seen: [],
    });
  await page.open('alerts');
  expect((await page.get('alert-open')).textContent).toMatch(/前台甲\s*有人查看了哨兵档案，请管理员更换/);
});
