// @vitest-environment happy-dom
/** What can be shown at the desk: where each button leads, who makes a pack, what the form keeps back, and the guided evening. */
import { expect, it, vi } from 'vitest';
import { DUTIES } from '../../../../contract/evidence/lists.ts';
import { fail, ok } from '../../../../contract/result.ts';
import { openMemoryPage, typeInto, watchRoute } from '../../../support/memory-page.tsx';
import { changeReply } from '../../../support/recorded-bridge.ts';

it('lists every duty, what is missing first, and opens the history of one', async () => {
  const page = await openMemoryPage('supervisor');
  await page.open('evidence');
  await page.get('duty-policy');
  const states = [...document.querySelectorAll<HTMLElement>('[data-testid^=duty-]')].map(
    ({ dataset }) => dataset['state'],
  );
  expect(states).toHaveLength(DUTIES.length);
  expect(states).toEqual(states.toSorted((one, other) => ORDER.indexOf(one!) - ORDER.indexOf(other!)));
  (await page.get('duty-permission-matrix')).querySelector<HTMLElement>('[data-row-button]')!.click();
  expect((await page.get('duty-history')).textContent).toContain('Admin One');
});
const ORDER = ['missing', 'stale', 'there'];

it('leads from a duty to the page that mends it, and tells who does what is not theirs', async () => {
  const page = await openMemoryPage('supervisor');
  await page.open('evidence');
  expect((await page.get('duty-backups')).textContent).toContain('由管理员办理');
  await page.click('mend-leftover-files');
  await page.get('screen-sweep');
});

it('leads whoever may only look to what somebody else sees to, and says who', async () => {
  const page = await openMemoryPage('supervisor');
  await page.open('evidence');
  const row = await page.get('duty-other-systems');
  expect(row.dataset['state']).not.toBe('there');
  expect(row.textContent).toContain('由管理员办理');
  expect((await page.get('mend-other-systems')).textContent).toBe('去查看');
  await page.click('mend-other-systems');
  await page.get('screen-other-systems');
});

it('lets a supervisor alone make a pack, and shows its hash and its row', async () => {
  const page = await openMemoryPage('supervisor');
  changeReply(page.vault, 'evidence.makePack', (made) => {
    // As it was recorded after this one.
    changeReply(page.vault, 'evidence.packs', () => page.recorded('evidence.packs', 'admin'));
    return made;
  });
  await page.open('evidence');
  await page.click('pack-make');
  await page.click('pack-place-submit');
  expect((await page.get('pack-form')).textContent).toContain('泄露追查材料.pdf');
  await typeInto(page, 'pin-input', 'tabby-37-kite');
  await page.click('pack-submit');
  const { sha256 } = page.recorded('evidence.makePack');
  expect((await page.get('pack-made')).textContent).toContain(sha256);
  await page.gone('pack-form');
  await page.get('pack-row');
  expect(document.querySelectorAll('[data-testid=pack-row]')).toHaveLength(1);
});

it('offers an admin no pack', async () => {
  const page = await openMemoryPage('admin');
  await page.open('evidence');
  await page.get('pack-row');
  expect(page.find('pack-make')).toBeNull();
});

it('asks for the place again, and for the PIN after it, where no pack could be made', async () => {
  const page = await openMemoryPage('supervisor');
  page.vault['evidence.makePack'] = async () => fail('file-not-written');
  await page.open('evidence');
  await page.click('pack-make');
  await page.click('pack-place-submit');
  await typeInto(page, 'pin-input', 'tabby-37-kite');
  await page.click('pack-submit');
  expect((await page.get('failure')).dataset['code']).toBe('file-not-written');
  expect(page.find('pin-input')).toBeNull();
  expect(page.find('pack-made')).toBeNull();
  await page.click('pack-place-submit');
  expect(((await page.get('pin-input')) as HTMLInputElement).value).toBe('');
});

it('holds no PIN while the dialog of the system is open, and asks for none where nowhere was picked', async () => {
  const page = await openMemoryPage('supervisor');
  const asked = watchRoute(page, 'evidence.makePack');
  let pinsThere: unknown = null;
  Object.assign(page.shell, {
    pickFile: async () => {
      pinsThere = document.querySelectorAll('input[type=password]').length;
      return ok({ file: null });
    },
  });
  await page.open('evidence');
  await page.click('pack-make');
  await page.click('pack-place-submit');
  await vi.waitFor(() => expect(pinsThere).toBe(0));
  await vi.waitFor(() => expect(page.find('pack-place-submit')).toHaveProperty('disabled', false));
  expect(page.find('pin-input')).toBeNull();
  expect(asked).toEqual([]);
});

it('shows what the evening has done, and leads to the first of a step that is open', async () => {
  const page = await openMemoryPage('supervisor');
  changeReply(page.vault, 'evidence.read', (read) => ({
    ...read,
    evening: { ...read.evening, originalsLeft: 1 },
  }));
  await page.open('evening');
  expect((await page.get('evening-import')).dataset['done']).toBe('true');
  expect((await page.get('evening-dispose')).dataset['done']).toBe('false');
  // Whatever is ticked, what is open or cannot be shown stays said, with who answers for it.
  expect((await page.get('matter-past-leak')).dataset['state']).toBe('unknown');
  const { information } = page.recorded('evidence.read', 'supervisor').evening.officers;
  expect((await page.get('matter-phones')).textContent).toContain(information);
  await page.click('evening-dispose-go');
  await page.get('screen-sweep');
});

it('leads to the next deed that is open, puts it aside once it is confirmed, and signs it with the next PIN before the deed of that', async () => {
  const page = await openMemoryPage('supervisor');
  changeReply(page.vault, 'evidence.read', ({ evidence, evening }) => ({
    evidence: evidence.map((one) => ({
      ...one,
      state: one.duty === 'walk-round' ? ('missing' as const) : ('there' as const),
    })),
    evening: { ...evening, isCompanyStated: true, itemsOpen: 0, originalsLeft: 0, pack: 'missing' },
  }));
  const done: unknown[] = [];
  for (const route of ['walks.finish', 'evidence.makePack'] as const) {
    const ask = page.vault[route] as (request: { readonly pin: string }) => Promise<unknown>;
    Object.assign(page.vault, {
      [route]: (request: { readonly pin: string }) => {
        done.push([route, request.pin]);
        return ask(request);
      },
    });
  }
  await page.open('evening');
  await page.click('evening-next');
  await page.get('walk-form');
  for (const fine of document.querySelectorAll<HTMLElement>('[data-testid=walk-fine]')) fine.click();
  await vi.waitFor(() => expect(page.find('pin-input')).toBeNull());
  await page.click('walk-submit');
  await page.gone('walk-form');
  expect(done).toEqual([]);
  // What waits is not led to again: the next step opens by itself, and says beforehand what the pack is not.
  expect((await page.get('pack-not-whole')).textContent).toContain('缺 1 项');
  await page.click('pack-place-submit');
  expect((await page.get('signs-also')).textContent).toContain('巡查');
  await typeInto(page, 'pin-input', 'tabby-37-kite');
  await page.click('pack-submit');
  await page.get('pack-made');
  await page.get('pack-made-open');
  expect(done).toEqual([
    ['walks.finish', 'tabby-37-kite'],
    ['evidence.makePack', 'tabby-37-kite'],
  ]);
});

it('tells in the bell how much is to be renewed, in one line', async () => {
  const page = await openMemoryPage('supervisor');
  await page.click('bell');
  expect((await page.get('alert-evidence-stale-go')).closest('li')?.textContent).toMatch(/需更新|renew/);
});
