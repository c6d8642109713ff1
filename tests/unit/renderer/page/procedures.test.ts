// @vitest-environment happy-dom
/** The page of documents: what each role sees of it, what is signed, and what differs between two versions. */
import { expect, it, vi } from 'vitest';
import type { Role } from '../../../../contract/fields.ts';
import type { TextFact } from '../../../../contract/procedures/lists.ts';
import type { ProcedureRegister } from '../../../../contract/procedures/views.ts';
import { type MemoryPage, openMemoryPage, typeInto, watchRoute } from '../../../support/memory-page.tsx';
import { PINS } from '../../../support/pins.ts';
import { changeReply } from '../../../support/recorded-bridge.ts';

const AT = Date.UTC(2026, 4, 16, 2);
const SHA256 = 'ab'.repeat(32);

/** One that is in force, to be signed anew since its second version, and a draft with a gap. */
function answerTwo(vault: MemoryPage['vault']): void {
  const versions = [12, 11].map((versionId) => ({
    versionId,
    number: versionId - 10,
    title: '个人信息保护内部管理制度',
    publishedAt: AT,
    publishedBy: '陈主管',
    sha256: SHA256,
    intact: true,
  }));
  const about = { procedureId: 1, kind: 'management-system', title: versions[0]!.title } as const;
  changeReply(vault, 'procedures.own', () => ({
    documents: [
      {
        ...about,
        versionId: 12,
        number: 2,
        publishedAt: AT,
        sha256: SHA256,
        signedAt: null,
        againOn: null,
        due: true,
        signedBefore: 11,
      },
    ],
  }));
  changeReply(vault, 'procedures.read', (read, { versionId }) => ({
    ...read,
    ...about,
    blocks: [
      { kind: 'paragraph', runs: [{ text: versionId === 12 ? '无名物业制定本制度。' : '制定本制度。' }] },
    ],
    draft: null,
    published: versions.find((one) => one.versionId === versionId) ?? null,
  }));
  changeReply(vault, 'procedures.sign', () => {
    changeReply(vault, 'procedures.own', () => ({ documents: [] }));
    return { documents: [] };
  });
  const register = (gaps: readonly TextFact[]): ProcedureRegister => ({
    procedures: [
      {
        ...about,
        draft: null,
        versions,
        signed: { count: 2, missing: ['李前台'] },
        removed: [],
        outdated: false,
      },
      {
        procedureId: 2,
        kind: 'undertaking',
        title: '个人信息保密承诺书',
        draft: { version: 1, gaps: [...gaps], changedAt: AT, changedBy: '陈主管' },
        versions: [],
        signed: null,
        removed: [],
        outdated: false,
      },
    ],
    unused: [],
  });
  changeReply(vault, 'procedures.list', () => register(['company']));
  changeReply(vault, 'company.change', (view) => {
    changeReply(vault, 'procedures.list', () => register([]));
    return view;
  });
}

/** What is added is a draft of the company's own. */
function answerOwn(vault: MemoryPage['vault']): void {
  const about = { procedureId: 50, kind: 'own', title: '监控室管理制度' } as const;
  const draft = { version: 1, gaps: [], changedAt: AT, changedBy: '陈主管' };
  const added = { ...about, draft, versions: [], signed: null, removed: [], outdated: false };
  const withAdded = (register: ProcedureRegister): ProcedureRegister => ({
    ...register,
    procedures: [...register.procedures.filter(({ procedureId }) => procedureId !== 50), added],
  });
  changeReply(vault, 'procedures.add', (register) => {
    changeReply(vault, 'procedures.list', withAdded);
    return withAdded(register);
  });
  changeReply(vault, 'procedures.read', (read, { procedureId }) =>
    procedureId === 50 ? { ...read, ...about, draft: 1 } : read,
  );
}

async function openPage(role: Role): Promise<MemoryPage> {
  const page = await openMemoryPage(role, answerTwo);
  await page.open('procedures');
  await page.get('procedures-due');
  return page;
}

it('shows a receptionist what is theirs to sign, and asks for neither list nor signatures', async () => {
  const page = await openMemoryPage('receptionist', answerTwo);
  const asked = (['procedures.list', 'procedures.signatures'] as const).map((route) =>
    watchRoute(page, route),
  );
  await page.open('procedures');
  await page.get('procedures-due');
  expect(page.find('procedure-row')).toBeNull();
  expect(page.offers('procedures-add')).toBe(false);
  expect(asked).toEqual([[], []]);
});

it('signs the text that was shown to its end, by its hash, and marks what has changed since the last signature', async () => {
  const page = await openPage('receptionist');
  const asked = watchRoute(page, 'procedures.sign');
  let bottom = innerHeight + 1;
  vi.spyOn(HTMLSpanElement.prototype, 'getBoundingClientRect').mockImplementation(
    () => new DOMRect(0, bottom),
  );
  await page.click('procedure-sign-begin');
  await page.get('procedure-end');
  dispatchEvent(new Event('scroll'));
  await page.get('procedure-sign-cancel');
  expect(page.find('procedure-sign-form')).toBeNull();
  bottom = innerHeight;
  dispatchEvent(new Event('scroll'));
  await page.get('procedure-sign-form');
  vi.restoreAllMocks();
  const difference = await page.get('procedure-difference');
  expect(difference.querySelector('ins')?.textContent).toContain('无名物业');
  await typeInto(page, 'pin-input', PINS.receptionist);
  await page.click('procedure-sign-submit');
  await page.get('procedures-none-due');
  expect(asked).toEqual([{ versions: [{ versionId: 12, sha256: SHA256 }], pin: PINS.receptionist }]);
});

it('offers an admin to publish nothing while a draft has a gap, and everything once it has none', async () => {
  const page = await openPage('admin');
  expect(page.offers('procedures-publish-all')).toBe(false);
  await page.click('procedures-facts');
  await page.click('company-change');
  await typeInto(page, 'company-fact-company', '无名物业服务有限公司');
  await typeInto(page, 'pin-input', PINS.admin);
  await page.click('company-submit');
  await page.gone('company-form');
  await page.open('procedures');
  const read = watchRoute(page, 'procedures.read');
  await page.click('procedures-publish-all');
  // The text stands above the PIN.
  await page.get('procedure-publish');
  await page.get('pin-input');
  expect(read).toEqual([{ procedureId: 2, versionId: null }]);
  const asked = watchRoute(page, 'procedures.publish');
  await typeInto(page, 'pin-input', PINS.admin);
  await page.click('procedure-publish-submit');
  await page.get('procedure-row');
  expect(asked).toEqual([{ drafts: [{ procedureId: 2, version: 1 }], pin: PINS.admin }]);
});

it('lists documents only once they are read again after an edit: what is opened next names the version that is kept', async () => {
  const page = await openPage('supervisor');
  answerOwn(page.vault);
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
      removed: ['第一章 总则'],
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
  // What is left out of its template takes a reason, or ticks nothing.
  await typeInto(page, 'procedure-publish-why', '公司只有三人');
  await typeInto(page, 'pin-input', PINS.supervisor);
  await page.click('procedure-publish-submit');
  await page.gone('procedure-publish-form');
  expect(asked).toEqual([
    { drafts: [{ procedureId: 50, version: 2 }], why: '公司只有三人', pin: PINS.supervisor },
  ]);
});
