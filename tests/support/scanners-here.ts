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
}

export function scannersHere(around: Partial<SweepSurroundings> = {}): ScannersHere {
  let started = 0;
  const here: ScannersHere = {
    areThere: true,
    said: [],
    shown: [],
    started: () => started,
    meet: () => 'read',
    showFile: (path) => void here.shown.push(path),
    start: async () => {
      started += 1;
      let listener: ScannerListener | undefined;
      let isOver = false;
      const take = createScanner((answer) => {
        here.said.push(answer);
        if (!isOver) listener?.onAnswer(structuredClone(answer));
      });
      const end = (grown: boolean): void => {
        if (isOver) return;
        isOver = true;
        setImmediate(() => listener?.onEnd(grown));
      };
      return {
        around: { ...NO_FOLDERS, ...around },
        listen: (next) => (listener = next),
        end: () => (isOver = true),
        ask(request) {
          if (isOver) return;
          here.said.push(request);
          const met = request.type === 'scan' ? here.meet(request.path) : 'read';
          if (met === 'read') take(structuredClone(request));
          else if (met === 'end' || met === 'grow') end(met === 'grow');
          else if (met !== 'hang') setImmediate(() => listener?.onAnswer(met.answer));
        },
      };
    },
  };
  return here;
}
