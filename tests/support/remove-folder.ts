/** Removes what a test or a run has made. */
import { rm } from 'node:fs/promises';
import { IS_WINDOWS } from './platform.ts';

/**
 * Windows removes no file that is open, and a folder only once nobody looks into it: what is left goes with the folder of the whole run, or stays. Not by
 * `rmSync`, which tried for ever once under wine where a folder was empty and still there.
 */
export async function removeFolder(folder: string): Promise<void> {
  try {
    await rm(folder, { recursive: true, force: true, maxRetries: IS_WINDOWS ? 0 : 5 });
  } catch (error) {
    if (!IS_WINDOWS) throw error;
  }
}
