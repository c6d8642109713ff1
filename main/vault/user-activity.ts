/** Whether somebody is typing at the counter: what nobody waits for holds back until they pause. */
import type { RouteName } from '../../contract/route-names.ts';
import type { ScannerLine, Scanners } from './scanner-line.ts';

export interface UserActivity {
  /** Told of every request. */
  note(route: string): void;
  /** Resolves once nobody has been typing for `PAUSE_MS`, and after `LONGEST_MS` in any case. */
  pause(): Promise<void>;
}

/** From one key to the next of somebody who types a name slowly, in milliseconds. */
export const PAUSE_MS = 400;
/** So that a desk which is never quiet is swept as well; well below what one file may take, in milliseconds. */
export const LONGEST_MS = 2_000;
/** Routes that a key at the counter calls. */
const BY_KEY: ReadonlySet<string> = new Set<RouteName>(['people.search', 'people.searchNext', 'people.open']);

/** `now`: milliseconds that only grow. */
export function createUserActivity(now: () => number = () => performance.now()): UserActivity {
  let usedAt = Number.NEGATIVE_INFINITY;
  return {
    note(route) {
      if (BY_KEY.has(route)) usedAt = now();
    },
    async pause() {
      const latest = now() + LONGEST_MS;
      for (;;) {
        const left = Math.min(usedAt + PAUSE_MS, latest) - now();
        if (left <= 0) return;
        await new Promise((resolve) => setTimeout(resolve, left));
      }
    },
  };
}

/** Scanners that are asked nothing while somebody types, but for what somebody waits for. */
export function yieldToUser(scanners: Scanners, { pause }: Pick<UserActivity, 'pause'>): Scanners {
  return {
    ...scanners,
    showFile: (path) => scanners.showFile(path),
    async start(how = { ahead: false }) {
      const line = await scanners.start(how);
      return how.ahead ? line : heldBack(line, pause);
    },
  };
}

function heldBack(line: ScannerLine, pause: () => Promise<void>): ScannerLine {
  let turn: Promise<void> = Promise.resolve();
  return {
    around: line.around,
    listen: (listener) => line.listen(listener),
    end: () => line.end(),
    ask(request) {
      turn = turn.then(pause).then(() => line.ask(request));
    },
  };
}
