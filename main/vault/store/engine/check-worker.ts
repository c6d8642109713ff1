/**
 * Thread entry that checks every page of a store while an engine copies it under another key; it answers each
 * question with the problems found.
 */
import { parentPort, workerData } from 'node:worker_threads';
import type { KeyedFile } from './engine.ts';
import { checkPages } from './pages.ts';

const { path, key } = workerData as KeyedFile;
// A file that cannot be read ends the thread, which fails the question.
parentPort?.on(
  'message',
  () =>
    void checkPages(path, key).then(
      (problems) => parentPort?.postMessage(problems),
      () => process.exit(1),
    ),
);
