// @vitest-environment happy-dom
/** What a change on one screen renews on the others. */
import { expect, it, vi } from 'vitest';
import { ok } from '../../../../contract/result.ts';
import { openMemoryPage } from '../../../support/memory-page.tsx';
import { PINS } from '../../../support/pins.ts';

it('says in the bell that backups are overdue as soon as their page knows, and no longer than it does', async () => {
  const page = await openMemoryPage('admin', (vault) => {
    vault['backup.warning'] = async () => ok({ warning: null, lastAt: null });
  });
  let isOverdue = true;
  page.vault['backup.warning'] = async () => ok({ warning: isOverdue ? 'overdue' : null, lastAt: null });
  // A reply that crosses the port is another object each time.
  const read = page.vault['backup.read'];
  page.vault['backup.read'] = async (request) => structuredClone(await read(request));
  await page.calm('backup-warning');
  await page.open('backup');
  await page.alerted('backup-warning');
  await page.open('keys');
  isOverdue = false;
  await page.open('backup');
  await page.calm('backup-warning');
});

it('asks anew who may sign in and which keys are due once a change of staff is made', async () => {
  const page = await openMemoryPage('admin');
  const asked: string[] = [];
  for (const name of ['vault.status', 'keys.due', 'staff.list'] as const) {
    const ask = page.vault[name] as (request: unknown) => Promise<never>;
    Object.assign(page.vault, { [name]: (request: unknown) => (asked.push(name), ask(request)) });
  }
  await page.open('staff');
  await page.get('staff-member');
  // The overview knows them already; the page asks for itself.
  await vi.waitFor(() => expect(asked).toContain('staff.list'));
  asked.length = 0;
  await page.click('staff-menu');
  await page.click('staff-rename');
  (await page.get('staff-name')).focus();
  page.type('Planted');
  await page.click('ceremony-next');
  (await page.get('own-pin')).focus();
  page.type(PINS.admin);
  expect(asked).toEqual([]);
  await page.click('ceremony-submit');
  await page.get('ceremony-done');
  await vi.waitFor(() => expect(asked.toSorted()).toEqual(['keys.due', 'staff.list', 'vault.status']));
});
