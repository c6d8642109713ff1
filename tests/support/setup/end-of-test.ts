/** Setup file: what is left for the end (`atEnd`) is done then, the newest first. */
import { afterAll, onTestFinished } from 'vitest';
import { enableAtEnd } from '../at-end.ts';

const ofTheFile: (() => void | Promise<void>)[] = [];
enableAtEnd((work) => {
  try {
    onTestFinished(work);
  } catch {
    ofTheFile.unshift(work);
  }
});
afterAll(async () => {
  for (const work of ofTheFile.splice(0)) await work();
});
