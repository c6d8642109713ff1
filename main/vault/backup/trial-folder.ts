/** A folder beside the store in which a backup is tried out: gone when that is over, and at the next start where it was cut off. */
import { mkdtemp, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { rm } from '../../files/move-and-remove.ts';

const TRIAL = 'restore-test-';

/** Runs `work` with the path of a new folder. */
export async function withTrialFolder<T>(vaultDir: string, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(vaultDir, TRIAL));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Removes the folders that killed trials have left. */
export async function removeTrials(vaultDir: string): Promise<void> {
  for (const name of (await readdir(vaultDir)).filter((one) => one.startsWith(TRIAL)))
    await rm(join(vaultDir, name), { recursive: true, force: true });
}
