/** Entry of the thread in which a workbook is read, so that the vault can say that it is at work, answer and cancel meanwhile; it reads one file and ends. */
import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '../app-error.ts';
import { type WorkbookMessage, packSheet } from './packed-rows.ts';
import { openWorkbook } from './read-workbook.ts';

const say = (message: WorkbookMessage): void => parentPort?.postMessage(message);

async function read(path: string): Promise<void> {
  const { fileName, sheets } = await openWorkbook(path);
  say({
    type: 'found',
    fileName,
    sheets: sheets.map(({ rows, marks: _, ...sheet }) => ({ ...sheet, rows: rows.length })),
  });
  for (const [sheet, one] of sheets.entries())
    for (const pack of packSheet(one)) say({ type: 'rows', sheet, pack });
  say({ type: 'done' });
}

read(String(workerData)).catch((error: unknown) => {
  if (error instanceof AppError) say({ type: 'failed', code: error.code, details: error.details });
  else say({ type: 'failed', code: 'internal', details: { what: 'workbook' } });
});
