/** A watch that runs now and then, and says when it has run for long enough in all. */
export interface Watch {
  start(): void;
  /** Does nothing where it does not run. */
  stop(): void;
}

/** Calls `over` once it has run for `milliseconds`. */
export function createWatch(milliseconds: number, over: () => void): Watch {
  let left = milliseconds;
  let running: { readonly since: number; readonly timer: NodeJS.Timeout } | null = null;
  return {
    start() {
      running = { since: performance.now(), timer: setTimeout(over, Math.max(0, left)) };
    },
    stop() {
      if (running === null) return;
      clearTimeout(running.timer);
      left -= performance.now() - running.since;
      running = null;
    },
  };
}
