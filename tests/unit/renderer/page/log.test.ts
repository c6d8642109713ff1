// @vitest-environment happy-dom
/** The page of the log: its days, its filters, and one entry in full. */
import { expect, it, vi } from 'vitest';
import { fail, ok } from '../../../../contract/result.ts';
import { answerLog } from '../../../support/log-replies.ts';
import { type MemoryPage, openMemoryPage } from '../../../support/memory-page.tsx';

const all = (testId: string): readonly HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>(`[data-testid="${testId}"]`),
];
const rows = (): readonly HTMLElement[] => all('log-entry');
const actions = (): ReadonlySet<string | undefined> =>
  new Set(rows().map(({ dataset }) => dataset['action']));
const buttonOf = (row: HTMLElement | undefined): HTMLElement => row!.querySelector('button')!;
const tabStops = (): readonly string[] =>
  rows()
    .filter((row) => buttonOf(row).tabIndex === 0)
    .map(({ textContent }) => textContent);
const dayHeadings = (): readonly string[] =>
  [...document.querySelectorAll('th[scope="rowgroup"]')].map(({ textContent }) => textContent);

async function openLog(): Promise<MemoryPage> {
  const page = await openMemoryPage('supervisor', answerLog);
  await page.open('log');
  await page.get('log-entry');
  return page;
}

async function typeDay(page: MemoryPage, testId: string, text: string): Promise<void> {
  const input = (await page.get(testId)) as HTMLInputElement;
  input.focus();
  // React knows the setter of the element itself; a person's typing passes it by.
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(input, '');
  input.dispatchEvent(new Event('input', { bubbles: true }));
  page.type(text);
  page.press('Enter');
}

it('groups entries by day, and clears what narrows them', async () => {
  const page = await openLog();
  expect(rows()).toHaveLength(100);
  expect(dayHeadings()[0]).toMatch(/^2026-10-14 周三$/u);
  expect(page.find('log-filters-clear')).toBeNull();
  await page.choose('log-group', '核实与显示');
  await vi.waitFor(() => expect(actions()).toEqual(new Set(['reveal', 'verify'])));
  await page.choose('log-outcome', '不一致');
  await vi.waitFor(() => expect(actions()).toEqual(new Set(['verify'])));
  expect(rows().every(({ dataset }) => dataset['outcome'] === 'no-match')).toBe(true);
  await page.choose('log-staff', 'Super One');
  expect((await page.get('log-none')).textContent).toContain('没有符合条件的记录');
  await page.click('log-none-clear');
  await vi.waitFor(() => expect(rows()).toHaveLength(100));
  expect(actions().size).toBeGreaterThan(3);
});

it('asks on until a page is full, and keeps the filter while another page is open', async () => {
  const page = await openLog();
  await page.choose('log-outcome', '失败');
  await vi.waitFor(() => expect(rows()).toHaveLength(40));
  await page.open('emergency');
  await page.open('log');
  await vi.waitFor(() => expect(rows()).toHaveLength(40));
  expect(page.find('log-outcome')?.dataset['value']).toBe('failed');
});

it('takes a day as it is typed, and says what is none', async () => {
  const page = await openLog();
  await typeDay(page, 'log-to', '20260230');
  expect((await page.get('log-filters')).textContent).toContain('请填写日期');
  expect(rows()).toHaveLength(100);
  await typeDay(page, 'log-to', '2026/10/13');
  await vi.waitFor(() => expect(dayHeadings()[0]).toBe('2026-10-13 周二'));
  expect(page.find('log-to')).toHaveProperty('value', '2026-10-13');
  await typeDay(page, 'log-from', '20261014');
  await page.get('log-none');
  expect((await page.get('log-filters')).textContent).toContain('截止日期早于起始日期');
});

