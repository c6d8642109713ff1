// @vitest-environment happy-dom
/** The page of marks: what it takes for a code, where it leads, and what a case file is asked with. */
import { expect, it } from 'vitest';
import { checkOf, showTraceCode } from '../../../../contract/trace/lists.ts';
import { type MemoryPage, openMemoryPage, typeInto, watchRoute } from '../../../support/memory-page.tsx';
import { changeReply } from '../../../support/recorded-bridge.ts';

const PIN = 'tabby-37-kite';
const CODE = `A1B2C3D4E5F${checkOf('A1B2C3D4E5F')}`;
const NUMBER = '14127365084';
const SLIP = `${CODE.slice(0, -1)}${CODE.endsWith('0') ? '1' : '0'}`;

async function openPage(role: 'supervisor' | 'admin' = 'supervisor'): Promise<MemoryPage> {
  const page = await openMemoryPage(role);
  const seen = page.recorded('accessHistory.list').entries.find(({ personId }) => personId === 1)!;
  changeReply(page.vault, 'trace.find', ({ traced }) => ({ traced: { ...traced!, entries: [seen] } }));
  await page.open('trace');
  await page.get('screen-trace');
  return page;
}

it('asks nothing with a slip, and says so as soon as the code is whole', async () => {
  const page = await openPage();
  const asked = watchRoute(page, 'trace.find');
  await typeInto(page, 'trace-code', SLIP);
  expect(page.find('screen-trace')!.textContent).toContain('标记码有误');
  await page.click('trace-find');
  expect(asked).toEqual([]);
});

it('leads from a code, as it is printed and as somebody types it, to who had it', async () => {
  const page = await openPage();
  const asked = watchRoute(page, 'trace.find');
  await typeInto(page, 'trace-code', ` ${showTraceCode(CODE).toLowerCase()} `);
  await page.click('trace-find');
  expect((await page.get('trace-who')).textContent).toContain(page.recorded('trace.find').traced?.staffName);
  expect(asked).toEqual([{ code: CODE }]);
  expect(page.find('trace-who-else')!.textContent).toContain('邢**');
});

it('leads on to who else saw a resident, and to the tracing of a number', async () => {
  const page = await openPage();
  await typeInto(page, 'trace-code', CODE);
  await page.click('trace-find');
  await page.get('trace-answer');
  await page.click('trace-who-else');
  expect((await page.get('access-history-whom')).textContent).toContain('邢**');
  await page.open('trace');
  await page.click('trace-number');
  await page.get('access-history-number');
});

it('keeps neither the answer nor the code once it is left', async () => {
  const page = await openPage();
  await typeInto(page, 'trace-code', CODE);
  await page.click('trace-find');
  await page.get('trace-answer');
  await page.open('log');
  await page.open('trace');
  await page.get('trace-code');
  expect(page.find('trace-answer')).toBeNull();
});

it('puts away what was found before a picture without a mark', async () => {
  const page = await openPage();
  await typeInto(page, 'trace-code', CODE);
  await page.click('trace-find');
  await page.get('trace-answer');
  const input = (await page.get('trace-picture-file')) as HTMLInputElement;
  Object.defineProperty(input, 'files', { value: [new File(['no picture'], 'a.png')] });
  input.dispatchEvent(new Event('change', { bubbles: true }));
  await page.get('trace-picture-problem');
  expect(page.find('trace-answer')).toBeNull();
  expect(await page.get('trace-code')).toHaveProperty('value', '');
});

it('asks for a case file of the mark with purpose and PIN, and says what was made', async () => {
  const page = await openPage();
  const asked = watchRoute(page, 'trace.caseFile');
  await typeInto(page, 'trace-code', CODE);
  await page.click('trace-find');
  await page.get('trace-answer');
  await page.click('case-file-open');
  await typeInto(page, 'case-file-words', '派出所调取');
  await page.click('case-file-submit');
  expect(asked).toEqual([]);
  (await page.get('pin-input')).focus();
  page.type(PIN);
  await page.click('case-file-submit');
  await page.get('case-file-made');
  expect(asked).toMatchObject([{ about: { of: 'mark', code: CODE }, purpose: '派出所调取', pin: PIN }]);
  await page.gone('case-file-form');
});

it('asks for one of a number that stays nowhere on the page, with a supervisor beside an admin', async () => {
  const page = await openPage('admin');
  const asked = watchRoute(page, 'trace.caseFile');
  await page.click('case-file-open');
  await typeInto(page, 'case-file-number', NUMBER);
  await typeInto(page, 'case-file-words', '派出所调取');
  (await page.get('pin-input')).focus();
  page.type('mango-64-rail');
  await page.get('supervisor-pin-input');
  (await page.get('supervisor-pin-input')).focus();
  page.type(PIN);
  await page.click('case-file-submit');
  await page.get('case-file-made');
  expect(asked).toMatchObject([{ about: { of: 'number', number: NUMBER }, supervisor: { pin: PIN } }]);
  expect(document.body.innerHTML).not.toContain(NUMBER);
});
