/** Notices a process that ends by itself as fast as it is started, so that the application stops with a word instead of spinning. */

const WITHIN_MS = 10_000;
const MAX_ENDS = 8;

export class EndLimit {
  readonly #now: () => number;
  #ends: readonly number[] = [];

  /** `now` gives monotonic milliseconds. */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** Counts one end that nobody asked for; true when there were more than eight within ten seconds. A lock is asked for, however often. */
  isTooMany(): boolean {
    const now = this.#now();
    this.#ends = [...this.#ends.filter((at) => now - at < WITHIN_MS), now];
    return this.#ends.length > MAX_ENDS;
  }
}
