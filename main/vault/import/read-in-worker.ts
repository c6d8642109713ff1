/** Reads a workbook in a thread of its own, within this process and no longer than it lives: the vault answers, reports and cancels meanwhile. */
import { AppError } from '../app-error.ts';
import { entryBeside } from '../long-work/threads.ts';
import {
  type PackedRows,
  type PackedSheet,
  type PackedWorkbook,
  type WorkbookMessage,
  rowsOf,
} from './packed-rows.ts';
import type { ImportProgress } from '../long-work/progress.ts';
import { startWorkbookThread } from './workbook-thread.ts';

const ENTRY = entryBeside(import.meta.url, 'workbook-worker');

interface ReadOptions {
  readonly onProgress: (progress: ImportProgress) => void;
  /** Ends the thread at once, wherever it is. */
  readonly signal: AbortSignal;
}

/** As `openWorkbook`, packed. Errors: those, and AppError `cancelled`. */
export function openWorkbookInWorker(
  path: string,
  { onProgress, signal }: ReadOptions,
): Promise<PackedWorkbook> {
  let read: { readonly fileName: string; readonly sheets: (PackedSheet & { packs: PackedRows[] })[] } = {
    fileName: '',
    sheets: [],
  };
  let total = 0;
  const tell = (): void => onProgress({ phase: 'reading', done: rowsOf(read), total, secondsLeft: null });
  tell();
  return new Promise<PackedWorkbook>((resolve, reject) => {
    if (signal.aborted) return reject(new AppError('cancelled'));
    const thread = startWorkbookThread<WorkbookMessage, never>(ENTRY, path, {
      signal,
      fail: reject,
      hear: (message) => {
        switch (message.type) {
          case 'found':
            read = {
              fileName: message.fileName,
              sheets: message.sheets.map(({ rows: _, ...sheet }) => ({ ...sheet, packs: [] })),
            };
            total = message.sheets.reduce((sum, { rows }) => sum + rows, 0);
            break;
          case 'rows':
            read.sheets[message.sheet]?.packs.push(message.pack);
            break;
          case 'done':
            thread.end();
            resolve(read);
            break;
          case 'failed':
            thread.end();
            return reject(new AppError(message.code, message.details));
        }
        tell();
      },
    });
  });
}
