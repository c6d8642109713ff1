// @vitest-environment happy-dom
/** Every screen of the desk says who looks at it and when, so that a photo of it leads back to the log; a visitor is told nothing of it. */
import { expect, it } from 'vitest';
import { readTraceCode } from '../../../../contract/trace/lists.ts';
import { openMemoryPage } from '../../../support/memory-page.tsx';

it('says who looks at the screen and when', async () => {
  const page = await openMemoryPage('receptionist');
  const { code } = page.recorded('trace.mark');
  await page.get('trace-code-shown');
  const mark = (await page.get('trace-mark')).textContent;
  expect(mark).toMatch(/^Desk One \d{4}-\d\d-\d\d \d\d:\d\d [0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  expect(readTraceCode(mark.slice(-14))).toBe(code);
  expect((await page.get('signed-in')).textContent).toContain('Desk One');
});

it('is not there while a visitor looks', async () => {
  const page = await openMemoryPage('receptionist');
  await page.get('trace-mark');
  page.press('p', { altKey: true });
  await page.get('visitor-view');
  expect(page.find('trace-mark')).toBeNull();
});
