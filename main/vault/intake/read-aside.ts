/** Reads a workbook in a thread of its own, within this process and no longer than it lives: the vault answers, reports and cancels meanwhile. */
import { Worker } from 'node:worker_threads';
import { AppError } from '../app-error.ts';
import { entryBeside } from '../long-work/threads.ts';
import type { GrowingSheet, WorkbookMessage } from './packed-rows.ts';
import { createGrowingSheet } from './packed-rows.ts';
import type { ImportProgress } from '../long-work/progress.ts';
import type { Workbook } from './workbook.ts';

const ENTRY = entryBeside(import.meta.url, 'workbook-worker');
/** What the largest workbook within the limits needs, in MB; one that needs more ends its thread and not the vault. */
const MAX_MEGABYTES = 2_048;

export interface ReadOptions {
  readonly onProgress: (progress: ImportProgress) => void;
  /** Ends the thread at once, wherever it is. */
  readonly signal: AbortSignal;
}

/** As `openWorkbook`. Errors: those, and AppError `cancelled`. */
export function openWorkbookInWorker(path: string, { onProgress, signal }: ReadOptions): Promise<Workbook> {
  let fileName = '';
  let sheets: readonly GrowingSheet[] = [];
  let total = 0;
  const tell = (): void =>
    onProgress({
      phase: 'reading',
      done: sheets.reduce((sum, { rows }) => sum + rows.length, 0),
      total,
      secondsLeft: null,
    });
  tell();
  return new Promise<Workbook>((resolve, reject) => {
    if (signal.aborted) return reject(new AppError('cancelled'));
    // What the library prints goes nowhere: it may be a cell.
    const worker = new Worker(ENTRY, {
      workerData: path,
      env: {},
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: MAX_MEGABYTES },
    });
    const end = (): void => {
      signal.removeEventListener('abort', cancel);
      void worker.terminate();
    };
    const fail = (error: AppError): void => {
      end();
      reject(error);
    };
    const cancel = (): void => fail(new AppError('cancelled'));
    signal.addEventListener('abort', cancel);
    worker.on('message', (message: WorkbookMessage) => {
      switch (message.type) {
        case 'found':
          fileName = message.fileName;
          sheets = message.sheets.map(({ name }) => createGrowingSheet(name));
          total = message.sheets.reduce((sum, { rows }) => sum + rows, 0);
          break;
        case 'rows':
          sheets[message.sheet]?.add(message.rows);
          break;
        case 'done':
          end();
          resolve({ fileName, sheets });
          break;
        case 'failed':
          return fail(new AppError(message.code, message.details));
      }
      tell();
    });
    worker.on('error', (error) =>
      fail(
        isOutOfMemory(error)
          ? new AppError('workbook-too-large', { memory: true })
          : new AppError('internal', { what: 'workbook' }),
      ),
    );
    worker.on('exit', () => fail(new AppError('internal', { what: 'workbook' })));
  });
}

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
