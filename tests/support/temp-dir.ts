/** A folder of its own for one test, gone afterwards; outside of a test it goes with the file of tests, or the process. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atEnd } from './at-end.ts';
import { removeFolder } from './remove-folder.ts';

export function makeTempDir(): string {
  const dir = mkdtempSync(join(tmpdir(), 'resident-vault-test-'));
  if (!atEnd(() => removeFolder(dir)))
    process.once('exit', () => rmSync(dir, { recursive: true, force: true }));
  return dir;
}
