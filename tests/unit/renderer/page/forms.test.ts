// @vitest-environment happy-dom
/** Filling in a form at the desk: what it waits for before it can be signed. */
import { expect, it } from 'vitest';
import { openMemoryPage, typeInto, watchRoute } from '../../../support/memory-page.tsx';

it('waits for words of why of an item that does not apply, which what the product knows are none of', async () => {
  const page = await openMemoryPage('supervisor');
  const saved = watchRoute(page, 'forms.save');
  await page.open('forms');
  (await page.get('form-row-computer-checklist')).querySelector<HTMLElement>('button')!.click();
  await page.click('form-begin');
  await page.get('form-fill');
  await typeInto(page, 'form-subject', '前台 1 号机');
  for (const chip of document.querySelectorAll<HTMLElement>('[data-testid^=choice-][data-testid$=-yes]'))
    chip.click();
  const words = async () => ((await page.get('words-firewall')) as HTMLInputElement).value;
  expect(await words()).toContain('本系统记录');
  await page.click('choice-firewall-not-applicable');
  expect(await words()).toBe('');
  await page.click('form-finish');
  expect((await page.get('form-unexplained')).textContent).toContain('1 项');
  expect(saved).toEqual([]);
  await typeInto(page, 'words-firewall', '由上级公司统一管理');
  await page.click('form-finish');
  await page.get('form-sign-form');
  expect(saved).toHaveLength(1);
});
