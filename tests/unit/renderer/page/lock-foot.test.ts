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

it('says how old the runtime is from 90 days on, where it is for real data, and marks 180 days as harm', async () => {
  const page = await openClosedPage();
  await page.get('person-button-receptionist');
  const show = (runtimeDays: number | null, forRealData = true): Element | null => {
    page.modules.appStore.setState(({ info }) => ({ info: { ...info!, runtimeDays, forRealData } }));
    return page.find('runtime-age');
  };
  for (const [days, forRealData] of [
    [null, true],
    [89, true],
    [400, false],
  ] as const)
    await expect.poll(() => show(days, forRealData)).toBeNull();
  const classes: string[] = [];
  for (const days of [90, 179, 180]) {
    await expect
      .poll(() => show(days)?.textContent)
      .toBe(zhCN.runtime.old.replace('{{count}}', String(days)));
    classes.push(page.find('runtime-age')!.className);
  }
  expect(classes[0]).toBe(classes[1]);
  expect(classes[2]).not.toBe(classes[0]);
});

it('says what became of an update of the program since it ran last', async () => {
  const page = await openClosedPage();
  await page.get('person-button-receptionist');
  expect(page.find('program-updated')).toBeNull();
  const lastUpdate = { from: '1.0.0', to: '1.1.0', end: 'applied' } as const;
  page.modules.appStore.setState(({ info }) => ({ info: { ...info!, lastUpdate } }));
  expect((await page.get('program-updated')).textContent).toBe('程序已从 1.0.0 更新到 1.1.0。');
});
