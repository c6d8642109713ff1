import { existsSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { runInBackground } from '../../../scripts/testing/run-in-background.ts';

const SAY_PRIORITIES = `
  const { getPriority } = require('node:os');
  const { existsSync, readFileSync } = require('node:fs');
  const group = '/proc/self/autogroup';
  const session = () => (existsSync(group) ? readFileSync(group, 'utf8') : 'nice 19');
  // The parent may come to it a moment after the start.
  setInterval(() => {
    if (getPriority() !== 19 || !session().includes('nice 19')) return;
    console.log('own', getPriority());
    console.log('session', session());
    process.exit(3);
  }, 5);`;

describe('work in the background', () => {
  afterEach(() => vi.restoreAllMocks());

  it('has the lowest priority, as a process and as a session, and is silent until it ends', async () => {
    const written = vi.spyOn(process.stdout, 'write').mockReturnValue(true);

    const running = runInBackground(['-e', SAY_PRIORITIES]);
    expect(written).not.toHaveBeenCalled();

    expect(await running).toBe(3);
    expect(written).toHaveBeenCalledOnce();
    const output = String(written.mock.calls[0]![0]);
    expect(output).toMatch(/^own 19$/m);
    if (process.platform === 'linux' && existsSync('/proc/self/autogroup'))
      expect(output).toMatch(/^session \/autogroup-\d+ nice 19$/m);
  });

  it('counts as failed when a signal ended it', async () => {
    vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    expect(await runInBackground(['-e', `process.kill(process.pid, 'SIGKILL')`])).toBe(1);
  });
});
