/** Time as the vault sees it, handed in so that tests can turn it. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00:00Z; the user may set it. */
  now(): number;
  /** Milliseconds that only ever grow while this process runs. */
  monotonic(): number;
}

export const systemClock: Clock = { now: () => Date.now(), monotonic: () => performance.now() };
