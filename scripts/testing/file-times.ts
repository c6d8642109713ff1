/** Seconds of each test file by its absolute path, as `file-times-reporter.ts` wrote them. */
import { existsSync, readFileSync } from 'node:fs';

/** In the environment of vitest: the file that the times go to. */
export const FILE_TIMES = 'FILE_TIMES';

export type FileTimes = Readonly<Record<string, number>>;

/** Empty where nothing was written. */
export const readFileTimes = (path: string): FileTimes =>
  existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as FileTimes) : {};
