/** Starts a thread that handles the cells of a workbook, and ends it: it gets nothing but its order, and says nothing but its messages. */
import { Worker } from 'node:worker_threads';
import { AppError } from '../app-error.ts';

/** Memory that the largest workbook within the limits needs, in MB; one that needs more ends its thread and not the vault. */
const MAX_MEGABYTES = 2_048;

export interface WorkbookThread<Told> {
  tell(message: Told): void;
  /** At once, wherever it is. Its memory goes with it. */
  end(): void;
}

interface ThreadEars<Said> {
  readonly hear: (message: Said) => void;
  /** At most once, and never after `end`: AppError `cancelled`, `workbook-too-large` where its memory was not enough, `internal`. The thread has ended. */
  readonly fail: (error: AppError) => void;
  /** Ends it. */
  readonly signal: AbortSignal;
}

/** Starts the thread of the file `entry` with `order` as its `workerData`. */
export function startWorkbookThread<Said, Told>(
  entry: URL,
  order: unknown,
  { hear, fail, signal }: ThreadEars<Said>,
): WorkbookThread<Told> {
  // What a library prints in it goes nowhere: it may be a cell.
  const worker = new Worker(entry, {
    workerData: order,
    env: {},
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: MAX_MEGABYTES },
  });
  let hasEnded = false;
  const end = (): void => {
    hasEnded = true;
    signal.removeEventListener('abort', cancel);
    void worker.terminate();
  };
  const failWith = (error: AppError): void => {
    if (hasEnded) return;
    end();
    fail(error);
  };
  const cancel = (): void => failWith(new AppError('cancelled'));
  signal.addEventListener('abort', cancel);
  worker.on('message', (message: Said) => {
    if (!hasEnded) hear(message);
  });
  worker.on('error', (error) =>
    failWith(
      isOutOfMemory(error)
        ? new AppError('workbook-too-large', { memory: true })
        : new AppError('internal', { what: 'workbook' }),
    ),
  );
  worker.on('exit', () => failWith(new AppError('internal', { what: 'workbook' })));
  return { tell: (message) => worker.postMessage(message), end };
}

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
