/** What `file-times-reporter.ts` wrote: the seconds of each test file, by its absolute path. */
import { existsSync, readFileSync } from 'node:fs';

/** In the environment of vitest: the file that the times go to. */
export const FILE_TIMES = 'FILE_TIMES';

export type FileTimes = Readonly<Record<string, number>>;

/** Empty where nothing was written. */
export const readFileTimes = (path: string): FileTimes =>
  existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as FileTimes) : {};
