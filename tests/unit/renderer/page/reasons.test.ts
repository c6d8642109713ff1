// @vitest-environment happy-dom
/** The page of reasons, and what its list does to a reveal. */
import { expect, it } from 'vitest';
import { ok } from '../../../../contract/result.ts';
import type { RouteReply } from '../../../../contract/routes.ts';
import { type ReasonList, USUAL_REASONS } from '../../../../contract/reasons/lists.ts';
import { withOwn, withReason } from '../../../../renderer/reasons/reasons-store.ts';
import { openMemoryPage, typeInto } from '../../../support/memory-page.tsx';
import { PINS } from '../../../support/pins.ts';
import { changeReply } from '../../../support/recorded-bridge.ts';

it('lets an admin add a reason, order the list and put one out of use, and saves the whole list with the PIN', async () => {
  const page = await openMemoryPage('admin');
  const asked: { readonly list: ReasonList }[] = [];
  let view: RouteReply<'reasons.read'> = {
    ...page.recorded('reasons.read'),
    list: [...USUAL_REASONS],
    chosen: null,
  };
  page.vault['reasons.read'] = async () => ok(view);
  changeReply(page.vault, 'reasons.change', (_, request) => {
    asked.push(request);
    const { list, words } = request;
    return (view = { ...view, list, chosen: { at: Date.now(), staffName: 'Admin One', words } });
  });
  await page.open('reasons');
  await page.get('reasons-repair');
  expect(page.find('reasons-save')).toBeNull();
  await page.click('reasons-add-open');
  await typeInto(page, 'reasons-zh', '消防检查');
  await page.click('reasons-add-it');
  await page.click('reasons-own-1-ticket');
  await page.click('reasons-own-1-up');
  await page.click('reasons-visitor-used');
  await page.click('reasons-ask');
  await typeInto(page, 'reasons-words', '消防每月来检查');
  page.find('reasons-save')!.querySelector<HTMLInputElement>('[data-testid=pin-input]')!.focus();
  page.type(PINS.admin);
  expect(asked).toEqual([]);
  await page.click('reasons-submit');
  await page.gone('reasons-save');
  expect(asked).toMatchObject([{ words: '消防每月来检查', pin: PINS.admin }]);
  const [{ list }] = asked as [{ readonly list: ReasonList }];
  expect(list.at(-2)).toEqual({
    id: 'own-1',
    words: { zh: '消防检查', en: '消防检查' },
    used: true,
    ticket: true,
  });
  expect(list.find(({ id }) => id === 'visitor')?.used).toBe(false);
  expect((await page.get('reasons-chosen')).textContent).toContain('消防每月来检查');
});

it('leaves alone what the program needs itself', async () => {
  const page = await openMemoryPage('admin');
  await page.open('reasons');
  await page.get('reasons-other');
  for (const id of ['other-used', 'emergency-used', 'authority-used', 'authority-ticket', 'emergency-ticket'])
    expect(page.find(`reasons-${id}`)).toHaveProperty('disabled', true);
  expect(page.find('reasons-repair-used')).toHaveProperty('disabled', false);
});

it('is read by a supervisor, who changes nothing', async () => {
  const page = await openMemoryPage('supervisor');
  await page.open('reasons');
  await page.get('reasons-repair');
  expect(page.find('reasons-repair-used')).toHaveProperty('disabled', true);
  for (const id of ['reasons-add-open', 'reasons-repair-up', 'reasons-repair-down'])
    expect(page.find(id)).toBeNull();
});

it('offers a reveal the added reasons by their words, asks for the ticket, and leaves out what is out of use', async () => {
  const list = withReason(
    withReason(withOwn(USUAL_REASONS, { zh: '消防检查', en: 'Fire inspection' }), 'own-1', { ticket: true }),
    'parcel',
    { used: false },
  );
  const page = await openMemoryPage('receptionist', (vault) => {
    vault['reasons.read'] = async () => ok({ list, chosen: null });
  });
  page.find('search-box')!.focus();
  page.type('x');
  await page.get('result-row');
  page.press('Enter');
  await page.get('person-panel');
  await page.click('reveal-phone-0');
  await page.get('reason-more');
  // Added behind the usual ones: not among the first five.
  expect(page.find('reason-own-1')).toBeNull();
  await page.click('reason-more');
  expect(page.find('reason-own-1')!.textContent).toBe('消防检查');
  expect(page.find('reason-parcel')).toBeNull();
  page.find('reason-own-1')!.querySelector('input')!.click();
  const asked: unknown[] = [];
  page.vault['people.reveal'] = async (request) => {
    asked.push(request.why);
    return ok({ field: 'phone', ordinal: 0, value: '14100000077', seconds: 60 });
  };
  page.find('reveal-form')!.querySelector<HTMLInputElement>('[data-testid=pin-input]')!.focus();
  page.type(PINS.receptionist);
  expect(page.find('reveal-submit')).toHaveProperty('disabled', true);
  expect(asked).toEqual([]);
  await typeInto(page, 'ticket', 'GD-17');
  await page.click('reveal-submit');
  await page.get('reveal-value');
  expect(asked).toEqual([{ reason: 'own-1', ticket: 'GD-17' }]);
});
