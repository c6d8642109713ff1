/** A folder of its own for one test, gone afterwards. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { IS_WINDOWS } from './platform.ts';

export function makeTempDir(): string {
  const dir = mkdtempSync(join(tmpdir(), 'resident-vault-test-'));
  onTestFinished(() => remove(dir));
  return dir;
}

/** Windows removes no file that is open: what a test has left open goes with the folder of the whole run. */
function remove(dir: string): void {
  try {
    rmSync(dir, { recursive: true, force: true });
  } catch (error) {
    if (!IS_WINDOWS) throw error;
  }
}
