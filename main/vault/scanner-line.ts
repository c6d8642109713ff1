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
  readonly onEnd: (grown: boolean) => void;
}

/** What main does for a sweep. */
export interface Scanners {
  /** One at a time. Errors: those of main, as `internal`. */
  start(): Promise<ScannerLine>;
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
