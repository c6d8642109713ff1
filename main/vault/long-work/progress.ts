/** Keeps long work from holding the process: says how far it is, lets other work in between, and ends it when asked to. */
import { setImmediate } from 'node:timers/promises';
import type { VaultEvent } from '../../../contract/events.ts';
import { AppError } from '../app-error.ts';

export type ImportProgress = VaultEvent<'import.progress'>;

/** Milliseconds between two reports, at least; a quarter of a second is the most that a screen is left without one. */
export const REPORT_EVERY = 150;
/** Milliseconds of work after which others get their turn. */
const TURN = 30;
/** Steps between two looks at the time. */
const LOOK_EVERY = 64;

/** Whole seconds, by the pace so far, `elapsed` in milliseconds; null before anything is done. */
export const estimateSecondsLeft = (elapsed: number, done: number, total: number): number | null =>
  done === 0 ? null : Math.max(0, Math.round(((elapsed / done) * (total - done)) / 1000));

export interface Pace {
  /** Call after each item of a loop. Errors: AppError `cancelled`. */
  step(): Promise<void> | undefined;
  /** Lets others in if it is their turn. Errors: AppError `cancelled`. */
  breathe(): Promise<void> | undefined;
  /** Throws AppError `cancelled` once it was asked for. Says how far the work is, without letting others in. */
  tick(done: number): void;
}

export interface Watcher {
  readonly onProgress: (progress: ImportProgress) => void;
  readonly signal: AbortSignal;
}

/**
 * One phase of `total` items, each of which takes `steps` calls of `step`; its first report is made at once, its estimate
 * follows from the pace so far.
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
