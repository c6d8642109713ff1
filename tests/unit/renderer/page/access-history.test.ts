// @vitest-environment happy-dom
/** The page of who has seen what: one press from a record, what it may be asked by, and what it sends to the printer. */
import { expect, it, vi } from 'vitest';
import { SEEING } from '../../../../contract/access-history/lists.ts';
import type { LogEntryView } from '../../../../contract/log/entries.ts';
import { fail, ok } from '../../../../contract/result.ts';
import { answerLog } from '../../../support/log-replies.ts';
import { type MemoryPage, openMemoryPage, typeInto, watchRoute } from '../../../support/memory-page.tsx';
import { changeReply } from '../../../support/recorded-bridge.ts';

const PIN = 'tabby-37-kite';
const NUMBER = '14127365084';

const rows = (): readonly (string | undefined)[] =>
  [...document.querySelectorAll<HTMLElement>('[data-testid=log-entry]')].map(
    ({ dataset }) => dataset['action'],
  );

const actionsOf = (entries: readonly LogEntryView[]): readonly string[] =>
  entries.map(({ action }) => action);

/** What was recorded of the resident that searches find first. */
const recordedOf = (page: MemoryPage) =>
  page.recorded('accessHistory.list', 'supervisor', { about: { by: 'person', personId: 1 }, before: null });

/** Narrowed as the vault does it. */
const answerList = (page: MemoryPage): void =>
  changeReply(page.vault, 'accessHistory.list', (answer, { field, how }) => {
    const actions: readonly string[] | undefined = how === undefined ? undefined : SEEING[how];
    const entries = answer.entries.filter(
      (entry) => actions?.includes(entry.action) !== false && (field === undefined || entry.field === field),
    );
    return { ...answer, entries };
  });

async function openRecord(page: MemoryPage): Promise<void> {
  page.find('search-box')!.focus();
  page.type('29-2-1803');
  await page.get('result-row');
  page.press('Enter');
  await page.get('person-panel');
}

async function openPage(role: 'supervisor' | 'admin' = 'supervisor'): Promise<MemoryPage> {
  const page = await openMemoryPage(role);
  await page.open('access-history');
  await page.get('screen-access-history');
  return page;
}

it('is one press away from an open record, answered for that resident', async () => {
  const page = await openMemoryPage('supervisor');
  answerList(page);
  const asked = watchRoute(page, 'accessHistory.list');
  await openRecord(page);
  const personId = Number(page.find('person-panel')!.dataset['person']);
  await page.click('person-more');
  await page.click('access-history-button');
  expect((await page.get('access-history-whom')).textContent).toContain('邢**');
  expect(asked).toEqual([{ about: { by: 'person', personId }, before: null }]);
  const { entries, summary } = recordedOf(page);
  expect(rows()).toEqual(actionsOf(entries));
  expect(document.querySelectorAll('[data-testid=access-history-staff]')).toHaveLength(summary!.staff.length);
});

it('is not offered to a receptionist', async () => {
  const page = await openMemoryPage('receptionist');
  await openRecord(page);
  await page.click('person-more');
  expect(page.find('access-history-button')).toBeNull();
});

it('is narrowed by a field and by how it was seen, and cleared', async () => {
  const page = await openMemoryPage('supervisor');
  answerList(page);
  const all = recordedOf(page).entries;
  const ofPhone = all.filter(({ field }) => field === 'phone');
  const verified = ofPhone.filter(({ action }) => action === 'verify');
  expect([0 < verified.length, verified.length < ofPhone.length, ofPhone.length < all.length]).toEqual([
    true,
    true,
    true,
  ]);
  await openRecord(page);
  await page.click('person-more');
  await page.click('access-history-button');
  await page.get('access-history-whom');
  await page.choose('access-history-field', '电话');
  await vi.waitFor(() => expect(rows()).toEqual(actionsOf(ofPhone)));
  await page.choose('access-history-how', '核实');
  await vi.waitFor(() => expect(rows()).toEqual(actionsOf(verified)));
  await page.click('access-history-filters-clear');
  await vi.waitFor(() => expect(rows()).toEqual(actionsOf(all)));
});

it('asks at once for a resident, who is found and chosen by their masks', async () => {
  const page = await openPage('admin');
  answerList(page);
  const asked = watchRoute(page, 'accessHistory.list');
  const sought = watchRoute(page, 'people.search');
  await page.get('access-history-start');
  await typeInto(page, 'access-history-person-text', '29-2-1803');
  await page.click('access-history-person-find');
  const found = await page.get('access-history-person-1');
  expect(found.textContent).toMatch(/^邢\*\* · 29栋2单元1803 · 141\*{4}\d{4}$/);
  await page.click('access-history-person-1');
  expect((await page.get('access-history-whom')).textContent).toContain('邢**');
  expect(sought).toEqual([{ text: '29-2-1803' }]);
  expect(asked).toEqual([{ about: { by: 'person', personId: 1 }, before: null }]);
});

it('says that nobody was found, and stays for another text', async () => {
  const page = await openPage();
  page.vault['people.search'] = async () => ok({ groups: [], next: null });
  await typeInto(page, 'access-history-person-text', '0');
  await page.click('access-history-person-find');
  await vi.waitFor(() => expect(page.everything()).toContain('没有找到住户。'));
  expect(page.find('access-history-person-text')).toHaveProperty('value', '0');
});

