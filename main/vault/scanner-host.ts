/** The vault's end of what main does for a sweep: asks for a scanner, gets its port, hears of its end. */
import type { HostToVault, SweepSurroundings, VaultToHost } from '../../contract/host.ts';
import { AppError } from './app-error.ts';
import type { ScannerLine, ScannerListener, Scanners } from './scanner-line.ts';

/** The port as Electron gives it to a utility process. */
interface ScannerPort {
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void;
  postMessage(message: unknown): void;
  start?(): void;
  close?(): void;
}

export interface ScannerHost {
  readonly scanners: Scanners;
  /** Takes a message of main about scanners. */
  hear(
    message: Extract<HostToVault, { type: 'scanner' | 'scanner-ended' }>,
    port: ScannerPort | undefined,
  ): void;
}

/** Milliseconds until a scanner that was asked for has to be there. */
const START_MS = 30_000;

export function createScannerHost(tellHost: (message: VaultToHost) => void, startMs = START_MS): ScannerHost {
  let waiting: { readonly resolve: (line: ScannerLine) => void; readonly reject: () => void } | undefined;
  let current: { readonly end: (grown: boolean) => void } | undefined;

  function openLine(port: ScannerPort, around: SweepSurroundings): ScannerLine {
    let listener: ScannerListener | undefined;
    let isOver = false;
    const over = (grown: boolean): void => {
      if (isOver) return;
      isOver = true;
      port.close?.();
      listener?.onEnd(grown);
    };
    current = { end: over };
    port.on('message', ({ data }) => (isOver ? undefined : listener?.onAnswer(data)));
    port.start?.();
    return {
      around,
      ask: (request) => (isOver ? undefined : port.postMessage(request)),
      listen(next) {
        listener = next;
        // It may have ended between two exchanges.
        if (isOver) queueMicrotask(() => next.onEnd(false));
      },
      end() {
        if (isOver) return;
        isOver = true;
        port.close?.();
        tellHost({ type: 'scanner', wanted: false });
      },
    };
  }

  return {
    scanners: {
      areThere: true,
      showFile: (path) => tellHost({ type: 'show-file', path }),
      start: () =>
        new Promise((resolve, reject) => {
          const fail = (): void => {
            waiting = undefined;
            clearTimeout(timer);
            reject(new AppError('internal', { what: 'scanner' }));
          };
          const timer = setTimeout(fail, startMs);
          waiting?.reject();
          waiting = {
            resolve: (line) => {
              waiting = undefined;
              clearTimeout(timer);
              resolve(line);
            },
            reject: fail,
          };
          tellHost({ type: 'scanner', wanted: true });
        }),
    },
    hear(message, port) {
      if (message.type === 'scanner-ended') {
        current?.end(message.grown);
        current = undefined;
        waiting?.reject();
      } else if (port !== undefined && waiting !== undefined) waiting.resolve(openLine(port, message.around));
    },
  };
}
