// @vitest-environment happy-dom
/** Where no printer takes a page, or somebody cancels: it is said, wherever a page is sent from. */
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, it, vi } from 'vitest';
import { BRIDGE_KEY } from '../../../../contract/bridge.ts';
import { ok } from '../../../../contract/result.ts';
import { createAccessHistoryStore } from '../../../../renderer/page-intents/access-history-store.ts';

const NOT_PRINTED = '没有打印：已取消，或没有可用的打印机。请检查打印机后再试。';

it('says of the recovery sheet that nothing was printed, and keeps asking for it on paper', async () => {
  const printSheet = vi.fn(async () => ok({ done: false }));
  vi.stubGlobal(BRIDGE_KEY, { vault: {}, shell: { printSheet }, onVault: vi.fn(), onShell: vi.fn() });
  const { initI18n } = await import('../../../../renderer/messages/i18n.ts');
  const { SheetStep } = await import('../../../../renderer/set-up/SheetStep.tsx');
  initI18n('zh-CN');
  const place = document.body.appendChild(document.createElement('div'));
  const sheet = { lines: [['0123-4567']], fingerprint: ['abcd'], madeAt: 0 };
  await act(async () =>
    createRoot(place).render(<SheetStep sheet={sheet as never} estateName="甲苑" onNext={vi.fn()} />),
  );
  await act(async () => place.querySelector<HTMLElement>('[data-testid=sheet-print]')!.click());
  expect(printSheet).toHaveBeenCalledOnce();
  expect(place.textContent).toContain(NOT_PRINTED);
  expect(place.querySelector('[data-testid=setup-next]')).toBeNull();
  place.remove();
  vi.unstubAllGlobals();
  vi.resetModules();
});

it('knows of an answer about access that was not printed from one that was, and from one that was never sent', async () => {
  const printSheet = vi.fn(async () => ok({ done: false }));
  const store = createAccessHistoryStore(
    {
      'accessHistory.list': async () => ok({}),
      'accessHistory.print': async () => ok({}),
    } as never,
    printSheet,
  );
  await store.getState().ask({ by: 'number' });
  expect(store.getState().printed).toBeNull();
  await store.getState().print();
  expect(store.getState().printed).toBe(false);
  printSheet.mockResolvedValue(ok({ done: true }));
  await store.getState().print();
  expect(store.getState().printed).toBe(true);
});
