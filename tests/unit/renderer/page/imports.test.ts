// @vitest-environment happy-dom
/** The page of imports: a receptionist who looks after a part of the estate is told why none is listed, and is refused nothing. */
import { expect, it } from 'vitest';
import { openMemoryPage, watchRoute } from '../../../support/memory-page.tsx';
import { changeReply } from '../../../support/recorded-bridge.ts';

it.each([
  ['who looks after one building', [{ estate: '', building: '3', unit: null }], 'imports-elsewhere', 0],
  ['who looks after everything', [], 'import-run', 1],
] as const)('tells a receptionist %s what there is for them', async (_, scope, shown, lists) => {
  const page = await openMemoryPage('receptionist', (vault) =>
    changeReply(vault, 'scope.read', (own) => ({ ...own, scope: [...scope] })),
  );
  const asked = watchRoute(page, 'import.list');
  await page.open('imports');
  const found = await page.get(shown);
  expect(asked).toHaveLength(lists);
  expect(page.find('failure')).toBeNull();
  if (lists === 0) expect(found.textContent).toContain('请找主管');
});
