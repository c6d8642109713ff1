// @vitest-environment happy-dom
/** The page of the desks: what an admin and a supervisor find there, with one desk and with several. */
import { expect, it, vi } from 'vitest';
import type { RouteReply } from '../../../../contract/routes.ts';
import { type MemoryPage, openMemoryPage, typeInto } from '../../../support/memory-page.tsx';
import { changeReply } from '../../../support/recorded-bridge.ts';

type View = RouteReply<'keys.desks'>;
const TWO: View = {
  own: 0,
  desks: [
    { desk: 0, name: '前台', isEnded: false, behind: 0, heardAt: null },
    { desk: 1, name: '东门岗', isEnded: false, behind: 3, heardAt: Date.now() },
    { desk: 2, name: '旧电脑', isEnded: true, behind: null, heardAt: null },
    { desk: 3, name: '西门岗', isEnded: false, behind: 0, heardAt: Date.now() - 11 * 60_000 },
  ],
  slip: { name: '办公室', until: Date.UTC(2026, 4, 16, 9) },
};

async function openDesks(role: 'admin' | 'supervisor', view: View): Promise<MemoryPage> {
  const page = await openMemoryPage(role);
  changeReply(page.vault, 'keys.desks', () => view);
  await page.open('desks');
  await page.get(view.desks.length === 0 ? 'desks-none' : 'desk-0');
  return page;
}

it('has nothing but the beginning where one desk keeps the vault', async () => {
  const page = await openDesks('admin', { own: 0, desks: [], slip: null });
  expect([page.find('desk-add'), page.find('desk-let-in'), page.find('desk-slip')]).toEqual([
    null,
    null,
    null,
  ]);
  await page.click('desks-begin');
  await page.get('desk-sql');
});

it('copies the whole line for the server and nothing else of the form', async () => {
  const page = await openDesks('admin', { own: 0, desks: [], slip: null });
  await page.click('desks-begin');
  const line = (await page.get('desk-sql')) as HTMLInputElement;
  const copied: string[] = [];
  Object.assign(document, {
    execCommand: (command: string) =>
      copied.push(`${command} ${line.value.slice(line.selectionStart ?? 0, line.selectionEnd ?? 0)}`) > 0,
  });
  await page.click('desk-sql-copy');
  expect(line.value).toContain('SELECT');
  expect(copied).toEqual([`copy ${line.value}`]);
  expect((await page.get('toast')).textContent).toContain('已复制');
});

it('asks for the address and the password once the line and the password are copied, which a step back shows again', async () => {
  const page = await openDesks('admin', { own: 0, desks: [], slip: null });
  await page.click('desks-begin');
  const drawn = (await page.get('desk-drawn')) as HTMLInputElement;
  await vi.waitFor(() => expect(drawn.value).not.toBe(''));
  const { value } = drawn;
  expect(page.find('desk-keeper')).toBeNull();
  await page.click('desks-draw-submit');
  await typeInto(page, 'desks-begin-address', 'db.example.cn:5432/mailbox');
  expect(page.find('desk-drawn')).toBeNull();
  await page.click('desks-draw-again');
  expect(((await page.get('desk-drawn')) as HTMLInputElement).value).toBe(value);
  await page.click('desks-draw-submit');
  expect(((await page.get('desks-begin-address')) as HTMLInputElement).value).toBe(
    'db.example.cn:5432/mailbox',
  );
});

it('says of each desk how far it is, and offers an end of those that keep the estate', async () => {
  const page = await openDesks('admin', TWO);
  expect((await page.get('desk-0')).textContent).toContain('已同步');
  expect((await page.get('desk-1')).textContent).toContain('还差 3 项');
  expect((await page.get('desk-2')).textContent).toContain('已停用');
  expect((await page.get('desk-3')).textContent).toContain('十分钟没有消息');
  expect([page.find('desk-end-1') === null, page.find('desk-end-2') === null]).toEqual([false, true]);
  expect((await page.get('desk-slip')).textContent).toContain('办公室');
});

it('lets an admin alone make a slip, and both let a desk in', async () => {
  const page = await openDesks('supervisor', TWO);
  expect([page.find('desk-add') === null, page.find('desk-let-in') === null]).toEqual([true, false]);
});

it('shows a slip once, with the name that it was made for', async () => {
  const page = await openDesks('admin', TWO);
  await page.click('desk-add');
  await typeInto(page, 'desk-add-name', '办公室');
  await typeInto(page, 'desk-keeper', '0'.repeat(28));
  await typeInto(page, 'pin-input', 'mango-64-rail');
  await page.click('desk-add-submit');
  await page.get('slip-secret');
  expect((await page.get('desk-slip-form')).textContent).toContain('办公室');
  await page.click('desk-slip-submit');
  await page.get('desk-slip');
  expect(page.find('slip-secret')).toBeNull();
});
