// @vitest-environment happy-dom
/** What the lock screen says where the memory of the application could not be closed to other programs. */
import { expect, it } from 'vitest';
import { zhCN } from '../../../../renderer/messages/words.ts';
import { openClosedPage } from '../../../support/memory-page.tsx';

it('says that other programs could read the memory where main says so, and nothing of it elsewhere', async () => {
  const page = await openClosedPage();
  await page.get('person-button-receptionist');
  expect(page.find('memory-not-guarded')).toBeNull();
  page.modules.appStore.setState(({ info }) => ({ info: { ...info!, memoryGuarded: false } }));
  expect((await page.get('memory-not-guarded')).textContent).toBe(zhCN.runtime.memoryNotGuarded);
});
