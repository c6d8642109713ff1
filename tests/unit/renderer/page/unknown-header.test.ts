// @vitest-environment happy-dom
/** A sheet of which no header is known: its first rows, one button each, and the columns of the row that was chosen. */
import { expect, it, vi } from 'vitest';
import { answerImport } from '../../../support/import-replies.ts';
import { openMemoryPage } from '../../../support/memory-page.tsx';

it('shows its first rows and takes the one that is its header, to be imported', async () => {
  const page = await openMemoryPage('receptionist', answerImport);
  page.press('i', { ctrlKey: true });
  await page.click('pick-file');
  const rows = await page.get('first-rows-1');
  expect([...rows.querySelectorAll('tr')].map((row) => row.querySelectorAll('td').length)).toEqual([2, 2]);
  expect(rows.textContent).toContain('手***');
  expect(rows.getAttribute('tabindex')).toBe('0');
  await page.click('use-header-1-2');
  await page.get('map-1-0');
  await vi.waitFor(() => expect(page.find('first-rows-1')).toBeNull());
  expect(page.find('header-row-1')?.dataset['value']).toBe('2');
});

it('takes a sheet without any header, of which each column is then called as spreadsheets do', async () => {
  const page = await openMemoryPage('receptionist', answerImport);
  page.press('i', { ctrlKey: true });
  await page.click('pick-file');
  await page.get('first-rows-1');
  expect(page.find('guess-1')).toBeNull();
  expect(page.find('guess-0')).toBeNull();
  await page.click('no-header-1');
  const sheet = await page.get('sheet-1');
  await vi.waitFor(() => expect(page.find('first-rows-1')).toBeNull());
  expect(page.find('header-row-1')?.dataset['value']).toBe('0');
  expect([...sheet.querySelectorAll('tbody th')].map((one) => one.textContent)).toEqual([
    'A 列 请确认',
    'B 列 请确认',
    'AB 列 请确认',
  ]);
  expect(page.find('guess-1')?.textContent).toContain('逐列选择');
});
