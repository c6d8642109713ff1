/** Asks a thread about the cells of a workbook: it has the cells and nothing else, and ends when its time is over, when somebody cancels, or when nothing more is asked. */
import { AppError } from '../app-error.ts';
import { entryBeside } from '../long-work/threads.ts';
import { createWatch } from '../long-work/watch.ts';
import { checkTimeOf } from './limits.ts';
import { type PackedWorkbook, rowsOf } from './packed-rows.ts';
import type { SheetDesk } from './sheet-desk.ts';
import type { SheetMessage, SheetQuestion } from './sheet-messages.ts';
import { startWorkbookThread } from './workbook-thread.ts';

const ENTRY = entryBeside(import.meta.url, 'sheet-worker');

/** The same questions, answered in a while. */
export type SheetsInWorker = {
  readonly [Name in keyof SheetDesk]: (
    ...given: Parameters<SheetDesk[Name]>
  ) => Promise<ReturnType<SheetDesk[Name]>>;
} & {
  /** Ends the thread, and gives back its memory, while `work` goes on: nothing more is asked. */
  end(): void;
};

interface InWorkerOptions {
  /** Ends the thread at once, wherever it is. */
  readonly signal: AbortSignal;
  /** Milliseconds that its answers may take together. */
  readonly maxMilliseconds?: number;
}

/**
 * Errors: those of `work`, which gets from each question those of `SheetDesk`, and AppError `cancelled`, `workbook-too-large` (its memory),
 * `workbook-too-slow` and `row-too-slow` (its time; `row` is where it was).
 */
export async function withSheets<T>(
  workbook: PackedWorkbook,
  { signal, maxMilliseconds = checkTimeOf(rowsOf(workbook)) }: InWorkerOptions,
  work: (sheets: SheetsInWorker) => Promise<T>,
): Promise<T> {
  if (signal.aborted) throw new AppError('cancelled');
  const sheets = startThread(workbook, signal, maxMilliseconds);
  try {
    return await work(sheets);
  } finally {
    sheets.end();
  }
}

interface Asked {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: AppError) => void;
}

function startThread(workbook: PackedWorkbook, signal: AbortSignal, maxMilliseconds: number): SheetsInWorker {
  const asked: Asked[] = [];
  let failure: AppError | null = null;
  let row: number | null = null;
  const fail = (error: AppError): void => {
    failure = error;
    watch.stop();
    for (const { reject } of asked.splice(0)) reject(error);
  };
  const watch = createWatch(maxMilliseconds, () => {
    thread.end();
    fail(row === null ? new AppError('workbook-too-slow') : new AppError('row-too-slow', { row }));
  });
  const answer = (settle: (one: Asked) => void): void => {
    const one = asked.shift();
    if (asked.length === 0) watch.stop();
    if (one !== undefined) settle(one);
  };
  const thread = startWorkbookThread<SheetMessage, SheetQuestion>(ENTRY, workbook, {
    signal,
    fail,
    hear: (message) => {
      switch (message.type) {
        case 'at':
          row = message.row;
          break;
        case 'answer':
          return answer(({ resolve }) => resolve(message.value));
        case 'failed':
          return answer(({ reject }) => reject(new AppError(message.code, message.details)));
      }
    },
  });
  const question =
    <Name extends keyof SheetDesk>(name: Name) =>
    (...given: Parameters<SheetDesk[Name]>): Promise<ReturnType<SheetDesk[Name]>> =>
      new Promise((resolve, reject) => {
        if (failure !== null) return reject(failure);
        if (asked.length === 0) watch.start();
        asked.push({ resolve: (value) => resolve(value as ReturnType<SheetDesk[Name]>), reject });
        thread.tell({ name, given });
      });
  return {
    headerHashes: question('headerHashes'),
    headerHash: question('headerHash'),
    describeSheets: question('describeSheets'),
    describeSheet: question('describeSheet'),
    startRows: question('startRows'),
    nextDrafts: question('nextDrafts'),
    keepRows: question('keepRows'),
    showCells: question('showCells'),
    end: () => {
      thread.end();
      fail(new AppError('cancelled'));
    },
  };
}
