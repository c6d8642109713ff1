// @vitest-environment happy-dom
/** Exports of the log at the desk: what the form sends once it is known where the file goes, and what it keeps back. */
import { expect, it } from 'vitest';
import type { FileId } from '../../../../contract/ids.ts';
import { fail, ok } from '../../../../contract/result.ts';
import { type MemoryPage, openMemoryPage, typeInto } from '../../../support/memory-page.tsx';

async function openForm(page: MemoryPage, purpose = '街道检查'): Promise<void> {
  page.vault['exports.list'] = async () => ok({ exports: [] });
  await page.open('log-export');
  await page.get('log-export-none');
  await page.click('log-export-open');
  await typeInto(page, 'log-export-purpose', purpose);
  await typeInto(page, 'log-export-recipient', '街道办');
}

it('sends what a supervisor asks for with both PINs, and lists it', async () => {
  const page = await openMemoryPage('supervisor');
  const write = page.vault['exports.write'];
  const asked: unknown[] = [];
  page.vault['exports.write'] = async (request) => {
    asked.push(request);
    page.vault['exports.list'] = async () => ok(page.recorded('exports.list'));
    return write(request);
  };
  await openForm(page);
  await typeInto(page, 'log-export-from', '20260501');
  await typeInto(page, 'log-export-pin', 'tabby-37-kite');
  await typeInto(page, 'log-export-approver-pin-input', 'mango-64-rail');
  await page.click('log-export-submit');
  expect((await page.get('log-export-written')).textContent).toContain('操作记录.jsonl');
  expect(asked).toEqual([
    expect.objectContaining({
      fileId: expect.any(String) as FileId,
      format: 'jsonl',
      from: '2026-05-01',
      purpose: '街道检查',
      recipient: '街道办',
      pin: 'tabby-37-kite',
      approver: { slotId: expect.any(String) as string, pin: 'mango-64-rail' },
      language: 'zh-CN',
    }),
  ]);
  expect((await page.get('log-export-row')).textContent).toContain('Admin One');
  expect(page.find('log-export-form')).toBeNull();
});

it('asks an admin for nobody else, and forgets the PIN of an export that failed', async () => {
  const page = await openMemoryPage('admin');
  page.vault['exports.write'] = async () => fail('file-not-written');
  await openForm(page);
  expect(page.find('log-export-approver-pin-input')).toBeNull();
  await typeInto(page, 'log-export-pin', 'mango-64-rail');
  await page.click('log-export-submit');
  expect((await page.get('failure')).dataset['code']).toBe('file-not-written');
  expect(((await page.get('log-export-pin')) as HTMLInputElement).value).toBe('');
  expect(((await page.get('log-export-purpose')) as HTMLInputElement).value).toBe('街道检查');
});

it('sends no purpose with digits in it', async () => {
  const page = await openMemoryPage('admin');
  const asked: unknown[] = [];
  page.vault['exports.write'] = async (request) => {
    asked.push(request);
    return fail('internal');
  };
  await openForm(page, '查 14100001234');
  await typeInto(page, 'log-export-pin', 'mango-64-rail');
  await page.click('log-export-submit');
  expect((await page.get('log-export-form')).textContent).toContain('至少两个字，不写任何数字');
  expect(asked).toEqual([]);
});

it('shows how far it has come, cannot be left meanwhile, and is cancelled', async () => {
  const page = await openMemoryPage('admin');
  let end: () => void = () => undefined;
  page.vault['exports.write'] = () =>
    new Promise((resolve) => {
      end = () => resolve(fail('cancelled'));
    });
  page.vault['exports.cancel'] = async () => {
    end();
    return ok({});
  };
  await openForm(page);
  await typeInto(page, 'log-export-pin', 'mango-64-rail');
  await page.click('log-export-submit');
  await page.get('log-export-progress');
  page.say('exports.progress', { done: 500, total: 1000, secondsLeft: 7 });
  page.press('Escape');
  await page.get('log-export-progress');
  expect(page.everything()).toContain('7');
  await page.click('log-export-cancel');
  expect((await page.get('failure')).dataset['code']).toBe('cancelled');
});
