// @vitest-environment happy-dom
/** A reveal in its row: what was shown is gone from the document by every way there is, the focus goes back, and a failure is said where it happened. */
import { describe, expect, it, vi } from 'vitest';
import { type Result, fail, ok } from '../../../../contract/result.ts';
import type { RouteReply } from '../../../../contract/routes.ts';
import { type MemoryPage, openMemoryPage } from '../../../support/memory-page.tsx';
import { PINS } from '../../../support/pins.ts';
import { changeReply } from '../../../support/recorded-bridge.ts';

/** A phone of a block that is not assigned. */
const VALUE = '14100000077';
const shownFor = (seconds: number): Result<RouteReply<'people.reveal'>> =>
  ok({ field: 'phone', ordinal: 0, value: VALUE, seconds });

async function openPerson(): Promise<MemoryPage> {
  const page = await openMemoryPage();
  page.find('search-box')!.focus();
  page.type('x');
  await page.get('result-row');
  page.press('Enter');
  await page.get('person-panel');
  return page;
}

async function ask(page: MemoryPage, pin = PINS.receptionist): Promise<void> {
  if (page.find('reveal-form') === null) await page.click('reveal-phone-0');
  await page.get('reveal-form');
  (await page.get('reason-repair')).querySelector('input')!.click();
  page.find('reveal-form')!.querySelector<HTMLInputElement>('[data-testid=pin-input]')!.focus();
  page.type(pin);
  await page.click('reveal-submit');
}

async function reveal(seconds = 60): Promise<MemoryPage> {
  const page = await openPerson();
  page.vault['people.reveal'] = async () => shownFor(seconds);
  await ask(page);
  await page.get('reveal-value');
  expect(page.everything()).toContain(VALUE);
  return page;
}

const expectGone = async (page: MemoryPage): Promise<void> => {
  await page.gone('reveal-value');
  expect(page.everything()).not.toContain(VALUE);
};

describe('what was shown is gone', () => {
  it('when its time has run down, and the search box has the focus', async () => {
    const page = await reveal(1);
    expect(page.focused()).toBe('reveal-hide');
    await expectGone(page);
    await vi.waitFor(() => expect(page.focused()).toBe('search-box'));
    expect(page.find('person-panel')).not.toBeNull();
  });

  it.each<[string, (page: MemoryPage) => void]>([
    ['by Escape', (page) => void page.press('Escape')],
    ['by its button', (page) => page.find('reveal-hide')!.click()],
    ['when the window is left', () => void window.dispatchEvent(new Event('blur'))],
    [
      'by the next search',
      (page) => {
        page.find('search-box')!.focus();
        page.type('l');
      },
    ],
    ['by the lock', (page) => page.find('lock-button')!.click()],
  ])('%s', async (_, leave) => {
    const page = await reveal();
    leave(page);
    await expectGone(page);
  });

  it('before it was there, where the window was left while it was on its way', async () => {
    const page = await openPerson();
    let answer: (reply: Result<RouteReply<'people.reveal'>>) => void = () => undefined;
    page.vault['people.reveal'] = () =>
      new Promise((resolve) => {
        answer = resolve;
      });
    await ask(page);
    window.dispatchEvent(new Event('blur'));
    answer(shownFor(60));
    await page.gone('reveal-form');
    expect(page.find('reveal-value')).toBeNull();
    expect(page.everything()).not.toContain(VALUE);
    window.dispatchEvent(new Event('focus'));
  });
});

describe('a guardian who is in the records', () => {
  it('is told with the way to their own record, which takes what was shown away', async () => {
    const page = await openPerson();
    const found = await page.vault['people.search']({ text: 'o' });
    const linked = found.ok ? found.value.groups.flatMap(({ rows }) => rows)[0]!.personId : null;
    page.vault['people.reveal'] = async () =>
      ok({ field: 'phone', ordinal: 0, value: VALUE, seconds: 60, linked: linked! });
    changeReply(page.vault, 'people.open', (person, { personId }) => ({ ...person, personId }));
    await ask(page);
    await page.click('open-guardian');
    await vi.waitFor(() => expect(page.find('person-panel')?.dataset['person']).toBe(String(linked)));
    await expectGone(page);
  });

  it('is offered for nobody else', async () => {
    const page = await reveal();
    expect(page.find('open-guardian')).toBeNull();
  });
});

describe('a PIN', () => {
  it('is in a password field and in nothing else, and the field is empty once it was sent', async () => {
    const page = await openPerson();
    let sent = '';
    page.vault['people.reveal'] = async ({ pin }) => {
      sent = pin;
      return fail('wrong-pin', { freeTries: 4, waitSeconds: 0 });
    };
    await page.click('reveal-phone-0');
    await page.get('reveal-form');
    (await page.get('reason-repair')).querySelector('input')!.click();
    const input = page.find('reveal-form')!.querySelector<HTMLInputElement>('[data-testid=pin-input]')!;
    input.focus();
    page.type('402958');
    expect([input.type, input.value, input.autocomplete]).toEqual(['password', '402958', 'new-password']);
    expect(document.documentElement.outerHTML).not.toContain('402958');
    await page.click('reveal-submit');
    await page.get('failure');
    expect([sent, input.value]).toEqual(['402958', '']);
    expect(page.everything()).not.toContain('402958');
  });

  it('that is wrong is said by an alert with what to do, and may be typed again at once', async () => {
    const page = await openPerson();
    await ask(page, '111111');
    const alert = await page.get('failure');
    expect([alert.getAttribute('role'), alert.dataset['code']]).toEqual(['alert', 'wrong-pin']);
    await vi.waitFor(() => expect(page.focused()).toBe('pin-input'));
    await ask(page);
    await page.get('reveal-value');
    expect(page.find('failure')).toBeNull();
  });

  it('alone is not enough where the vault wants a supervisor: the second one is asked for in the same row', async () => {
    const page = await openPerson();
    page.vault['people.reveal'] = async () => fail('needs-supervisor');
    await ask(page);
    await page.get('cosign');
    expect((await page.get('failure')).getAttribute('role')).toBe('alert');
    expect(page.find('reveal-value')).toBeNull();
  });
});
