// @vitest-environment happy-dom
/** The page of documents: what each role sees of it, what is signed, and what differs between two versions. */
import { expect, it, vi } from 'vitest';
import type { Role } from '../../../../contract/fields.ts';
import { type MemoryPage, openMemoryPage, typeInto, watchRoute } from '../../../support/memory-page.tsx';

const PIN = 'tabby-37-kite';

async function openPage(role: Role): Promise<MemoryPage> {
  const page = await openMemoryPage(role);
  await page.open('procedures');
  await page.get('procedures-due');
  return page;
}

it('shows a receptionist what is theirs to sign, and asks for neither list nor signatures', async () => {
  const page = await openMemoryPage('receptionist');
  const asked = (['procedures.list', 'procedures.signatures'] as const).map((route) =>
    watchRoute(page, route),
  );
  await page.open('procedures');
  await page.get('procedures-due');
  expect(page.find('procedure-row')).toBeNull();
  expect(page.find('procedures-add')).toBeNull();
  expect(asked).toEqual([[], []]);
});

it('signs the text that was shown, by its hash, and marks what has changed since the last signature', async () => {
  const page = await openPage('receptionist');
  const asked = watchRoute(page, 'procedures.sign');
  await page.click('procedure-sign-begin');
  const difference = await page.get('procedure-difference');
  expect(difference.querySelector('ins')?.textContent).toContain('无名物业');
  await typeInto(page, 'pin-input', PIN);
  await page.click('procedure-sign-submit');
  await page.get('procedures-none-due');
  expect(asked).toEqual([{ versions: [{ versionId: 12, sha256: 'ab'.repeat(32) }], pin: PIN }]);
});

it('offers a supervisor to publish nothing while a draft has a gap, and everything once it has none', async () => {
  const page = await openPage('supervisor');
  expect(page.find('procedures-publish-all')).toBeNull();
  await page.click('procedures-facts');
  await page.get('procedure-facts-form');
  await typeInto(page, 'procedure-fact-company', '无名物业公司');
  await page.click('procedure-facts-submit');
  await page.click('procedures-publish-all');
  const asked = watchRoute(page, 'procedures.publish');
  await typeInto(page, 'pin-input', PIN);
  await page.click('procedure-publish-submit');
  await page.get('procedure-row');
  expect(asked).toEqual([{ drafts: [{ procedureId: 2, version: 1 }], pin: PIN }]);
});

it('lists documents only once they are read again after an edit: what is opened next names the version that is kept', async () => {
  const page = await openPage('supervisor');
  (await page.get('procedures-add')).click();
  await typeInto(page, 'procedure-add-title', '监控室管理制度');
  await page.click('procedure-add-submit');
  await page.gone('procedure-add-form');
  const openRow = (): void =>
    document.querySelector<HTMLElement>('[data-testid=procedure-row][data-kind=own] button')!.click();
  openRow();
  await page.click('procedure-edit');
  await page.get('procedure-editor');
  const { vault } = page;
  const list = vault['procedures.list'];
  let readAgain: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (readAgain = resolve));
  const asksAgain = vi.fn<() => void>();
  vault['procedures.list'] = async (request) => {
    asksAgain();
    await held;
    const reply = await list(request);
    if (!reply.ok) return reply;
    const procedures = reply.value.procedures.map((one) => ({
      ...one,
      draft: one.draft && { ...one.draft, version: 2 },
    }));
    return { ok: true, value: { ...reply.value, procedures } };
  };
  await page.click('procedure-edit-submit');
  await vi.waitFor(() => expect(asksAgain).toHaveBeenCalledOnce());
  expect(page.find('procedure-edit-form')).not.toBeNull();
  readAgain();
  await page.gone('procedure-edit-form');
  openRow();
  await page.click('procedure-publish');
  const asked = watchRoute(page, 'procedures.publish');
  await typeInto(page, 'pin-input', PIN);
  await page.click('procedure-publish-submit');
  await page.gone('procedure-publish-form');
  expect(asked).toEqual([{ drafts: [{ procedureId: 50, version: 2 }], pin: PIN }]);
});

it('takes no day that there is not', async () => {
  const page = await openPage('admin');
  const asked = watchRoute(page, 'procedures.saveFacts');
  await page.click('procedures-facts');
  await typeInto(page, 'procedure-fact-effectiveOn', '2026-02-30');
  await page.click('procedure-facts-submit');
  expect(page.find('procedure-facts-form')).not.toBeNull();
  expect(asked).toEqual([]);
});
