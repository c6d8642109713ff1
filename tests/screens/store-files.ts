/** Takes a copy of the store's files, brings it back, or spoils them, as a disk or a person would; what belongs to the application's user stays theirs. */
import {
  chownSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { RunningApp } from '../support/electron-app.ts';

const folder = (app: RunningApp): string => join(app.userDataDir, 'vault');
const storeFiles = (app: RunningApp): readonly string[] =>
  readdirSync(folder(app))
    .filter((name) => name.startsWith('store-'))
    .map((name) => join(folder(app), name));

export type KeptStore = ReadonlyMap<string, Uint8Array>;

export const keepStore = (app: RunningApp): KeptStore =>
  new Map(storeFiles(app).map((path) => [path, readFileSync(path)]));

export function putBackStore(app: RunningApp, kept: KeptStore): void {
  for (const path of storeFiles(app)) rmSync(path);
  for (const [path, bytes] of kept) {
    writeFileSync(path, bytes, { mode: 0o600 });
    const { user } = app.staged;
    if (user !== null) chownSync(path, user.uid, user.gid);
  }
}

/**
 * Cuts the store to nothing under the process that has it open, and its index, which is in memory, to zeros, so that what is cached is not believed. The
 * store itself last: whoever reads it then closes it, and the files beside it go.
 */
export function spoilStore(app: RunningApp): void {
  for (const path of storeFiles(app).toSorted().toReversed()) {
    if (path.endsWith('-shm')) writeFileSync(path, Buffer.alloc(statSync(path).size), { flag: 'r+' });
    else truncateSync(path, 0);
  }
}

/** As a disk loses a file. */
export function removeStore(app: RunningApp): void {
  for (const path of storeFiles(app)) rmSync(path);
}

/** The folder is gone, as from another computer, until the function that this returns brings it back. */
export function loseVault(app: RunningApp): () => void {
  const away = `${folder(app)}.away`;
  renameSync(folder(app), away);
  return () => {
    rmSync(folder(app), { recursive: true, force: true });
    renameSync(away, folder(app));
  };
}
