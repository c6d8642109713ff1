/** A profile that a cloud service copies elsewhere: the application says why it does not start, and makes no vault. */
import { once } from 'node:events';
import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningApp, launchApp, openXInput, startAlone } from '../support/electron-app.ts';

let app: RunningApp;
let profile: string;
beforeAll(async () => {
  app = await launchApp();
  await app.quit();
  const synced = join(dirname(app.userDataDir), 'Nextcloud');
  mkdirSync(synced);
  profile = join(synced, 'data');
  renameSync(app.userDataDir, profile);
});
afterAll(() => app?.dispose());

it('ends a start in a synced folder, in words, before anything is made', async () => {
  const { child, printed, shown } = startAlone(app, profile);
  const ended = once(child, 'exit');
  try {
    await expect.poll(shown).toBe('a window');
    await openXInput(app.env).press('Return');
    expect((await ended)[0]).toBe(1);
    expect(printed()).toContain('业主档案柜不能放在同步文件夹里');
    expect(printed()).toContain(dirname(profile));
    expect(existsSync(join(profile, 'settings.json'))).toBe(true);
    expect(existsSync(join(profile, 'vault'))).toBe(false);
  } finally {
    child.kill('SIGKILL');
  }
});
