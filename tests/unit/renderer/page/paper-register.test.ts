// @vitest-environment happy-dom
/** The register of paper: what each role may do with it, how one is found by its number, what a form sends. */
import { expect, it, vi } from 'vitest';
import { fail, ok } from '../../../../contract/result.ts';
import type { RouteRequest } from '../../../../contract/routes.ts';
import { type MemoryPage, openMemoryPage, typeInto } from '../../../support/memory-page.tsx';

async function openRegister(role: 'receptionist' | 'supervisor' | 'admin'): Promise<MemoryPage> {
  const page = await openMemoryPage(role);
  const register = page.recorded('papers.list', 'supervisor');
  const books = register.papers.filter(({ sort }) => sort === 'booklet');
  const papers = books.map((paper) => ({ ...paper, dueOn: '2199-12-31', daysLeft: 63_448 }));
  page.vault['papers.list'] = async () => ok({ ...register, papers });
  await page.open('paper-register');
  await page.get('paper-row');
  return page;
}

it('opens the one paper that is found, by Enter as a scanner ends what it types', async () => {
  const page = await openRegister('supervisor');
  await typeInto(page, 'paper-find', 'P-0004');
  expect(document.querySelectorAll('[data-testid=paper-row]')).toHaveLength(1);
  page.press('Enter');
  expect((await page.get('paper-drawer')).textContent).toContain('P-0004');
});

it.each([
  ['receptionist', ['destroy', 'lose']],
  ['supervisor', ['giveBack', 'extend', 'change', 'destroy', 'lose']],
] as const)('offers a %s: %j', async (role, acts) => {
  const page = await openRegister(role);
  (document.querySelector('[data-row-button]') as HTMLElement).click();
  await page.get('paper-drawer');
  const offered = ['giveBack', 'extend', 'change', 'destroy', 'lose', 'found'].filter((act) =>
    page.offers(`paper-${act}`),
  );
  expect(offered).toEqual(acts);
  expect(page.find('paper-count') !== null).toBe(role === 'supervisor');
});

it('says what is wrong with a number of pages and sends nothing', async () => {
  const page = await openRegister('supervisor');
  let sent: RouteRequest<'papers.takeIn'> | null = null;
  page.vault['papers.takeIn'] = async (request) => {
    sent = request;
    return ok({ papers: [], destroyed: [], noPaper: null });
  };
  await page.click('paper-take-in');
  await typeInto(page, 'paper-title', '旧登记册');
  await typeInto(page, 'paper-place', '柜');
  await typeInto(page, 'paper-pages', '零');
  await page.click('paper-submit');
  await vi.waitFor(() => expect(page.find('paper-form')!.textContent).toContain('页数请填大于 0 的整数'));
  expect(sent).toBeNull();
});

it('keeps the form and what was typed where the vault refuses', async () => {
  const page = await openRegister('supervisor');
  page.vault['papers.takeIn'] = async () => fail('log-unavailable');
  await page.click('paper-take-in');
  await typeInto(page, 'paper-title', '旧登记册');
  await typeInto(page, 'paper-place', '柜');
  await page.click('paper-submit');
  expect((await page.get('failure')).dataset['code']).toBe('log-unavailable');
  expect(((await page.get('paper-title')) as HTMLInputElement).value).toBe('旧登记册');
});

it('lets a supervisor state that there is no paper where none is kept or lost, and shows until when it counts', async () => {
  const page = await openMemoryPage('supervisor', (vault) => {
    const { 'papers.stateNone': state } = vault;
    vault['papers.list'] = async () => ok({ papers: [], destroyed: [], noPaper: null });
    vault['papers.stateNone'] = async (request) => {
      await state(request);
      return ok({
        papers: [],
        destroyed: [],
        noPaper: { at: Date.UTC(2026, 4, 16), by: '主管乙', until: '2026-11-15', isOver: false },
      });
    };
  });
  await page.open('paper-register');
  await page.get('papers-none');
  expect(page.find('paper-stated')).toBeNull();
  await page.click('paper-state-none');
  await typeInto(page, 'pin-input', 'tabby-37-kite');
  await page.click('paper-submit');
  expect((await page.get('paper-stated')).textContent).toMatch(/主管乙.*11月15日/su);
});

it('offers nobody to state it where there is paper', async () => {
  const page = await openRegister('supervisor');
  expect(page.find('paper-state-none')).toBeNull();
});

it('offers a receptionist never to state it', async () => {
  const page = await openMemoryPage('receptionist', (vault) => {
    vault['papers.list'] = async () => ok({ papers: [], destroyed: [], noPaper: null });
  });
  await page.open('paper-register');
  await page.get('papers-none');
  expect(page.find('paper-state-none')).toBeNull();
});
