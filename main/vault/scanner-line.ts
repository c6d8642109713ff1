/** The line to a scanner of files, a process that main starts for the vault: what is asked goes over it, and paths and counts come back. */
import type { SweepSurroundings } from '../../contract/host.ts';
import type { ScannerRequest } from '../../contract/sweep/scanner.ts';
import { AppError } from './app-error.ts';

/** A scanner that has been started. */
export interface ScannerLine {
  /** The user's folders. */
  readonly around: SweepSurroundings;
  ask(request: ScannerRequest): void;
  /** Called with each answer, unchecked, and once when it has ended; `grown`: main has ended it because of its memory. */
  listen(listener: ScannerListener): void;
  /** Has it ended. */
  end(): void;
}

export interface ScannerListener {
  readonly onAnswer: (answer: unknown) => void;
  /** `taken`: the scanner is needed for something that somebody waits for, and may be asked for again at once. */
  readonly onEnd: (grown: boolean, taken?: boolean) => void;
}

/** Services of main for a sweep. */
export interface Scanners {
  /**
   * One at a time (`inTurns`). `ahead`: somebody waits for it, and a sweep gives way. Errors: those of main, as `internal`.
   */
  start(how?: { readonly ahead: boolean }): Promise<ScannerLine>;
  /** Shows a file in the system's own window. */
  showFile(path: string): void;
  /** False where there are none: nothing is begun by the clock then. */
  readonly areThere: boolean;
}

/** Of a vault that no main has started. */
export const NO_SCANNERS: Scanners = {
  start: () => Promise.reject(new AppError('internal', { what: 'scanner' })),
  showFile: () => undefined,
  areThere: false,
};

/** Scanners of which one runs at a time: each waits for those that were asked for before, and one that runs gives way to what is `ahead`. */
export function inTurns(scanners: Scanners): Scanners {
  let last: Promise<unknown> = Promise.resolve();
  let waitingAhead = 0;
  let giveWay: (() => void) | null = null;
  return {
    ...scanners,
    showFile: (path) => scanners.showFile(path),
    async start(how = { ahead: false }) {
      const before = last;
      let release: () => void = () => undefined;
      last = new Promise<void>((resolve) => (release = resolve));
      if (how.ahead) {
        waitingAhead += 1;
        giveWay?.();
      }
      await before;
      if (how.ahead) waitingAhead -= 1;
      const line = await scanners.start(how).catch((error: unknown) => {
        release();
        throw error;
      });
      const { shared, take } = shareLine(line, release);
      if (!how.ahead) giveWay = take;
      if (!how.ahead && waitingAhead > 0) take();
      return shared;
    },
  };
}

/** A line that can be taken from whoever has it; `release` is called once, when it is over. */
function shareLine(
  line: ScannerLine,
  release: () => void,
): { readonly shared: ScannerLine; readonly take: () => void } {
  let listener: ScannerListener | undefined;
  let isOver = false;
  let isTaken = false;
  const end = (): void => {
    isOver = true;
    release();
  };
  line.listen({
    onAnswer: (answer) => (isOver ? undefined : listener?.onAnswer(answer)),
    onEnd: (grown) => {
      if (isOver) return;
      end();
      listener?.onEnd(grown);
    },
  });
  const take = (): void => {
    if (isOver) return;
    isTaken = true;
    line.end();
    end();
    listener?.onEnd(false, true);
  };
  const shared: ScannerLine = {
    around: line.around,
    ask: (request) => (isOver ? undefined : line.ask(request)),
    listen(next) {
      listener = next;
      // It may have ended between two exchanges.
      if (isOver) queueMicrotask(() => next.onEnd(false, isTaken));
    },
    end() {
      if (isOver) return;
      line.end();
      end();
    },
  };
  return { shared, take };
}
