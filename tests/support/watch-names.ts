/** The names that change in a vault's folder, and in the one in it in which a recovery works. */
import type { FSWatcher } from 'node:fs';
import { watch } from 'node:fs';
import { basename, join } from 'node:path';
import { scratchFolder } from '../../main/vault/recovery/scratch-folder.ts';

/** A name in the inner folder has that folder's before it, with a slash in between. Answers what ends it. */
export function watchNames(vaultDir: string, onName: (name: string) => void): () => void {
  const scratch = scratchFolder(vaultDir);
  let inner: FSWatcher | undefined;
  const follow = (): void => {
    inner?.close();
    inner = watchIfThere(scratch, (name) => onName(`${basename(scratch)}/${name}`));
  };
  const outer = watch(vaultDir, (_change, name) => {
    if (name === null) return;
    if (join(vaultDir, name) === scratch) follow();
    onName(name);
  });
  return () => {
    outer.close();
    inner?.close();
  };
}

/** Undefined where the folder has gone again meanwhile. */
function watchIfThere(folder: string, onName: (name: string) => void): FSWatcher | undefined {
  try {
    return watch(folder, (_change, name) => {
      if (name !== null) onName(name);
    }).on('error', () => undefined);
  } catch {
    return undefined;
  }
}
