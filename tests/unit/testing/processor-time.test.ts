import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { secondsOfChildren } from '../../../scripts/testing/processor-time.ts';

it('reads the time of children behind a command with spaces and brackets in its name', () => {
  const stat = '77 (a (b) c) S 1 77 77 0 -1 4194560 1 2 3 4 500 600 1250 250 20 0 1 0 9 1 2';
  expect(secondsOfChildren(stat)).toBe(15);
});

it.runIf(process.platform === 'linux')(
  'counts the time of a child that has ended, and of what it started',
  () => {
    const busy = 'const end = process.cpuUsage().user + 300_000; while (process.cpuUsage().user < end);';
    const starts = `require('node:child_process').execFileSync(process.execPath, ['-e', ${JSON.stringify(busy)}])`;
    const before = secondsOfChildren();
    execFileSync(process.execPath, ['-e', starts]);
    expect(secondsOfChildren() - before).toBeGreaterThanOrEqual(0.3);
  },
);
