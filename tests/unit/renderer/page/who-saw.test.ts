// @vitest-environment happy-dom
/** The page of who has seen what: one press from a record, what it may be asked by, and what it sends to the printer. */
import { expect, it, vi } from 'vitest';
import { fail, ok } from '../../../../contract/result.ts';
import type { MemoryPage } from '../../../support/memory-page.tsx';
import { openMemoryPage, typeInto, watchRoute } from '../../../support/memory-page.tsx';

const PIN = 'tabby-37-kite';
const NUMBER = '14127365084';

const rows = (): readonly (string | undefined)[] =>
  [...document.querySelectorAll<HTMLElement>('[data-testid=log-entry]')].map(
    ({ dataset }) => dataset['action'],
  );

async function openRecord(page: MemoryPage): Promise<void> {
  page.find('search-box')!.focus();
  page.type('1-1-101');
  await page.get('result-row');
  page.press('Enter');
  await page.get('person-panel');
}

async function openPage(role: 'supervisor' | 'admin' = 'supervisor'): Promise<MemoryPage> {
  const page = await openMemoryPage(role);
  await page.open('who-saw');
  await page.get('screen-who-saw');
  return page;
}

it('is one press away from an open record, answered for that resident', async () => {
  const page = await openMemoryPage('supervisor');
  const asked = watchRoute(page, 'whosaw.list');
  await openRecord(page);
  const personId = Number(page.find('person-panel')!.dataset['person']);
  await page.click('who-saw-button');
  expect((await page.get('who-saw-whom')).textContent).toContain('覃**');
  expect(asked).toEqual([{ about: { by: 'person', personId }, before: null }]);
  expect(rows()).toEqual(['reveal', 'verify', 'open', 'reveal']);
  expect(document.querySelectorAll('[data-testid=who-saw-staff]')).toHaveLength(2);
});

it('is not offered to a receptionist', async () => {
  const page = await openMemoryPage('receptionist');
  await openRecord(page);
  expect(page.find('who-saw-button')).toBeNull();
});

it('is narrowed by a field and by how it was seen, and cleared', async () => {
  const page = await openMemoryPage('supervisor');
  await openRecord(page);
  await page.click('who-saw-button');
  await page.get('who-saw-whom');
  await page.choose('who-saw-field', '电话');
  await vi.waitFor(() => expect(rows()).toEqual(['reveal', 'verify', 'reveal']));
  await page.choose('who-saw-how', '核对');
  await vi.waitFor(() => expect(rows()).toEqual(['verify']));
  await page.click('who-saw-filters-clear');
  await vi.waitFor(() => expect(rows()).toHaveLength(4));
});

it('sends a reader without a resident to the counter', async () => {
  const page = await openPage();
  await page.get('who-saw-start');
  await page.click('who-saw-to-counter');
  await page.get('search-box');
});

it('traces a number with a supervisor’s PIN, and keeps neither', async () => {
  const page = await openPage('admin');
  const asked = watchRoute(page, 'whosaw.number');
  await page.click('who-saw-by-number');
  await typeInto(page, 'who-saw-number', NUMBER);
  await typeInto(page, 'who-saw-supervisor-pin-input', PIN);
  await page.click('who-saw-trace');
  expect((await page.get('who-saw-whom')).textContent).toContain('29栋 2单元 1803');
  expect(asked).toEqual([{ number: NUMBER, supervisor: { slotId: expect.any(String), pin: PIN } }]);
  for (const secret of [NUMBER, PIN]) expect(page.everything()).not.toContain(secret);
});

it('says what a trace was refused for, and keeps the number for another try', async () => {
  const page = await openPage();
  page.vault['whosaw.number'] = async () => fail('wrong-pin', { waitSeconds: 0, freeTries: 3 });
  await page.click('who-saw-by-number');
  await typeInto(page, 'who-saw-number', NUMBER);
  await typeInto(page, 'who-saw-supervisor-pin-input', PIN);
  await page.click('who-saw-trace');
  expect((await page.get('failure')).dataset['code']).toBe('wrong-pin');
  expect(page.find('who-saw-number')).toHaveProperty('value', NUMBER);
  expect(page.everything()).not.toContain(PIN);
});

