// @vitest-environment happy-dom
/** What an undo asks of the vault: the opposite change, by the route that makes it anyway, and no PIN. */
import { expect, it, vi } from 'vitest';
import { ok } from '../../../../contract/result.ts';
import type { MaskedPerson, RecordView } from '../../../../contract/people/views.ts';
import { type MemoryPage, openMemoryPage } from '../../../support/memory-page.tsx';
import { changeReply } from '../../../support/recorded-bridge.ts';

const LEASE = {
  kind: 'lease',
  recordId: 7,
  roomId: 1,
  roomLabel: '1-1-101',
  from: '2026-01-01',
  until: null,
  ended: false,
} as unknown as RecordView;
const personWith = (version: number, records: readonly RecordView[]): MaskedPerson =>
  ({ personId: 'p', version, records, rooms: [], fields: [] }) as unknown as MaskedPerson;

async function open(): Promise<{ readonly page: MemoryPage; readonly asked: readonly unknown[] }> {
  const asked: unknown[] = [];
  const page = await openMemoryPage();
  for (const route of ['records.edit', 'records.remove'] as const)
    page.vault[route] = async (request) => {
      asked.push([route, request]);
      return ok(personWith(3, []));
    };
  return { page, asked };
}

it('changes an ended record back, from the version that the change made', async () => {
  const { page, asked } = await open();
  const undo = page.modules.undoOfRecord(
    'lease',
    LEASE,
    personWith(1, [LEASE]),
    personWith(2, [{ ...LEASE, until: '2026-03-02', ended: true } as RecordView]),
  );
  expect(await undo?.()).toBeNull();
  expect(asked).toEqual([
    ['records.edit', { personId: 'p', version: 2, recordId: 7, changes: { kind: 'lease', until: null } }],
  ]);
});

it('removes a record that was added, and offers nothing for one that was removed', async () => {
  const { page, asked } = await open();
  const undoOf = page.modules.undoOfRecord;
  expect(await undoOf('lease', null, personWith(1, []), personWith(2, [LEASE]))?.()).toBeNull();
  expect(asked).toEqual([['records.remove', { personId: 'p', version: 2, kind: 'lease', recordId: 7 }]]);
  expect(undoOf('lease', LEASE, personWith(1, [LEASE]), personWith(2, []))).toBeNull();
});

it('changes another system back', async () => {
  const page = await openMemoryPage('admin');
  let register = page.recorded('systems.list');
  page.vault['systems.list'] = async () => ok(register);
  changeReply(page.vault, 'systems.change', (_, { systemId, system }) => {
    const systems = register.systems.map((one) => (one.systemId === systemId ? { ...one, ...system } : one));
    return (register = { ...register, systems });
  });
  await page.open('other-systems');
  const names = () =>
    [...document.querySelectorAll('[data-testid=other-system] button')].map((one) => one.textContent);
  await page.get('other-system');
  const before = names();
  await page.click('other-system');
  await page.click('other-system-change');
  (await page.get('other-system-name')).focus();
  page.type('x');
  await page.click('other-system-submit');
  await page.gone('other-system-form');
  expect(names()).not.toEqual(before);
  await page.click('toast-undo');
  await vi.waitFor(() => expect(names()).toEqual(before));
});
