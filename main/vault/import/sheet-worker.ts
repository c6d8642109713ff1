/** Entry of the thread that has the cells of a workbook and answers what is asked of them. */
import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '../app-error.ts';
import { type PackedWorkbook, unpackWorkbook } from './packed-rows.ts';
import { createSheetDesk } from './sheet-desk.ts';
import type { SheetMessage, SheetQuestion } from './sheet-messages.ts';

/** Least milliseconds between two words of where it is. */
const SAY_EVERY = 100;

const say = (message: SheetMessage): void => parentPort?.postMessage(message);

let said = Number.NEGATIVE_INFINITY;
function reach(row: number): void {
  const now = performance.now();
  if (now - said < SAY_EVERY) return;
  said = now;
  say({ type: 'at', row });
}

const desk = createSheetDesk(unpackWorkbook(workerData as PackedWorkbook), reach);

parentPort?.on('message', ({ name, given }: SheetQuestion) => {
  try {
    const answer = desk[name] as (...given: readonly unknown[]) => unknown;
    say({ type: 'answer', value: answer(...given) });
  } catch (error) {
    if (error instanceof AppError) say({ type: 'failed', code: error.code, details: error.details });
    else say({ type: 'failed', code: 'internal', details: { what: 'cells' } });
  }
});
