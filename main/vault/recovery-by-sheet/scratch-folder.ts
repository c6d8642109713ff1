/** Where a recovery works on a copy: a folder that is nobody's vault, removed when it ends and at every start. */
import { join } from 'node:path';
import { rm } from '../../files/move-and-remove.ts';

export const scratchFolder = (vaultDir: string): string => join(vaultDir, 'recovering');

export const removeScratch = (vaultDir: string): Promise<void> =>
  rm(scratchFolder(vaultDir), { recursive: true, force: true });
