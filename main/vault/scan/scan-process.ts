/**
 * Entry of the scanner: a process of its own at the lowest priority, with a small heap, which is told nothing but paths and the key of
 * fingerprints and writes nothing anywhere. Main ends it where it grows, the vault has it ended where a file takes too long.
 */
import { constants, setPriority } from 'node:os';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { ScannerRequest } from '../../../contract/sweep/scanner.ts';
import { endAtRejection } from '../../files/end-at-rejection.ts';
import { createScanner } from './scanner.ts';

endAtRejection();

/** Bytes by which the process may grow before what is no longer used is given back. */
const TIDY_BYTES = 14 * 1024 * 1024;

// Before its first thread is started: unpacking is to take no second processor.
process.env['UV_THREADPOOL_SIZE'] = '1';
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
try {
  setPriority(constants.priority.PRIORITY_LOW);
} catch {
  // A system that forbids it schedules as it does.
}

/** The ends that Electron gives a utility process; described here so that the vault's folder does not import Electron. */
interface PortLike {
  on(
    event: 'message',
    listener: (event: { readonly data: unknown; readonly ports: readonly PortLike[] }) => void,
  ): void;
  postMessage(message: unknown): void;
  start?(): void;
}

const { parentPort } = process as unknown as { readonly parentPort: PortLike };
// The first message brings the port to the vault, and there is no other.
let isServing = false;
let tidied = process.memoryUsage.rss();
parentPort.on('message', ({ ports: [port] }) => {
  if (port === undefined || isServing) return;
  isServing = true;
  const take = createScanner((answer) => {
    port.postMessage(answer);
    if (process.memoryUsage.rss() < tidied + TIDY_BYTES) return;
    collect();
    tidied = process.memoryUsage.rss();
  });
  port.on('message', ({ data }) => take(data as ScannerRequest));
  port.start?.();
});
