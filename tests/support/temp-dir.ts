/** A folder of its own for one test, gone afterwards. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { removeFolder } from './remove-folder.ts';

export function makeTempDir(): string {
  const dir = mkdtempSync(join(tmpdir(), 'resident-vault-test-'));
  onTestFinished(() => removeFolder(dir));
  return dir;
}
