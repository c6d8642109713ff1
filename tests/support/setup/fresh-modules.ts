/**
 * Setup file where files of tests share a process and the modules that were loaded in it: a file that replaces modules (`vi.mock`) starts without those
 * of the files before it, and leaves none of its own to the next; nor does any leave a global that it has replaced.
 */
import { readFileSync } from 'node:fs';
import { afterAll, expect, vi } from 'vitest';

const file = expect.getState().testPath;
if (file === undefined) throw new Error('no path of the file that is set up');
if (/\bvi\.(?:unmock|mock|doMock)\(/.test(readFileSync(file, 'utf8'))) {
  vi.resetModules();
  afterAll(() => void vi.resetModules());
}
afterAll(() => void vi.unstubAllGlobals());
