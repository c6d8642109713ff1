import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { markRun } from '../../../scripts/testing/left-over.ts';

/** Says that it runs, then stays. */
const STAYS = "process.stdout.write('here'); setInterval(() => undefined, 1_000);";

it.runIf(process.platform === 'linux').each([
  ['environment', (env: NodeJS.ProcessEnv) => ({ env: { ...process.env, ...env } })],
  ['folder', ({ TMPDIR }: NodeJS.ProcessEnv) => ({ cwd: TMPDIR! })],
])('names and ends a stopped process that has the run in its %s', async (_, options) => {
  const run = markRun(50);
  const stays = spawn(process.execPath, ['-e', STAYS], {
    stdio: ['ignore', 'pipe', 'ignore'],
    ...options(run.env),
  });
  const ended = once(stays, 'exit');
  await once(stays.stdout!, 'data');
  stays.kill('SIGSTOP');
  expect(await run.end()).toEqual([
    expect.stringMatching(new RegExp(`^${stays.pid} \\(T \\(stopped\\)\\) .*node.* -e `)),
  ]);
  expect(await ended).toEqual([null, 'SIGKILL']);
  expect(existsSync(run.env['TMPDIR']!)).toBe(false);
});

it.runIf(process.platform === 'linux')('names nothing of a run whose processes have ended', async () => {
  const run = markRun();
  const goes = spawn(process.execPath, ['-e', ''], { env: { ...process.env, ...run.env } });
  await once(goes, 'exit');
  expect(await run.end()).toEqual([]);
});
