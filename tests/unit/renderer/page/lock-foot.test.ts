// @vitest-environment happy-dom
/** What the lock screen says beside people and PIN: of the computer, the runtime, an update, and of what a sign-in waits for. */
import { expect, it } from 'vitest';
import { zhCN } from '../../../../renderer/messages/words.ts';
import { effectsRun, openClosedPage, typeInto } from '../../../support/memory-page.tsx';
import { PINS } from '../../../support/pins.ts';

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

it('says that the records are backed up and how far, where the vault does that before it opens', async () => {
  const page = await openClosedPage();
  const { 'session.unlock': unlock } = page.vault;
  let isBackedUp = (): void => undefined;
  const backedUp = new Promise<void>((resolve) => (isBackedUp = resolve));
  page.vault['session.unlock'] = (request) => backedUp.then(() => unlock(request));
  (await page.get('person-button-receptionist')).click();
  await typeInto(page, 'pin-input', PINS.receptionist);
  (await page.get('unlock')).click();
  await effectsRun();
  expect(page.find('backup-share')).toBeNull();
  page.say('backup.progress', { phase: 'copying', done: 30, total: 120, secondsLeft: 4 });
  const shown = await page.get('backup-share');
  expect(shown.textContent).toContain(zhCN.lock.keeping);
  expect(shown.querySelector('[role=progressbar]')?.getAttribute('aria-valuenow')).toBe('25');
  isBackedUp();
  await page.get('screen-counter');
});