it('says that nobody has a number that nobody has', async () => {
  const page = await openPage();
  page.vault['whosaw.number'] = async () =>
    ok({
      whom: {
        by: 'number',
        people: [],
        former: [],
        morePeople: false,
        roomLabel: null,
        staffName: null,
        days: null,
      },
      summary: { total: 0, staff: [] },
      entries: [],
      next: null,
    });
  await page.click('who-saw-by-number');
  await typeInto(page, 'who-saw-number', NUMBER);
  await typeInto(page, 'who-saw-supervisor-pin-input', PIN);
  await page.click('who-saw-trace');
  await page.get('who-saw-untraced');
  expect(page.find('who-saw-filters')).toBeNull();
});

it('asks by room, by day and by one of the staff', async () => {
  const page = await openPage();
  const asked = watchRoute(page, 'whosaw.list');
  await page.click('who-saw-by-room');
  await typeInto(page, 'who-saw-room-text', '1');
  await page.click('who-saw-room-find');
  const room = await vi.waitFor(() => {
    const found = document.querySelector<HTMLElement>('[data-room]');
    expect(found).not.toBeNull();
    return found!;
  });
  room.click();
  await page.get('who-saw-whom');
  await page.click('who-saw-by-day');
  expect(page.find('who-saw-whom')).toBeNull();
  await page.click('who-saw-show');
  await page.get('who-saw-whom');
  await page.click('who-saw-by-staff');
  expect(await page.get('who-saw-show')).toHaveProperty('disabled', true);
  await page.choose('who-saw-staff-choice', '覃 主管');
  await page.click('who-saw-show');
  await page.get('who-saw-whom');
  const day = expect.stringMatching(/^\d{4}-\d\d-\d\d$/);
  expect(asked).toEqual([
    { about: { by: 'room', roomId: Number(room.dataset['room']) }, before: null },
    { about: { by: 'day', day }, before: null },
    { about: { by: 'staff', staffId: expect.any(String), from: day, to: day }, before: null },
  ]);
});

it('prints what was asked about, once it is entered', async () => {
  const page = await openMemoryPage('supervisor');
  await openRecord(page);
  await page.click('who-saw-button');
  await page.get('who-saw-whom');
  const asked = watchRoute(page, 'whosaw.print');
  await page.click('who-saw-print');
  await vi.waitFor(() => expect(page.everything()).toContain('已送到打印机'));
  expect(asked).toEqual([{ about: { by: 'person', personId: expect.any(Number) } }]);
  page.vault['whosaw.print'] = async () => fail('log-unavailable');
  await page.click('who-saw-print');
  expect((await page.get('failure')).dataset['code']).toBe('log-unavailable');
  expect(page.everything()).not.toContain('已送到打印机');
});

it('answers the resident with a supervisor’s PIN, and says what the clerk has to check first', async () => {
  const page = await openMemoryPage('admin');
  page.vault['whosaw.answer'] = async () => fail('needs-supervisor');
  await page.open('log');
  await page.get('log-entry');
  await openFromLog(page);
  await page.get('who-saw-whom');
  await page.click('who-saw-answer');
  expect((await page.get('answer-resident')).textContent).toContain('核实身份');
  await typeInto(page, 'answer-supervisor-pin-input', PIN);
  await page.click('answer-submit');
  expect((await page.get('failure')).dataset['code']).toBe('needs-supervisor');
  page.vault['whosaw.answer'] = async () => ok({});
  await typeInto(page, 'answer-supervisor-pin-input', PIN);
  await page.click('answer-submit');
  await page.gone('answer-resident');
  await vi.waitFor(() => expect(page.everything()).toContain('已送到打印机'));
});

/** By an entry that names a resident. */
async function openFromLog(page: MemoryPage): Promise<void> {
  await page.choose('log-group', '核实与查看');
  await vi.waitFor(() => expect(new Set(rows())).toEqual(new Set(['reveal', 'verify'])));
  document.querySelector<HTMLElement>('[data-testid=log-entry] button')!.click();
  await page.click('log-who-saw');
}
