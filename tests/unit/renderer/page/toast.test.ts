// @vitest-environment happy-dom
/** What was just done, and the way to undo it: six seconds, by mouse and by keyboard, and gone with the desk. */
import { afterEach, expect, it, vi } from 'vitest';
import { zhCN } from '../../../../renderer/messages/words.ts';
import { type MemoryPage, openMemoryPage } from '../../../support/memory-page.tsx';

const toastsOf = ({ modules }: MemoryPage) => modules.toastsStore.getState();
const taskOf = ({ modules }: MemoryPage) => modules.taskStore.getState();

/** A task of two steps, cancelled by its button. */
async function cancelTask(page: MemoryPage): Promise<void> {
  taskOf(page).take('parcel');
  taskOf(page).tell('verify', null);
  await page.click('task-end');
  await page.get('toast');
}
const wait = (milliseconds: number): Promise<unknown> => vi.advanceTimersByTimeAsync(milliseconds);

afterEach(() => vi.useRealTimers());

it('says politely what was done and undoes it by its button', async () => {
  const page = await openMemoryPage();
  await cancelTask(page);
  const toast = await page.get('toast');
  expect(toast.textContent).toContain(zhCN.task.ended);
  expect(toast.closest('[role=status]')).not.toBeNull();
  expect(toast.querySelector('[role=alert]')).toBeNull();
  await page.click('toast-undo');
  await page.get('task-strip');
  expect(taskOf(page).done).toEqual([{ step: 'verify', personId: null }]);
  await vi.waitFor(() => expect(page.find('toast')?.textContent).toBe(zhCN.toast.undone));
  expect(page.find('toast-undo')).toBeNull();
});

it('undoes by its key, which does nothing where nothing can be undone', async () => {
  const page = await openMemoryPage();
  expect(page.press('z', { altKey: true })).toBe(true);
  await cancelTask(page);
  expect(page.press('z', { altKey: true })).toBe(false);
  await page.get('task-strip');
});

it('offers no undo once another task has begun', async () => {
  const page = await openMemoryPage();
  await cancelTask(page);
  page.modules.beginTask('visitor');
  await page.gone('toast');
  expect(taskOf(page).task).toBe('visitor');
});

it('stays six seconds, and as long as it has the focus', async () => {
  const page = await openMemoryPage();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  await cancelTask(page);
  const undo = await page.get('toast-undo');
  await wait(3_000);
  undo.focus();
  await wait(20_000);
  expect(page.find('toast')).not.toBeNull();
  (await page.get('search-box')).focus();
  await wait(2_000);
  expect(page.find('toast')).not.toBeNull();
  await wait(1_500);
  expect(page.find('toast')).toBeNull();
});

it('is led to by F6', async () => {
  const page = await openMemoryPage();
  await cancelTask(page);
  page.press('F6');
  await vi.waitFor(() => expect(document.activeElement?.contains(page.find('toast'))).toBe(true));
});

it('is gone at once when the vault locks, and nothing that ends later is shown', async () => {
  const page = await openMemoryPage();
  await cancelTask(page);
  const { appStore } = page.modules;
  // As a lock begins; what follows it is another page.
  appStore.setState({ leaving: true });
  await page.get('screen-leaving');
  expect(page.find('toast')).toBeNull();
  toastsOf(page).show({ words: () => 'too late' });
  expect(toastsOf(page).toast).toBeNull();
});

it('is gone in the visitor view and under the cover', async () => {
  const page = await openMemoryPage();
  await cancelTask(page);
  page.press('p', { altKey: true });
  await page.get('visitor-view');
  expect(page.find('toast')).toBeNull();
  page.press('p', { altKey: true });
  await page.gone('visitor-view');
  expect(page.find('toast')).toBeNull();

  await cancelTask(page);
  page.say('covered', {});
  await page.get('screen-cover');
  expect(page.find('toast')).toBeNull();
});

it('brings back the checklist of the first day, or says why not', async () => {
  const page = await openMemoryPage('admin', (vault) => {
    vault['firstDay.read'] = async () => ({
      ok: true,
      value: {
        hasResidents: false,
        hasCompany: false,
        hasBackupFolder: false,
        admins: 1,
        idNumbersDecided: true,
        company: { isSmall: true, filled: [] },
      },
    });
  });
  await page.click('first-day-put-away');
  await page.gone('first-day');
  await page.click('toast-undo');
  await page.get('first-day');

  const { show } = toastsOf(page);
  show({ words: () => 'done', undo: async () => ({ code: 'changed-meanwhile', details: {} }) });
  await page.click('toast-undo');
  await vi.waitFor(() =>
    expect(page.find('toast')?.textContent).toContain(zhCN.errors['changed-meanwhile'].what),
  );
});

it('is read with the next step, unless it offers an undo', async () => {
  const page = await openMemoryPage();
  const { show } = toastsOf(page);
  show({ words: () => 'done' });
  await page.get('toast');
  page.type('z');
  await page.gone('toast');
  show({ words: () => 'done', undo: () => null });
  await page.get('toast');
  page.type('h');
  await page.get('result-row');
  expect(page.find('toast')).not.toBeNull();
});
