// @vitest-environment happy-dom
/** One press of Escape closes one thing: a list, then what lies over the page, then the page. */
import { expect, it, vi } from 'vitest';
import { type MemoryPage, effectsRun, openMemoryPage } from '../../../support/memory-page.tsx';

/** Pages whose rows open in a drawer, with what the drawer is called and, of several lists, the row: where the page itself remembers what is open, and where a store does. */
const DRAWERS = [
  ['requests', 'request-drawer', ''],
  ['evidence', 'duty-drawer', ''],
  ['disclosures', 'disclosure-drawer', ''],
  ['sweep', 'sweep-drawer', '[data-testid=sweep-finding] '],
] as const;

async function openDrawer(page: MemoryPage, [name, drawer, of]: (typeof DRAWERS)[number]): Promise<void> {
  await page.open(name);
  const row = await vi.waitFor(() => {
    const found = document.querySelector<HTMLElement>(`${of}[data-row-button]`);
    if (found === null) throw new Error(`no row on ${name}`);
    return found;
  });
  row.focus();
  row.click();
  await page.get(drawer);
}

const loseFocus = (): void => (document.activeElement as HTMLElement).blur();

it.each(DRAWERS)('closes the drawer of %s alone, wherever the focus is', async (name, drawer, of) => {
  const page = await openMemoryPage('supervisor');
  for (const lose of [() => undefined, loseFocus]) {
    await openDrawer(page, [name, drawer, of] as (typeof DRAWERS)[number]);
    lose();
    page.press('Escape');
    await page.gone(drawer);
    expect(page.find(`screen-${name}`)).not.toBeNull();
  }
  page.press('Escape');
  await page.gone(`screen-${name}`);
});

it('locks by the button of the status bar beside an open drawer', async () => {
  const page = await openMemoryPage('supervisor');
  const lock = vi.fn(page.shell.lock);
  page.shell.lock = lock;
  await openDrawer(page, DRAWERS[0]);
  await effectsRun();
  const button = await page.get('lock-button');
  expect(button.closest('[inert], [aria-hidden=true]')).toBeNull();
  expect(page.find('bell')!.closest('[inert], [aria-hidden=true]')).not.toBeNull();
  button.click();
  await vi.waitFor(() => expect(lock).toHaveBeenCalled());
});

it('takes one step for one press, however long the key is held', async () => {
  const page = await openMemoryPage('supervisor');
  await openDrawer(page, DRAWERS[0]);
  page.press('Escape');
  await page.gone('request-drawer');
  expect(page.press('Escape', { repeat: true })).toBe(true);
  await effectsRun();
  expect(page.find('screen-requests')).not.toBeNull();
});

it('closes what was laid over a drawer first', async () => {
  const page = await openMemoryPage('supervisor');
  await openDrawer(page, DRAWERS[0]);
  page.press('F1');
  await page.get('dialog-help');
  page.press('Escape');
  await page.gone('dialog-help');
  expect(page.find('request-drawer')).not.toBeNull();
  page.press('k', { ctrlKey: true });
  await page.get('dialog-palette');
  page.press('Escape');
  await page.gone('dialog-palette');
  expect(page.find('request-drawer')).not.toBeNull();
});

it('leaves no page behind an open list, even where the focus is elsewhere', async () => {
  const page = await openMemoryPage('supervisor');
  await page.open('requests');
  await page.get('screen-requests');
  await page.click('bell');
  await page.get('alerts');
  loseFocus();
  page.press('Escape');
  await effectsRun();
  expect(page.find('screen-requests')).not.toBeNull();
});

it('closes nothing behind the cover', async () => {
  const page = await openMemoryPage('supervisor');
  await openDrawer(page, DRAWERS[0]);
  page.say('covered', {});
  await page.get('screen-cover');
  page.press('Escape');
  await effectsRun();
  expect(page.find('request-drawer')).not.toBeNull();
});
