/** A clock that is set to moments of the past, one after another, so that a vault that is made now has a history. */
import type { Clock } from '../clock.ts';

export interface PastClock extends Clock {
  /** From now on it goes on from there. `moment`: milliseconds since 1970, never before where it stands. */
  moveTo(moment: number): void;
}

/** `now`: the real clock, which it follows from each moment on. */
export function createPastClock(start: number, real: Clock): PastClock {
  let [moment, since] = [start, real.monotonic()];
  const now = (): number => Math.floor(moment + real.monotonic() - since);
  return {
    now,
    monotonic: () => real.monotonic(),
    moveTo(next) {
      if (next < now()) throw new RangeError('a past clock goes forward');
      [moment, since] = [next, real.monotonic()];
    },
  };
}