it('traces a number with a supervisor’s PIN, and keeps neither', async () => {
  const page = await openPage('admin');
  const asked = watchRoute(page, 'accessHistory.number');
  await page.click('access-history-by-number');
  await typeInto(page, 'access-history-number', NUMBER);
  await typeInto(page, 'access-history-supervisor-pin-input', PIN);
  await page.click('access-history-trace');
  expect((await page.get('access-history-whom')).textContent).toContain('29栋2单元1803');
  expect(asked).toEqual([{ number: NUMBER, supervisor: { slotId: expect.any(String), pin: PIN } }]);
  for (const secret of [NUMBER, PIN]) expect(page.everything()).not.toContain(secret);
});

it('says what a trace was refused for, and keeps the number for another try', async () => {
  const page = await openPage();
  page.vault['accessHistory.number'] = async () => fail('wrong-pin', { waitSeconds: 0, freeTries: 3 });
  await page.click('access-history-by-number');
  await typeInto(page, 'access-history-number', NUMBER);
  await typeInto(page, 'access-history-supervisor-pin-input', PIN);
  await page.click('access-history-trace');
  expect((await page.get('failure')).dataset['code']).toBe('wrong-pin');
  expect(page.find('access-history-number')).toHaveProperty('value', NUMBER);
  expect(page.everything()).not.toContain(PIN);
});

it('says that nobody has a number that nobody has', async () => {
  const page = await openPage();
  page.vault['accessHistory.number'] = async () =>
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
  await page.click('access-history-by-number');
  await typeInto(page, 'access-history-number', NUMBER);
  await typeInto(page, 'access-history-supervisor-pin-input', PIN);
  await page.click('access-history-trace');
  await page.get('access-history-untraced');
  expect(page.find('access-history-filters')).toBeNull();
});

it('asks by room, by day and by one of the staff', async () => {
  const page = await openPage();
  const asked = watchRoute(page, 'accessHistory.list');
  await page.click('access-history-by-room');
  await typeInto(page, 'access-history-room-text', '1');
  await page.click('access-history-room-find');
  const room = await vi.waitFor(() => {
    const found = document.querySelector<HTMLElement>('[data-offered]');
    expect(found).not.toBeNull();
    return found!;
  });
  room.click();
  await page.get('access-history-whom');
  await page.click('access-history-by-day');
  expect(page.find('access-history-whom')).toBeNull();
  await page.click('access-history-show');
  await page.get('access-history-whom');
  await page.click('access-history-by-staff');
  expect(await page.get('access-history-show')).toHaveProperty('disabled', true);
  await page.choose('access-history-staff-choice', 'Super One');
  await page.click('access-history-show');
  await page.get('access-history-whom');
  const day = expect.stringMatching(/^\d{4}-\d\d-\d\d$/);
  expect(asked).toEqual([
    { about: { by: 'room', roomId: Number(room.dataset['offered']) }, before: null },
    { about: { by: 'day', day }, before: null },
    { about: { by: 'staff', staffId: expect.any(String), from: day, to: day }, before: null },
  ]);
});

it('prints what was asked about, once it is entered', async () => {
  const page = await openMemoryPage('supervisor');
  await openRecord(page);
  await page.click('person-more');
  await page.click('access-history-button');
  await page.get('access-history-whom');
  const asked = watchRoute(page, 'accessHistory.print');
  await page.click('access-history-print');
  await vi.waitFor(() => expect(page.everything()).toContain('已送到打印机'));
  expect(asked).toEqual([{ about: { by: 'person', personId: expect.any(Number) } }]);
  page.vault['accessHistory.print'] = async () => fail('log-unavailable');
  await page.click('access-history-print');
  expect((await page.get('failure')).dataset['code']).toBe('log-unavailable');
  expect(page.everything()).not.toContain('已送到打印机');
});

it('answers the resident with a supervisor’s PIN, and says what the clerk has to check first', async () => {
  const page = await openMemoryPage('admin', answerLog);
  page.vault['accessHistory.answer'] = async () => fail('needs-supervisor');
  await page.open('log');
  await page.get('log-entry');
  await openFromLog(page);
  await page.get('access-history-whom');
  await page.click('access-history-answer');
  expect((await page.get('answer-resident')).textContent).toContain('核实身份');
  await typeInto(page, 'answer-supervisor-pin-input', PIN);
  await page.click('answer-submit');
  expect((await page.get('failure')).dataset['code']).toBe('needs-supervisor');
  page.vault['accessHistory.answer'] = async () => ok({});
  await typeInto(page, 'answer-supervisor-pin-input', PIN);
  await page.click('answer-submit');
  await page.gone('answer-resident');
  await vi.waitFor(() => expect(page.everything()).toContain('已送到打印机'));
});

/** By an entry that names a resident. */
async function openFromLog(page: MemoryPage): Promise<void> {
  await page.choose('log-group', '核实与显示');
  await vi.waitFor(() => expect(new Set(rows())).toEqual(new Set(['reveal', 'verify'])));
  document.querySelector<HTMLElement>('[data-testid=log-entry] button')!.click();
  await page.click('log-access-history');
}
