/** An update is copied into the profile, verified there as it then is, and only then in its place: nobody changes it between check and use. */
import { createHash } from 'node:crypto';
import { mkdir, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { freeBytes } from '../disk-space.ts';
import { createFile, replaceFile, syncFolder } from '../durable-files.ts';
import { rename, rm } from '../move-and-remove.ts';
import { NotOursError, kindOf, piecesOf } from '../plain-file.ts';
import { type UpdateFile, storedAs } from './metadata.ts';
import { READY, type RunningProgram } from './running-program.ts';
import { UpdateRefused } from './update-refused.ts';
import { FILES, METADATA, type VerifiedUpdate, metadataOf, verifyUpdate } from './verify-update.ts';

/** A copy in the profile that is not yet in its place. */
export interface StagedUpdate {
  readonly update: VerifiedUpdate;
  /** Puts it in its place, for the next start. Errors: those of the file system. */
  commit(): Promise<void>;
  discard(): Promise<void>;
}

/** What a folder holds for this program. Errors: as `verifyUpdate`. */
export const checkFolder = async (folder: string, program: RunningProgram): Promise<VerifiedUpdate> =>
  verifyUpdate(await metadataOf(folder), program);

/** Errors: UpdateRefused; those of the file system, `ENOSPC` where the disk has no room. After either nothing of it is left. */
export async function stageUpdate(folder: string, program: RunningProgram): Promise<StagedUpdate> {
  const update = await checkFolder(folder, program);
  await clear(program);
  const staged = join(program.folder, 'new');
  const discard = (): Promise<void> => rm(staged, { recursive: true, force: true });
  try {
    await assertRoom(program.folder, update.files);
    await copy(folder, program, { update, staged });
    const copied = await verifyStaged(staged, program);
    return { update: copied, commit: () => commit(staged, program, copied), discard };
  } catch (error) {
    await discard();
    throw error;
  }
}

/** Verifies metadata and each byte of an update in the profile. Errors: UpdateRefused. */
export async function verifyStaged(staged: string, program: RunningProgram): Promise<VerifiedUpdate> {
  const update = await checkFolder(staged, program);
  for (const file of update.files)
    for await (const _ of verifiedPieces(staged, `${FILES}/${storedAs(file.path)}`, file));
  return update;
}

/** Pieces of a file, which are worth nothing before the last has come. Errors: UpdateRefused, at the end where they are not what was signed. */
export async function* verifiedPieces(
  folder: string,
  path: string,
  { length, sha256 }: Pick<UpdateFile, 'length' | 'sha256'>,
): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  let left = length;
  for await (const piece of readPieces(folder, path)) {
    left -= piece.length;
    if (left < 0) break;
    hash.update(piece);
    yield piece;
  }
  if (left !== 0 || hash.digest('hex') !== sha256) throw new UpdateRefused('forged');
}

/** The update that waits for the next start; null where there is none that verifies for this program. */
export const readyUpdate = (program: RunningProgram): Promise<VerifiedUpdate | null> =>
  checkFolder(join(program.folder, READY), program).catch(() => null);

/** What a kill has left. */
async function clear({ folder }: RunningProgram): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names)
    if (name === 'new' || name.startsWith('look-'))
      await rm(join(folder, name), { recursive: true, force: true });
}

/** Errors: `ENOSPC`. */
export async function assertRoom(folder: string, files: readonly UpdateFile[]): Promise<void> {
  if (files.reduce((sum, { length }) => sum + length, 0) > (await freeBytes(folder)))
    throw Object.assign(new Error('no room for the update'), { code: 'ENOSPC' });
}

async function copy(
  from: string,
  { system }: RunningProgram,
  { update: { files, metadata }, staged }: { readonly update: VerifiedUpdate; readonly staged: string },
): Promise<void> {
  const write = async (path: string, content: Parameters<typeof createFile>[1]): Promise<void> => {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await createFile(path, content);
  };
  for (const [name, bytes] of metadata) await write(join(staged, METADATA, name), bytes);
  for (const { path, length } of files)
    await write(
      join(staged, FILES, storedAs(path)),
      noMoreThan(length, readPieces(from, `${FILES}/${system}/${storedAs(path)}`)),
    );
}

/** No more is copied than was signed for. */
async function* noMoreThan(length: number, pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let left = length;
  for await (const piece of pieces) {
    left -= piece.length;
    if (left < 0) throw new UpdateRefused('forged');
    yield piece;
  }
}

/** Errors: UpdateRefused `forged` where a link or anything but a file stands for it or above it, `missing` where it cannot be read. */
async function* readPieces(folder: string, path: string): AsyncGenerator<Uint8Array> {
  const above = path.split('/').slice(0, -1);
  try {
    for (const [at] of ['', ...above].entries()) {
      const kind = await kindOf(join(folder, ...above.slice(0, at)));
      if (kind !== 'folder') throw new UpdateRefused(kind === null ? 'missing' : 'forged');
    }
    yield* piecesOf(join(folder, path));
  } catch (error) {
    if (error instanceof UpdateRefused) throw error;
    throw new UpdateRefused(error instanceof NotOursError ? 'forged' : 'missing', { cause: error });
  }
}

async function commit(staged: string, { folder }: RunningProgram, update: VerifiedUpdate): Promise<void> {
  const ready = join(folder, READY);
  await rm(ready, { recursive: true, force: true });
  await rename(staged, ready);
  await syncFolder(folder);
  await mkdir(join(folder, METADATA), { recursive: true, mode: 0o700 });
  for (const [name, bytes] of update.metadata) await replaceFile(join(folder, METADATA, name), bytes);
}
