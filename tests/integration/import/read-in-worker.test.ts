/** The thread that reads workbooks: what it reads, what it says meanwhile, and that it ends. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import type { ImportProgress } from '../../../main/vault/long-work/progress.ts';
import { openWorkbookInWorker } from '../../../main/vault/import/read-in-worker.ts';
import { rowsOf, unpackWorkbook } from '../../../main/vault/import/packed-rows.ts';
import { openWorkbook } from '../../../main/vault/import/read-workbook.ts';
import {
  brokenWorkbook,
  encryptedWorkbook,
  familySheet,
  trapSheet,
  WORKBOOK_FORMATS,
  writeSheets,
  writeWorkbook,
} from '../../support/fixture-workbooks.ts';
import { makeTempDir } from '../../support/temp-dir.ts';

const quiet = (): { onProgress: (progress: ImportProgress) => void; signal: AbortSignal } => ({
  onProgress: () => undefined,
  signal: new AbortController().signal,
});

test.each(WORKBOOK_FORMATS)('a %s read aside is what it is when read here, marks and all', async (format) => {
  const path = join(makeTempDir(), 'residents');
  writeSheets(path, [trapSheet(), familySheet()], format);
  const here = await openWorkbook(path);
  const aside = unpackWorkbook(await openWorkbookInWorker(path, quiet()));
  expect(aside.fileName).toBe(here.fileName);
  expect(aside.sheets.map(({ name, rows }) => ({ name, rows }))).toEqual(
    here.sheets.map(({ name, rows }) => ({ name, rows })),
  );
  const marked = (sheets: typeof here.sheets) =>
    sheets.map(({ rows, marks }) =>
      rows.map((cells, row) => cells.map((_, column) => marks[row]?.[column] ?? 0)),
    );
  expect(marked(aside.sheets)).toEqual(marked(here.sheets));
});

test.each([
  ['a broken file', brokenWorkbook(), 'workbook-unreadable'],
  ['one with a password', encryptedWorkbook(), 'workbook-encrypted'],
  ['an empty one', Buffer.alloc(0), 'workbook-empty'],
] as const)('%s fails with the same code as here', async (_, bytes, code) => {
  const path = join(makeTempDir(), 'residents.xlsx');
  writeFileSync(path, bytes);
  await expect(openWorkbookInWorker(path, quiet())).rejects.toMatchObject({ code });
});

test('meanwhile this thread goes on, and every row is told of', async () => {
  const path = join(makeTempDir(), 'residents.xlsx');
  writeWorkbook(path, { residents: 5_000, format: 'xlsx' });
  const told: ImportProgress[] = [];
  let turns = 0;
  const over = new AbortController();
  const counting = (async () => {
    for (; !over.signal.aborted; turns += 1) await setImmediate();
  })();
  const workbook = await openWorkbookInWorker(path, {
    ...quiet(),
    onProgress: (progress) => void told.push(progress),
  });
  over.abort();
  await counting;
  const rows = rowsOf(workbook);
  expect(turns).toBeGreaterThan(3);
  expect(told[0]).toEqual({ phase: 'reading', done: 0, total: 0, secondsLeft: null });
  expect(told.at(-1)).toEqual({ phase: 'reading', done: rows, total: rows, secondsLeft: null });
});

test('it can be cancelled while it reads, and before', async () => {
  const path = join(makeTempDir(), 'residents.xlsx');
  writeWorkbook(path, { residents: 20_000, format: 'xlsx' });
  const ending = new AbortController();
  const onProgress = vi.fn<(progress: ImportProgress) => void>(() => ending.abort());
  const reading = openWorkbookInWorker(path, { onProgress, signal: ending.signal });
  await expect(reading).rejects.toMatchObject({ code: 'cancelled' });
  expect(onProgress.mock.lastCall?.[0].done).toBe(0);
  await expect(openWorkbookInWorker(path, { onProgress, signal: ending.signal })).rejects.toMatchObject({
    code: 'cancelled',
  });
});
