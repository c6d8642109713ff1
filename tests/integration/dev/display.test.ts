/** The screen that tests type on: a key that is held by a stall, and not by a finger, is one key; it stays when nobody is on it. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Display, startDisplay } from '../../../scripts/desktop/display.ts';

/** Longer than a keyboard waits before a key repeats (660 ms). */
const HELD_SECONDS = '1';

let display: Display;
let keyboard: ChildProcess | undefined;
let lines: AsyncIterator<string>;
beforeAll(async () => {
  display = await startDisplay(null);
  const script = fileURLToPath(new URL('../../support/keyboard-window.py', import.meta.url));
  keyboard = spawn('/usr/bin/python3', [script], {
    env: { ...display.env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  lines = createInterface({ input: keyboard.stdout! })[Symbol.asyncIterator]();
  expect((await lines.next()).value).toBe('there');
});
afterAll(async () => {
  keyboard?.kill();
  await display?.stop();
});

it('presses a key once, however long it is held', async () => {
  const keys = ['keydown', 'a', 'sleep', HELD_SECONDS, 'keyup', 'a', 'key', 'b'];
  const [code] = await once(spawn('/usr/bin/xdotool', keys, { env: { ...display.env } }), 'exit');
  expect(code).toBe(0);
  const [first, second] = [(await lines.next()).value, (await lines.next()).value];
  expect(Number(first)).toBeGreaterThan(0);
  expect(second).not.toBe(first);
});

it('is not begun anew when its last program leaves', async () => {
  const empty = await startDisplay(null);
  try {
    const ask = (...words: readonly string[]): string =>
      execFileSync('/usr/bin/xdotool', words, { env: { ...empty.env }, encoding: 'utf8' });
    ask('mousemove', '7', '9');
    expect(ask('getmouselocation')).toContain('x:7 y:9 ');
  } finally {
    await empty.stop();
  }
});
