/** Scanners of files in the test's own process, over lines that can be listened to, held and broken. */
import type { SweepSurroundings } from '../../contract/host.ts';
import type { ScannerAnswer, ScannerRequest } from '../../contract/sweep/scanner.ts';
import { createScanner } from '../../main/vault/scan/scanner.ts';
import type { ScannerListener, Scanners } from '../../main/vault/scanner-line.ts';

/** A computer on which the user has no folders; a test names those that it has. */
export const NO_FOLDERS: SweepSurroundings = {
  platform: 'linux',
  separator: '/',
  home: null,
  desktop: null,
  documents: null,
  downloads: null,
  appData: null,
  localAppData: null,
  drives: [],
  bins: [],
  leftOut: [],
};

export interface ScannersHere extends Scanners {
  /** All that went over a line, in either direction. */
  readonly said: (ScannerRequest | ScannerAnswer)[];
  /** Files that were shown in their folder. */
  readonly shown: string[];
  readonly started: () => number;
  /** Called before each file is read; what it answers is answered in the scanner's place: nothing, its end, or what a test makes up. */
  meet: (path: string) => 'read' | 'hang' | 'end' | 'grow' | { readonly answer: unknown };
  /** Called before folders are listed. */
  list: () => 'read' | 'end';
}

export function scannersHere(around: Partial<SweepSurroundings> = {}): ScannersHere {
  let started = 0;
  const here: ScannersHere = {
    areThere: true,
    said: [],
    shown: [],
    started: () => started,
    meet: () => 'read',
    list: () => 'read',
    showFile: (path) => void here.shown.push(path),
    start: async () => {
      started += 1;
      let listener: ScannerListener | undefined;
      let isOver = false;
      // Files are read one after another: what was asked before is answered before it ends.
      let unanswered = 0;
      let ending: (() => void) | null = null;
      const take = createScanner((answer) => {
        here.said.push(answer);
        if (!isOver) listener?.onAnswer(structuredClone(answer));
        if (answer.type === 'scanned' && (unanswered -= 1) === 0) ending?.();
      });
      const end = (grown: boolean): void => {
        ending ??= () => {
          if (isOver) return;
          isOver = true;
          setImmediate(() => listener?.onEnd(grown));
        };
        if (unanswered === 0) ending();
      };
      return {
        around: { ...NO_FOLDERS, ...around },
        listen: (next) => (listener = next),
        end: () => (isOver = true),
        ask(request) {
          if (isOver || ending !== null) return;
          here.said.push(request);
          const met =
            request.type === 'scan'
              ? here.meet(request.path)
              : request.type === 'list'
                ? here.list()
                : 'read';
          if (met === 'read') {
            if (request.type === 'scan') unanswered += 1;
            take(structuredClone(request));
          } else if (met === 'end' || met === 'grow') end(met === 'grow');
          else if (met !== 'hang') setImmediate(() => listener?.onAnswer(met.answer));
        },
      };
    },
  };
  return here;
}
