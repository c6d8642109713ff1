// @vitest-environment happy-dom
/** A receptionist's PIN in boxes: one box for each character, the input that is read, and who has a plain field. */
import { describe, expect, it, vi } from 'vitest';
import type { Role } from '../../../../contract/fields.ts';
import { fail } from '../../../../contract/result.ts';
import { type MemoryPage, openClosedPage } from '../../../support/memory-page.tsx';
import { PINS } from '../../../support/pins.ts';

const input = (page: MemoryPage): HTMLInputElement => page.find('pin-input') as HTMLInputElement;
const boxes = (page: MemoryPage): readonly HTMLElement[] => [
  ...((input(page).nextElementSibling?.children as HTMLCollectionOf<HTMLElement> | undefined) ?? []),
];
/** A character for each box: filled, the caret on an empty one, empty. */
const drawn = (page: MemoryPage): string =>
  boxes(page)
    .map(({ dataset: { filled, caret } }) => (filled === 'true' ? '●' : caret === 'true' ? '|' : '_'))
    .join('');

/** The lock screen with somebody of that role chosen. */
async function chosen(role: Role): Promise<MemoryPage> {
  const page = await openClosedPage();
  await page.click(`person-button-${role}`);
  await vi.waitFor(() => expect(page.focused()).toBe('pin-input'));
  return page;
}
async function typed(text: string): Promise<MemoryPage> {
  const page = await chosen('receptionist');
  page.type(text);
  await vi.waitFor(() =>
    expect(boxes(page).filter((box) => box.dataset['filled'] === 'true')).toHaveLength(text.length),
  );
  return page;
}
/** As a paste or a deletion of everything leaves it. */
function replaceAll(page: MemoryPage, text: string): void {
  input(page).select();
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(input(page), text);
  input(page).dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));
}

describe("a receptionist's PIN", () => {
  it('is typed into six boxes, the caret on the next one and on none after the sixth', async () => {
    const page = await chosen('receptionist');
    expect(drawn(page)).toBe('|_____');
    page.type('402');
    await vi.waitFor(() => expect(drawn(page)).toBe('●●●|__'));
    page.type('958');
    await vi.waitFor(() => expect(drawn(page)).toBe('●●●●●●'));
    expect(boxes(page).map((box) => box.dataset['caret'])[5]).toBe('true');
  });

  it('has a box more for each further character, and a plain field beyond twelve', async () => {
    const page = await typed('402958141592');
    expect(drawn(page)).toBe('●'.repeat(12));
    page.type('6');
    await vi.waitFor(() => expect(boxes(page)).toHaveLength(0));
    expect([input(page).parentElement?.dataset['plain'], input(page).maxLength]).toEqual(['true', 64]);
    expect([document.activeElement, input(page).value]).toEqual([input(page), '4029581415926']);
  });

  it('is drawn anew when it is pasted over or deleted as a whole', async () => {
    const page = await typed('4029');
    replaceAll(page, '31415926');
    await vi.waitFor(() => expect(drawn(page)).toBe('●'.repeat(8)));
    replaceAll(page, '');
    await vi.waitFor(() => expect(drawn(page)).toBe('|_____'));
  });

  it('shows what is selected, and puts the caret last at a click', async () => {
    const page = await typed('4029');
    input(page).setSelectionRange(0, 4);
    input(page).dispatchEvent(new KeyboardEvent('keyup', { key: 'a', ctrlKey: true, bubbles: true }));
    await vi.waitFor(() =>
      expect(boxes(page).map((box) => box.dataset['selected'])).toEqual([
        ...Array.from({ length: 4 }, () => 'true'),
        'false',
        'false',
      ]),
    );
    input(page).click();
    expect(input(page).selectionEnd).toBe(4);
    input(page).setSelectionRange(1, 1);
    input(page).click();
    expect(input(page).selectionStart).toBe(4);
  });

  it('is in a labelled password input and in nothing that React draws, and gone once it was sent', async () => {
    const page = await typed('402959');
    const sent: string[] = [];
    page.vault['session.unlock'] = async ({ pin }) => {
      sent.push(pin);
      return fail('wrong-pin', { freeTries: 4, waitSeconds: 0 });
    };
    expect([input(page).type, input(page).autocomplete, input(page).labels?.[0]?.textContent]).toEqual([
      'password',
      'new-password',
      expect.stringContaining('PIN'),
    ]);
    expect(input(page).nextElementSibling?.getAttribute('aria-hidden')).toBe('true');
    expect(document.documentElement.outerHTML).not.toContain('402959');
    await page.click('unlock');
    await page.get('failure');
    await vi.waitFor(() => expect(drawn(page)).toBe('|_____'));
    expect([sent, input(page).value, page.focused()]).toEqual([['402959'], '', 'pin-input']);
    expect(page.everything()).not.toContain('402959');
  });

  it('opens the desk', async () => {
    const page = await typed(PINS.receptionist);
    await page.click('unlock');
    await page.get('screen-counter');
  });
});

describe('a passphrase', () => {
  it.each(['supervisor', 'admin'] as const)(
    'of somebody who is %s is typed into a plain field',
    async (role) => {
      const page = await chosen(role);
      page.type('harbour');
      expect([input(page).value, boxes(page)]).toEqual(['harbour', []]);
    },
  );
});
