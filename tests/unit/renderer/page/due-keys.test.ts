// @vitest-environment happy-dom
/** Keys that are due because somebody has left, in the bell of every screen. */
import { expect, it, vi } from 'vitest';
import { ok } from '../../../../contract/result.ts';
import { formatClock, formatMoment } from '../../../../renderer/messages/format.ts';
import { zhCN } from '../../../../renderer/messages/words.ts';
import { openMemoryPage } from '../../../support/memory-page.tsx';
import { PINS } from '../../../support/pins.ts';
import { changeReply } from '../../../support/recorded-bridge.ts';

const today = new Date();
const at = (days: number, hour: number, minute: number): number =>
  new Date(today.getFullYear(), today.getMonth(), today.getDate() + days, hour, minute).getTime();

it.each([
  ['by the end of today', at(1, 0, 0) - 1, zhCN.due.today],
  ['tomorrow, where a time alone would be taken for one of today', at(1, 23, 59), zhCN.due.tomorrow],
  ['until just now', Date.now(), zhCN.due.over],
])('says when they are: %s', async (_, by, words) => {
  const page = await openMemoryPage('admin', (vault) => {
    vault['alerts.list'] = async () => ok({ open: [], seen: [] });
  });
  page.vault['keys.due'] = async () => ok({ keys: ['tier-keys'], by, theft: null });
  await page.open('keys');
  await page.alerted('due-keys');
  expect((await page.get('bell-words')).textContent).toBe(words.replace('{{time}}', formatClock(by)));
});

it('is said of just those keys on their page, with the time and why', async () => {
  const by = at(1, 23, 59);
  const page = await openMemoryPage('admin');
  page.vault['keys.due'] = async () => ok({ keys: ['tier-keys'], by, theft: null });
  changeReply(page.vault, 'keys.list', (reply) => ({
    ...reply,
    keys: reply.keys.map((one) => ({ ...one, dueAt: at(200, 0, 0) })),
  }));
  await page.open('keys');
  await page.alerted('due-keys');
  const words = formatMoment(by) + zhCN.keysPage.leaver;
  expect((await page.get('key-tier-keys')).textContent).toContain(words);
  expect((await page.get('key-tier-keys')).dataset['due']).toBe('soon');
  expect((await page.get('key-store-key')).dataset['due']).toBe('later');
});

it('goes as soon as the last of them is changed, on the very page', async () => {
  const page = await openMemoryPage('admin');
  let isChanged = false;
  const rotate = page.vault['keys.rotateDeviceSecret'];
  page.vault['keys.due'] = async () =>
    ok({ keys: isChanged ? [] : ['store-key'], by: isChanged ? null : Date.now() + 60_000, theft: null });
  page.vault['keys.rotateDeviceSecret'] = async (request) => {
    isChanged = true;
    return rotate(request);
  };
  const { 'keys.list': list } = page.vault;
  const listed = vi.fn(list);
  page.vault['keys.list'] = listed;
  await page.open('keys');
  // The overview knows the list already; its buttons are pressed once the page has read it for itself.
  await vi.waitFor(() => expect(listed).toHaveResolved());
  await page.alerted('due-keys');
  await page.click('rotate-device-secret');
  await page.click('ceremony-next');
  (await page.get('pin-input')).focus();
  page.type(PINS.admin);
  await page.alerted('due-keys');
  await page.click('ceremony-begin');
  await page.get('ceremony-made');
  await page.calm('due-keys');
});
