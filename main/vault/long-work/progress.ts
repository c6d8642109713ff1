/** Pacing of long work: reports progress, lets other work run in between, and ends it when cancelled or over its time. */
import { setImmediate } from 'node:timers/promises';
import type { ErrorCode } from '../../../contract/errors.ts';
import type { VaultEvent } from '../../../contract/events.ts';
import { AppError } from '../app-error.ts';

/** A progress report of an import. */
export type ImportProgress = VaultEvent<'import.progress'>;

/** Least milliseconds between two reports; a screen gets one at least every quarter of a second. */
export const REPORT_EVERY = 150;
/** Milliseconds of work after which other work runs. */
const TURN = 30;
/** Steps between two checks of the time: few, since a step may take a millisecond. */
const LOOK_EVERY = 16;

/**
 * Estimated whole seconds left, from the pace so far; null before anything is done. `elapsed`: milliseconds.
 */
export const estimateSecondsLeft = (elapsed: number, done: number, total: number): number | null =>
  done === 0 ? null : Math.max(0, Math.round(((elapsed / done) * (total - done)) / 1000));

/** Pacing of one phase. Errors of each method: AppError `cancelled`, and that of `Watcher.limit`. */
export interface Pace {
  /** Call after each item of a loop. */
  step(): Promise<void> | undefined;
  /** As `step`, in a loop whose items do not count as progress. */
  look(): Promise<void> | undefined;
  /** Lets other work run if this phase has used its turn. */
  breathe(): Promise<void> | undefined;
  /** Reports progress without letting other work run. */
  tick(done: number): void;
}

/** Receives reports and cancels. */
export interface Watcher {
  readonly onProgress: (progress: ImportProgress) => void;
  readonly signal: AbortSignal;
  /** When the work has to be over, on the clock of `performance`, and the error where it is not. */
  readonly limit?: { readonly endsAt: number; readonly error: ErrorCode };
}

/**
 * Starts a phase of `total` items, each of which takes `steps` calls of `step`. The first report is made at
 * once; the estimate follows from the pace so far. Errors: those of `Pace`.
 */
export function startPhase(watcher: Watcher, phase: ImportProgress['phase'], total: number, steps = 1): Pace {
  const start = performance.now();
  let reported = Number.NEGATIVE_INFINITY;
  let turnBegan = start;
  let count = 0;
  let looks = 0;
  const tick = (done: number): void => {
    if (watcher.signal.aborted) throw new AppError('cancelled');
    const now = performance.now();
    if (watcher.limit !== undefined && now > watcher.limit.endsAt) throw new AppError(watcher.limit.error);
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
  const look = (): Promise<void> | undefined => {
    looks += 1;
    return looks % LOOK_EVERY === 0 ? breathe() : undefined;
  };
  tick(0);
  return {
    tick,
    breathe,
    look,
    step: () => {
      count += 1;
      return look();
    },
  };
}
