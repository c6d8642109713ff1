// @vitest-environment happy-dom
/** What covers the screen where nobody has been there over long work. */
import { expect, it, vi } from 'vitest';
import { zhCN } from '../../../../renderer/messages/words.ts';
import { effectsRun, openMemoryPage } from '../../../support/memory-page.tsx';

it('says how far the work is and that the lock follows, and lets no key of the desk act', async () => {
  const page = await openMemoryPage();
  page.press('F1');
  await page.get('dialog-help');
  page.press('F1');
  await page.gone('dialog-help');

  page.say('covered', {});
  const cover = await page.get('screen-cover');
  expect(cover.textContent).toContain(zhCN.lock.covered.lead);
  expect((await page.get('screen-counter')).closest('[inert]')).not.toBeNull();
  for (const [key, held] of [['F1'], ['Escape'], ['p', { altKey: true }], ['i', { ctrlKey: true }]] as const)
    page.press(key, held);
  await effectsRun();
  expect(page.find('dialog-help')).toBeNull();
  expect(page.find('screen-import')).toBeNull();
  expect((await page.get('screen-counter')).dataset['privacy']).toBe('false');
  expect(page.find('screen-cover')).toBe(cover);

  page.say('import.progress', { phase: 'writing', done: 30, total: 120, secondsLeft: 40 });
  await vi.waitFor(() =>
    expect(cover.querySelector('[role=progressbar]')?.getAttribute('aria-valuenow')).toBe('25'),
  );
  expect(cover.textContent).toContain('40');
});
