// @vitest-environment happy-dom
/** A record of another desk is on the screen for as long as a supervisor has agreed to, and no longer. */
import { expect, it } from 'vitest';
import type { PersonId } from '../../../../contract/ids.ts';
import { ok } from '../../../../contract/result.ts';
import { openMemoryPage } from '../../../support/memory-page.tsx';

it('leaves the screen once its time is over', async () => {
  const page = await openMemoryPage();
  page.type('x');
  await page.get('result-row');
  page.press('Enter');
  const panel = await page.get('person-panel');
  const personId = Number(panel.dataset['person']) as PersonId;
  const openFor = (milliseconds: number): Promise<void> => {
    const opened = [{ about: { of: 'person' as const, personId }, until: Date.now() + milliseconds }];
    page.vault['scope.read'] = async () => ok({ scope: [{ estate: '', building: '3', unit: null }], opened });
    return page.modules.scopeStore.getState().read();
  };
  await openFor(60_000);
  await page.get('opened-outside');
  expect(page.find('person-panel')).not.toBeNull();
  await openFor(50);
  await page.gone('person-panel');
});
