/** Runs long work: one piece of a kind at a time, with a cancel signal and progress reports. */
import { AppError } from '../app-error.ts';
import { REPORT_EVERY } from './progress.ts';

/** For work that nobody can cancel. */
export const NEVER_ABORTED: AbortSignal = new AbortController().signal;

/** A running piece of work, as the work itself sees it. */
export interface RunningWork<Progress> {
  /** Aborted when the work is cancelled. */
  readonly signal: AbortSignal;
  /**
   * Reports progress. The last report is repeated while the work reports nothing new, as while a PIN is
   * stretched.
   */
  readonly tell: (progress: Progress) => void;
}

/** Work of one kind, such as imports. */
export interface LongWork<Progress> {
  readonly isRunning: () => boolean;
  /**
   * Runs `work` alone of its kind; `first` is reported before it begins. Work that nobody asked for is
   * `unattended`: the idle lock falls over it as if it did not run. Errors: AppError `busy` while another runs;
   * those of `work`, which throws `cancelled` where its signal ends it.
   */
  run<T>(
    work: (running: RunningWork<Progress>) => Promise<T>,
    options?: { readonly first?: Progress; readonly unattended?: boolean },
  ): Promise<T>;
  /** Cancels the running work at its next check of the signal. */
  cancel(): void;
}

/** Where long work reports to. */
interface LongWorkOptions<Progress> {
  readonly onProgress: (progress: Progress) => void;
  /** Called as a piece of work begins and ends, to defer the idle lock meanwhile. */
  readonly hold: (running: boolean) => void;
}

/** A runner for one kind of work. */
export function createLongWork<Progress>({
  onProgress,
  hold,
}: LongWorkOptions<Progress>): LongWork<Progress> {
  let ending: AbortController | null = null;
  return {
    isRunning: () => ending !== null,
    cancel: () => ending?.abort(),
    async run(work, { first, unattended = false } = {}) {
      if (ending !== null) throw new AppError('busy');
      ending = new AbortController();
      const voice = startVoice(onProgress);
      if (!unattended) hold(true);
      try {
        if (first !== undefined) voice.tell(first);
        return await work({ signal: ending.signal, tell: voice.tell });
      } finally {
        voice.end();
        ending = null;
        if (!unattended) hold(false);
      }
    },
  };
}

/** Repeats the last report where nothing new comes in time, so that a screen always shows progress. */
function startVoice<Progress>(onProgress: (progress: Progress) => void) {
  let last: { readonly progress: Progress; readonly at: number } | null = null;
  const tell = (progress: Progress): void => {
    last = { progress, at: performance.now() };
    onProgress(progress);
  };
  const beat = setInterval(() => {
    if (last !== null && performance.now() - last.at >= REPORT_EVERY) tell(last.progress);
  }, REPORT_EVERY / 4);
  return { tell, end: () => clearInterval(beat) };
}

/**
 * A `hold` for several runners: calls `hold(true)` when the first piece of work begins and `hold(false)` when
 * the last has ended.
 */
export function shareHold(hold: (running: boolean) => void): (running: boolean) => void {
  let works = 0;
  return (running) => {
    works += running ? 1 : -1;
    if (works === (running ? 1 : 0)) hold(running);
  };
}
