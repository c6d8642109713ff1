/** A clock that a test turns: both hands together, or the user's setting alone. */
import type { Clock } from '../../main/vault/clock.ts';

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

export interface FakeClock extends Clock {
  /** Time passes: both hands move. */
  advance(milliseconds: number): void;
  /** The user sets the clock, forward or back; the monotonic hand stays. */
  setBy(milliseconds: number): void;
  /** A new process: the monotonic hand starts again, the wall clock stays. */
  restart(): void;
}

export function createFakeClock(start = Date.UTC(2026, 0, 5, 9)): FakeClock {
  let wall = start;
  let monotonic = 1000;
  return {
    now: () => wall,
    monotonic: () => monotonic,
    advance: (milliseconds) => {
      wall += milliseconds;
      monotonic += milliseconds;
    },
    setBy: (milliseconds) => {
      wall += milliseconds;
    },
    restart: () => {
      monotonic = 0;
    },
  };
}
