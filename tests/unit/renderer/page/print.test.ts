// @vitest-environment happy-dom
/** Controlled printing: what an order sends, that nothing is in clear unless it was chosen, what is said of a print that did not come out. */
import { expect, it } from 'vitest';
import { BRIDGE_KEY, type Bridge } from '../../../../contract/bridge.ts';
import { ok } from '../../../../contract/result.ts';
import type { RouteRequest } from '../../../../contract/routes.ts';
import { type MemoryPage, openMemoryPage, typeInto } from '../../../support/memory-page.tsx';

async function fillOrder(page: MemoryPage): Promise<void> {
  await typeInto(page, 'print-place', '前台文件夹');
  await typeInto(page, 'print-due', '2199-12-31');
  await typeInto(page, 'print-purpose', '业主核对信息');
  await typeInto(page, 'print-supervisor-pin-input', 'tabby-37-kite');
}

it('sends a form with a supervisor’s PIN, and says the numbers of the copies', async () => {
  const page = await openMemoryPage('supervisor');
  await page.open('print');
  await page.click('print-layout-receipt');
  await page.click('print-begin');
  let sent: RouteRequest<'print.order'> | null = null;
  page.vault['print.order'] = async (request) => {
    sent = request;
    return ok({ papers: [12], pages: 1, password: null });
  };
  await fillOrder(page);
  await page.click('print-submit');
  expect((await page.get('print-done')).textContent).toContain('P-0012');
  expect(sent).toMatchObject({
    what: { layout: 'receipt' },
    copies: 1,
    dueOn: '2199-12-31',
    place: '前台文件夹',
    supervisor: { pin: 'tabby-37-kite' },
  });
});

it('says that a copy has its number where it was not printed', async () => {
  const page = await openMemoryPage('supervisor');
  await page.open('print');
  await page.click('print-layout-receipt');
  await page.click('print-begin');
  const { shell } = (window as unknown as Readonly<Record<string, Bridge>>)[BRIDGE_KEY]!;
  (shell as { printSheet: Bridge['shell']['printSheet'] }).printSheet = async () => ok({ done: false });
  await fillOrder(page);
  await page.click('print-submit');
  const [paper] = page.recorded('print.order').papers;
  expect((await page.get('print-not-done')).textContent).toContain(`P-${String(paper).padStart(4, '0')}`);
});

it('sends nothing without a day to come', async () => {
  const page = await openMemoryPage('supervisor');
  await page.open('print');
  await page.click('print-layout-receipt');
  await page.click('print-begin');
  let sent = 0;
  page.vault['print.order'] = async () => {
    sent += 1;
    return ok({ papers: [12], pages: 1, password: null });
  };
  await fillOrder(page);
  await typeInto(page, 'print-due', 'x');
  await page.click('print-submit');
  expect(sent).toBe(0);
});

it('asks for a resident or a room where none is open', async () => {
  const page = await openMemoryPage('receptionist');
  await page.open('print');
  await page.click('print-layout-record');
  await page.get('print-noPerson');
  await page.click('print-layout-roster');
  await page.get('print-noRoom');
});

it.each([
  ['handover', 'shift-print', 'shift-sheet'],
  ['paper-register', 'paper-print-count', 'count-sheet'],
] as const)('is where %s leads to its sheet, which takes the same approval', async (from, button, layout) => {
  const page = await openMemoryPage('supervisor');
  await page.open(from);
  await page.click(button);
  let sent: RouteRequest<'print.order'> | null = null;
  page.vault['print.order'] = async (request) => {
    sent = request;
    return ok({ papers: [12], pages: 1, password: null });
  };
  await fillOrder(page);
  await page.click('print-submit');
  await page.get('print-done');
  expect(sent).toMatchObject({ what: { layout }, supervisor: { pin: 'tabby-37-kite' } });
});