it('takes a day of the calendar at once', async () => {
  const page = await openLog();
  await typeDay(page, 'log-to', '20261013');
  await vi.waitFor(() => expect(dayHeadings()[0]).toBe('2026-10-13 周二'));
  await page.click('log-to-calendar');
  await vi.waitFor(() =>
    document.querySelector<HTMLElement>('[role=grid] [aria-label*="10月14日"]')!.click(),
  );
  await vi.waitFor(() => expect(dayHeadings()[0]).toBe('2026-10-14 周三'));
  expect(page.find('log-to')).toHaveProperty('value', '2026-10-14');
});

it('opens an entry in full, goes on by key, and gives the focus back to the row that was shown last', async () => {
  const page = await openLog();
  const [first, second] = rows();
  buttonOf(first).focus();
  page.press('ArrowDown');
  expect(document.activeElement).toBe(buttonOf(second));
  await vi.waitFor(() => expect(tabStops()).toEqual([second!.textContent]));
  page.press('End');
  expect(document.activeElement).toBe(buttonOf(rows().at(-1)));
  page.press('Home');
  buttonOf(first).click();
  const drawer = await page.get('log-drawer');
  expect(drawer.textContent).toContain('第 240 条记录');
  expect(drawer.textContent).toMatch(/2026-10-1\d \d\d:\d\d:\d\d/u);
  expect(drawer.textContent).toContain('有签名');
  expect(page.find('log-entry-newer')).toHaveProperty('disabled', true);
  page.press('ArrowUp');
  page.press('ArrowDown');
  await vi.waitFor(() => expect(page.find('log-drawer')?.textContent).toContain('239'));
  expect(page.find('log-drawer')?.textContent).toContain('无签名');
  page.press('Escape');
  await page.gone('log-drawer');
  await page.get('screen-log');
  await vi.waitFor(() => expect(document.activeElement).toBe(buttonOf(rows()[1])));
});

it('shows the entries of one resident alone, from an entry that names them', async () => {
  const page = await openLog();
  buttonOf(rows()[0]).click();
  await page.click('log-only-resident');
  await page.gone('log-drawer');
  await vi.waitFor(() => expect(rows()).toHaveLength(1));
  expect(page.focused()).toBe('log-any-resident');
  await page.click('log-any-resident');
  await vi.waitFor(() => expect(rows()).toHaveLength(100));
});

it('closes the drawer for good when the page is left', async () => {
  const page = await openLog();
  buttonOf(rows()[0]).click();
  await page.get('log-drawer');
  await page.open('emergency');
  await page.open('log');
  await page.get('log-entry');
  expect(page.find('log-drawer')).toBeNull();
});

it('says what failed under a filter, and reads again by the same one', async () => {
  const page = await openLog();
  const list = page.vault['log.list'];
  page.vault['log.list'] = async () => fail('store-damaged');
  await page.choose('log-group', '导入');
  expect((await page.get('failure')).dataset['code']).toBe('store-damaged');
  expect(rows()).toHaveLength(0);
  expect(page.find('log-none')).toBeNull();
  const asked: unknown[] = [];
  page.vault['log.list'] = (request) => {
    asked.push(request);
    return list(request);
  };
  await page.click('log-again');
  await page.get('log-none');
  expect(asked[0]).toMatchObject({ before: null, filter: { group: 'imports' } });
});

it('shows how far a check has come, and is as before where it is cancelled', async () => {
  const page = await openLog();
  let end: () => void = () => undefined;
  page.vault['log.verify'] = () =>
    new Promise((resolve) => {
      end = () => resolve(fail('cancelled'));
    });
  page.vault['log.cancel'] = async () => {
    end();
    return ok({});
  };
  await page.click('log-verify');
  page.say('log.progress', { done: 500, total: 1000, secondsLeft: 7 });
  await vi.waitFor(() => expect(page.everything()).toContain('7秒'));
  expect(page.find('log-verify')).toHaveProperty('disabled', true);
  await page.click('log-stop');
  await vi.waitFor(() => expect(page.find('log-verify')).toHaveProperty('disabled', false));
  expect(page.find('log-progress')).toBe(null);
  expect(page.find('failure')).toBe(null);
});
