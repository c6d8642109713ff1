// @vitest-environment happy-dom
/** The visitor view: what the form says is for the visitor, and the clerk's PIN is in the status bar. */
import { describe, expect, it, vi } from 'vitest';
import { fail, ok } from '../../../../contract/result.ts';
import type { RouteRequest } from '../../../../contract/routes.ts';
import { zhCN } from '../../../../renderer/messages/words.ts';
import { type MemoryPage, openMemoryPage } from '../../../support/memory-page.tsx';
import { PINS } from '../../../support/pins.ts';

const PHONE = '14100000077';

async function verifying(): Promise<MemoryPage> {
  const page = await openMemoryPage();
  const { 'people.search': search } = page.vault;
  page.vault['people.search'] = async (request) => {
    const reply = await search(request);
    if (!reply.ok) return reply;
    // One room in which one person lives, as a whole room number finds it.
    const row = reply.value.groups
      .flatMap((group) => group.rows)
      .find((one) => one.roomLabel !== null && !one.former)!;
    return ok({ groups: [{ kind: 'room', rows: [row], more: false }], next: null });
  };
  page.press('p', { altKey: true });
  await page.get('visitor-view');
  page.find('search-box')!.focus();
  page.type('x');
  await page.get('visitor-relation');
  page.press('Enter');
  await page.click('verify-button');
  await page.get('verify-form');
  return page;
}
const footer = (): HTMLElement => document.querySelector('footer')!;
const form = (page: MemoryPage): HTMLFormElement => page.find('verify-form') as HTMLFormElement;
const pin = (page: MemoryPage): HTMLInputElement => page.find('pin-input') as HTMLInputElement;

describe('verifying in the visitor view', () => {
  it('speaks to the visitor, and has no field for a PIN where the visitor looks', async () => {
    const page = await verifying();
    await page.get('pin-input');
    expect(form(page).textContent).toContain(zhCN.visitorView.says.phone);
    expect(form(page).textContent).not.toContain('PIN');
    expect([form(page).contains(pin(page)), footer().contains(pin(page))]).toEqual([false, true]);
    expect([pin(page).form === form(page), pin(page).labels?.[0]?.textContent]).toEqual([
      true,
      zhCN.visitorView.pin,
    ]);
  });

  it('asks for the PIN once something was said, and sends both by the one submit', async () => {
    const page = await verifying();
    const sent: RouteRequest<'people.verify'>[] = [];
    const { 'people.verify': verify } = page.vault;
    page.vault['people.verify'] = (request) => (sent.push(request), verify(request));
    page.find('verify-said')!.focus();
    page.type(PHONE);
    await page.click('verify-submit');
    await vi.waitFor(() => expect(page.focused()).toBe('pin-input'));
    expect(sent).toEqual([]);
    page.type(PINS.receptionist);
    form(page).requestSubmit();
    await page.get('verify-result');
    expect(sent).toMatchObject([{ kind: 'phone', said: PHONE, pin: PINS.receptionist }]);
    expect(footer().querySelector('input')).toBeNull();
    expect(page.everything()).not.toContain(PINS.receptionist);
  });

  it('names no supervisor in full who has to co-sign, and takes their PIN in the status bar as well', async () => {
    const page = await verifying();
    page.vault['people.verify'] = async () => fail('needs-supervisor');
    page.find('verify-said')!.focus();
    page.type(PHONE);
    pin(page).focus();
    page.type(PINS.receptionist);
    await page.click('verify-submit');
    expect(footer().contains(await page.get('cosigner-choice'))).toBe(true);
    await page.click('cosigner-choice');
    await vi.waitFor(() =>
      expect([...document.querySelectorAll('[role=option]')].map(({ textContent }) => textContent)).toEqual([
        expect.stringMatching(/^.主管( \d)?$/u),
      ]),
    );
    expect((page.find('cosigner-pin-input') as HTMLInputElement).form).toBe(form(page));
  });

  it('puts the PIN back beside the answer where no visitor looks', async () => {
    const page = await openMemoryPage();
    page.type('x');
    await page.get('result-row');
    page.press('Enter');
    await page.get('person-panel');
    page.press('v', { altKey: true });
    await page.get('verify-form');
    expect([form(page).contains(pin(page)), footer().contains(pin(page))]).toEqual([true, false]);
  });
});
