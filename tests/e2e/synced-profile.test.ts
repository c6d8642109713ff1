/** A profile that a cloud service copies elsewhere: the application says why it does not start, and makes no vault. */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningApp, WITHOUT_GPU, launchApp, openXInput } from '../support/electron-app.ts';

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
  const { staged, env } = app;
  const child = spawn(staged.executable, [WITHOUT_GPU, `--user-data-dir=${profile}`], {
    env: { ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const ended = once(child, 'exit');
  try {
    const shown = async (): Promise<string> =>
      (await hasWindow(env)) ? 'a box' : `nothing; ended by ${child.exitCode ?? child.signalCode}; ${said}`;
    await expect.poll(shown).toBe('a box');
    await openXInput(env).press('Return');
    expect((await ended)[0]).toBe(1);
    expect(said).toContain('业主档案柜不能放在同步文件夹里');
    expect(said).toContain(dirname(profile));
    expect(existsSync(join(profile, 'settings.json'))).toBe(true);
    expect(existsSync(join(profile, 'vault'))).toBe(false);
  } finally {
    child.kill('SIGKILL');
  }
});

const hasWindow = (env: Readonly<Record<string, string>>): Promise<boolean> =>
  promisify(execFile)('xdotool', ['search', '--onlyvisible', '--name', '.'], { env: { ...env } }).then(
    ({ stdout }) => stdout.trim() !== '',
    () => false,
  );
