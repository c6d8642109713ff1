/** Processes that have been sent SIGKILL: the system takes a moment to take them down, a longer one where it is busy. */
import { expect } from 'vitest';
import { isAlive } from './electron-app.ts';

const MAX_MS = 30_000;

/** Fails unless all of them are gone by then. */
export const expectEnded = (...pids: readonly number[]): Promise<void> =>
  expect.poll(() => pids.filter(isAlive), { timeout: MAX_MS, interval: 20 }).toEqual([]);
