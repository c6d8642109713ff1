/**
 * Files that a restore replaces are kept beside it, unchanged: header and store, in a folder named by the time. Nothing is overwritten, and a kill leaves
 * either the old or the new ones in force.
 */
import { rename, rm } from '../../files/move-and-remove.ts';
import { diskError } from '../files/disk-error.ts';
import { sizeOf } from '../../files/disk-space.ts';
import { syncFile, syncFolder } from '../../files/durable-files.ts';
import { hashPieces } from '../../files/hash-pieces.ts';
import { kindOf, piecesOf } from '../../files/plain-file.ts';
import { copyFile, link, mkdir, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { HEADER_FILE, type Header } from '../keys/header.ts';

const KEPT = /^kept-\d{8}-\d{6}(?:-\d+)?$/;
/** Until the header of the restored store has been renamed into place, or is found not to have been; with the generation of the header that was there. */
const UNDECIDED = /^keeping-(?<stamp>\d{8}-\d{6})-(?<generation>\d+)$/;
/** SQLite's own beside a store: a WAL may hold what the store has not yet. */
const STORE_ENDS = ['', '-wal', '-shm'] as const;

export interface ArchivedStore {
  /** Name of the folder once it is decided. */
  readonly name: string;
  /** Another store is in force: what was kept is under its name, and its own place is free. */
  decide(): Promise<void>;
  /** It came to nothing: what was kept is where it was. */
  undo(): Promise<void>;
}

/**
 * Sets header and store aside under a name that is not decided yet, by a second name of the same file, or by a copy where a disk has no such
 * thing: both places hold it until then. `stamp` is 20260131-030000; `others` are further stores that are not to lie about. None is written again.
 * Errors, AppError: `disk-full`, `disk-error`; nothing is left of it then.
 */
export async function archiveStore(
  vaultDir: string,
  header: Header,
  stamp: string,
  others: readonly string[] = [],
): Promise<ArchivedStore> {
  const files = [header.storeFile, ...others].flatMap((name) => STORE_ENDS.map((end) => name + end));
  const undecided = join(vaultDir, `keeping-${stamp}-${header.generation}`);
  const undo = (): Promise<void> => rm(undecided, { recursive: true, force: true });
  try {
    await mkdir(undecided, { mode: 0o700 });
    await copyThere(join(vaultDir, HEADER_FILE), join(undecided, HEADER_FILE));
    for (const name of files) await keepFile(join(vaultDir, name), join(undecided, name));
    await syncFolder(undecided);
    await syncFolder(vaultDir);
  } catch (error) {
    await undo().catch(() => undefined);
    throw diskError(error);
  }
  const name = await freeName(vaultDir, stamp);
  return {
    name,
    undo,
    async decide() {
      await rename(undecided, join(vaultDir, name));
      for (const file of files) await rm(join(vaultDir, file), { force: true });
      await syncFolder(vaultDir);
    },
  };
}

/**
 * Copies header and store as they are, of a store that nobody writes to meanwhile, under a name that is listed with those that a restore has kept; both go on. Its
 * name. Errors, AppError: `disk-full`, `disk-error`; nothing is left of it then.
 */
export async function copyAside(vaultDir: string, header: Header, stamp: string): Promise<string> {
  const copied = join(vaultDir, `keeping-${stamp}-${header.generation}`);
  try {
    await mkdir(copied, { mode: 0o700 });
    for (const name of [HEADER_FILE, ...STORE_ENDS.map((end) => header.storeFile + end)])
      await copyThere(join(vaultDir, name), join(copied, name));
    await syncFolder(copied);
    const name = await freeName(vaultDir, stamp);
    await rename(copied, join(vaultDir, name));
    await syncFolder(vaultDir);
    return name;
  } catch (error) {
    await rm(copied, { recursive: true, force: true }).catch(() => undefined);
    throw diskError(error);
  }
}

/** The name of such a folder whose header and store are byte for byte those in force, of a store that nobody writes to meanwhile; null where there is none. Errors: AppError `disk-error`. */
export async function findCopy(vaultDir: string, header: Header): Promise<string | null> {
  try {
    for (const name of await listArchived(vaultDir))
      if (await areSame(vaultDir, join(vaultDir, name), header)) return name;
    return null;
  } catch (error) {
    throw diskError(error);
  }
}

async function areSame(vaultDir: string, copied: string, { storeFile }: Header): Promise<boolean> {
  if ((await kindOf(copied)) !== 'folder') return false;
  for (const name of [HEADER_FILE, storeFile, `${storeFile}-wal`]) {
    const [here, there] = [join(vaultDir, name), join(copied, name)];
    if ((await sizeOf(here)) !== (await sizeOf(there)) || (await sumOf(here)) !== (await sumOf(there)))
      return false;
  }
  return true;
}

/** Empty where there is none; null of what is no file. */
async function sumOf(path: string): Promise<string | null> {
  const kind = await kindOf(path);
  if (kind === null) return '';
  return kind === 'file' ? hashPieces(piecesOf(path)) : null;
}

/** Two of one second are told apart by a number. */
async function freeName(vaultDir: string, stamp: string): Promise<string> {
  for (let n = 1; ; n++) {
    const name = n === 1 ? `kept-${stamp}` : `kept-${stamp}-${n}`;
    if (!(await isThere(join(vaultDir, name)))) return name;
  }
}

/** A store that is missing or damaged is no reason not to keep what there is. */
async function keepFile(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') await copyThere(from, to);
  }
}

/** Copies and syncs a file; one that is missing is skipped. */
async function copyThere(from: string, to: string): Promise<void> {
  try {
    await copyFile(from, to);
    await syncFile(to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

/**
 * Decides what a kill left undecided: where no later header came into force, nothing came of that restore. Called at the start, once the
 * header's MAC was right, and by a recovery, for a header that the sheet has opened.
 */
export async function settleArchived(vaultDir: string, header: Header): Promise<void> {
  for (const undecided of await readdir(vaultDir)) {
    const { stamp, generation } = UNDECIDED.exec(undecided)?.groups ?? {};
    if (stamp === undefined) continue;
    const stayed =
      Number(generation) === header.generation && (await isThere(join(vaultDir, header.storeFile)));
    if (stayed) await rm(join(vaultDir, undecided), { recursive: true });
    else await rename(join(vaultDir, undecided), join(vaultDir, await freeName(vaultDir, stamp)));
    await syncFolder(vaultDir);
  }
}

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/** Names of the folders in which earlier restores have kept files, newest first. */
export async function listArchived(vaultDir: string): Promise<readonly string[]> {
  return (await readdir(vaultDir))
    .filter((name) => KEPT.test(name))
    .sort()
    .reverse();
}
