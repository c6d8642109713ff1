/** Pacing of long work: reports progress, lets other work run in between, and ends it when cancelled. */
import { setImmediate } from 'node:timers/promises';
import type { VaultEvent } from '../../../contract/events.ts';
import { AppError } from '../app-error.ts';

/** A progress report of an import. */
export type ImportProgress = VaultEvent<'import.progress'>;

/** Least milliseconds between two reports; a screen gets one at least every quarter of a second. */
export const REPORT_EVERY = 150;
/** Milliseconds of work after which other work runs. */
const TURN = 30;
/** Steps between two checks of the time. */
const LOOK_EVERY = 64;

/**
 * Estimated whole seconds left, from the pace so far; null before anything is done. `elapsed`: milliseconds.
 */
export const estimateSecondsLeft = (elapsed: number, done: number, total: number): number | null =>
  done === 0 ? null : Math.max(0, Math.round(((elapsed / done) * (total - done)) / 1000));

/** Pacing of one phase. */
export interface Pace {
  /** Call after each item of a loop. Errors: AppError `cancelled`. */
  step(): Promise<void> | undefined;
  /** Lets other work run if this phase has used its turn. Errors: AppError `cancelled`. */
  breathe(): Promise<void> | undefined;
  /** Reports progress without letting other work run. Errors: AppError `cancelled`. */
  tick(done: number): void;
}

/** Receives reports and cancels. */
export interface Watcher {
  readonly onProgress: (progress: ImportProgress) => void;
  readonly signal: AbortSignal;
}

/**
 * Starts a phase of `total` items, each of which takes `steps` calls of `step`. The first report is made at
 * once; the estimate follows from the pace so far. Errors: AppError `cancelled`.
 */
export function startPhase(watcher: Watcher, phase: ImportProgress['phase'], total: number, steps = 1): Pace {
  const start = performance.now();
  let reported = Number.NEGATIVE_INFINITY;
  let turnBegan = start;
  let count = 0;
  const tick = (done: number): void => {
    if (watcher.signal.aborted) throw new AppError('cancelled');
    const now = performance.now();
    if (now - reported < REPORT_EVERY) return;
    reported = now;
    const secondsLeft = now - start < REPORT_EVERY ? null : estimateSecondsLeft(now - start, done, total);
    watcher.onProgress({ phase, done: Math.min(done, total), total, secondsLeft });
  };
  const breathe = (): Promise<void> | undefined => {
    tick(Math.floor(count / steps));
    if (performance.now() - turnBegan < TURN) return undefined;
    return setImmediate().then(() => {
      turnBegan = performance.now();
    });
  };
  tick(0);
  return {
    tick,
    breathe,
    step: () => {
      count += 1;
      return count % LOOK_EVERY === 0 ? breathe() : undefined;
    },
  };
}
