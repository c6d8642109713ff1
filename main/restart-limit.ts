/** Notices a process that dies as fast as it is started, so that the application stops with a word instead of spinning. */

const WITHIN_MS = 10_000;
const MOST = 8;

export class RestartLimit {
  readonly #now: () => number;
  #starts: readonly number[] = [];

  /** `now` gives monotonic milliseconds. */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** Counts one restart; true when there were more than eight within ten seconds. */
  isTooMany(): boolean {
    const now = this.#now();
    this.#starts = [...this.#starts.filter((at) => now - at < WITHIN_MS), now];
    return this.#starts.length > MOST;
  }
}
