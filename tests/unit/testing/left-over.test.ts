import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { afterEach, expect, it } from 'vitest';
import { RUN_MARK, markRun } from '../../../scripts/testing/left-over.ts';

const outer = process.env[RUN_MARK];
afterEach(() => {
  if (outer === undefined) delete process.env[RUN_MARK];
  else process.env[RUN_MARK] = outer;
});

/** Says that it runs, then stays. */
const STAYS = "process.stdout.write('here'); setInterval(() => undefined, 1_000);";

it.runIf(process.platform === 'linux')(
  'names and ends a stopped process that a run left behind',
  async () => {
    const run = markRun(50);
    const stays = spawn(process.execPath, ['-e', STAYS], { stdio: ['ignore', 'pipe', 'ignore'] });
    const ended = once(stays, 'exit');
    await once(stays.stdout!, 'data');
    stays.kill('SIGSTOP');
    // It stops a moment later.
    await expect.poll(() => readFileSync(`/proc/${stays.pid}/status`, 'utf8')).toContain('T (stopped)');
    expect(await run.end()).toEqual([
      expect.stringMatching(new RegExp(`^${stays.pid} \\(T \\(stopped\\)\\) .*node.* -e `)),
    ]);
    expect(await ended).toEqual([null, 'SIGKILL']);
  },
);

it.runIf(process.platform === 'linux')('names nothing of a run whose processes have ended', async () => {
  const run = markRun();
  await once(spawn(process.execPath, ['-e', '']), 'exit');
  expect(await run.end()).toEqual([]);
});
