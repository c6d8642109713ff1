/** The one way to run work that takes its time: one piece of a kind at once, cancelled by a signal, told as it goes. */
import { AppError } from '../app-error.ts';
import { REPORT_EVERY } from './progress.ts';

/** For work that nobody can cancel. */
export const NEVER_ABORTED: AbortSignal = new AbortController().signal;

/** One piece of long work, as it sees itself. */
export interface RunningWork<Progress> {
  /** Aborted once somebody has cancelled it. */
  readonly signal: AbortSignal;
  /** Says how far it is. Said again by itself while the work has nothing new to say, as while a PIN is stretched. */
  readonly tell: (progress: Progress) => void;
}

/** Work of one kind, such as imports. */
export interface LongWork<Progress> {
  readonly isRunning: () => boolean;
  /**
   * Runs `work` alone of its kind; `first` is told before it begins. Errors: AppError `busy` while another runs; those of
   * `work`, which throws `cancelled` where its signal ends it.
   */
  run<T>(work: (running: RunningWork<Progress>) => Promise<T>, first?: Progress): Promise<T>;
  /** Ends what is running, wherever it looks at its signal next. */
  cancel(): void;
}

export interface LongWorkOptions<Progress> {
  readonly onProgress: (progress: Progress) => void;
  /** Told as the first piece begins and as it ends: whoever waits for it is no reason to lock. */
  readonly hold: (running: boolean) => void;
}

export function createLongWork<Progress>({
  onProgress,
  hold,
}: LongWorkOptions<Progress>): LongWork<Progress> {
  let ending: AbortController | null = null;
  return {
    isRunning: () => ending !== null,
    cancel: () => ending?.abort(),
    async run(work, first) {
      if (ending !== null) throw new AppError('busy');
      ending = new AbortController();
      const voice = startVoice(onProgress);
      hold(true);
      try {
        if (first !== undefined) voice.tell(first);
        return await work({ signal: ending.signal, tell: voice.tell });
      } finally {
        voice.end();
        ending = null;
        hold(false);
      }
    },
  };
}

/** Repeats the last word where nothing new is said in time, so that a screen is never left without one. */
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

/** The idle lock is held off until the last of several pieces of work has ended. */
export function shareHold(hold: (running: boolean) => void): (running: boolean) => void {
  let works = 0;
  return (running) => {
    works += running ? 1 : -1;
    if (works === (running ? 1 : 0)) hold(running);
  };
}
