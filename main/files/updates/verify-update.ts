/**
 * An update folder held against the root that the program ships with: TUF 1.0 by tuf-js, which reads files here and has no network. The chain of roots
 * is followed from the program's own each time: what lies in the profile is only remembered so as to take nothing older.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Fetcher } from 'tuf-js';
import { createFile } from '../durable-files.ts';
import { rm } from '../move-and-remove.ts';
import { NotOursError, kindOf, readPlainFile } from '../plain-file.ts';
import { type UpdateFile, assertForm, isNewer, readRelease } from './metadata.ts';
import type { RunningProgram } from './running-program.ts';
import { UpdateRefused, type WhyRefused } from './update-refused.ts';

/** Where the metadata lies in an update folder, and the files of each system. */
export const METADATA = 'metadata';
export const FILES = 'files';
const ROOT = /^\d{1,9}\.root\.json$/;
/** Kept of an update that was taken. */
const REMEMBERED = ['timestamp.json', 'snapshot.json', 'targets.json'] as const;

export interface VerifiedUpdate {
  readonly version: string;
  /** Ids of the keys that have signed for the files. */
  readonly signedBy: readonly string[];
  readonly files: readonly UpdateFile[];
  /** As it was verified, by name. */
  readonly metadata: ReadonlyMap<string, Uint8Array>;
}

/** Of a file of the metadata by its name; null where there is none. Errors: those of the file system. */
type ReadMetadata = (name: string, most: number) => Uint8Array | null;

/** Reads from an update folder, through no link. Errors: UpdateRefused. */
export async function metadataOf(folder: string): Promise<ReadMetadata> {
  const inside = join(folder, METADATA);
  const kind = await kindOf(inside).catch(() => null);
  if (kind !== 'folder') throw new UpdateRefused(kind === null ? 'missing' : 'forged');
  return (name, most) => readPlainFile(join(inside, name), most);
}

/**
 * What an update holds for this program. Nothing is changed but a folder for the work, which goes again. Errors: UpdateRefused; those of the file system where the profile
 * cannot be written to.
 */
export async function verifyUpdate(read: ReadMetadata, program: RunningProgram): Promise<VerifiedUpdate> {
  if (program.root === null) throw new UpdateRefused('missing');
  const metadata = new Map<string, Uint8Array>();
  const work = join(program.folder, `look-${process.pid}-${++looks}`);
  await mkdir(work, { recursive: true, mode: 0o700 });
  try {
    await createFile(join(work, 'root.json'), program.root);
    const known = join(program.folder, METADATA);
    for (const name of REMEMBERED) {
      const bytes = readPlainFile(join(known, name), MAX_REMEMBERED);
      if (bytes !== null) await createFile(join(work, name), bytes);
    }
    // A root that was seen before counts although this folder lacks it.
    const readAny: ReadMetadata = (name, most) =>
      read(name, most) ?? (ROOT.test(name) ? readPlainFile(join(known, name), most) : null);
    await refresh(work, readAny, metadata);
    for (const name of REMEMBERED) {
      const bytes = readPlainFile(join(work, name), MAX_REMEMBERED);
      if (bytes !== null) metadata.set(name, bytes);
    }
    return { ...releaseOf(work, program), metadata };
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

const MAX_REMEMBERED = 5_000_000;
let looks = 0;

/** Errors: UpdateRefused. */
async function refresh(work: string, read: ReadMetadata, metadata: Map<string, Uint8Array>): Promise<void> {
  const { DownloadHTTPError, Updater } = await import('tuf-js').then(async (tuf) => ({
    ...tuf,
    ...(await import('tuf-js/dist/error.js')),
  }));
  const refusals: UpdateRefused[] = [];
  const downloadBytes = async (url: string, most: number): Promise<Buffer> => {
    const name = url.slice(url.lastIndexOf('/') + 1);
    try {
      const bytes = read(name, most);
      if (bytes === null && ROOT.test(name)) throw new DownloadHTTPError('no further root', 404);
      if (bytes === null) throw new UpdateRefused('missing');
      assertForm(name, bytes);
      metadata.set(name, bytes);
      return Buffer.from(bytes);
    } catch (error) {
      if (error instanceof DownloadHTTPError) throw error;
      const refusal = refusalOf(error);
      refusals.push(refusal);
      throw refusal;
    }
  };
  const fetcher: Fetcher = { downloadBytes, downloadFile: () => Promise.reject(new Error('by nobody')) };
  try {
    await new Updater({ metadataDir: work, metadataBaseUrl: 'update://folder', fetcher }).refresh();
  } catch (error) {
    if (/ENOSPC|EDQUOT/.test(String(error))) throw Object.assign(new Error('no room'), { code: 'ENOSPC' });
    throw refusals[0] ?? new UpdateRefused(whyOf(error), { cause: error });
  }
}

/** What a file that cannot be read means. */
const refusalOf = (error: unknown): UpdateRefused =>
  error instanceof UpdateRefused
    ? error
    : new UpdateRefused(error instanceof NotOursError ? 'forged' : 'missing', { cause: error });

/** By what tuf-js says, which wraps its own errors as text. Only the words for people depend on it. */
function whyOf(error: unknown): WhyRefused {
  const text = String(error);
  if (/is expired/.test(text)) return 'expired';
  return /less than current version|BadVersionError: New/.test(text) ? 'not-newer' : 'forged';
}

/** Of what tuf-js has verified and written down. Errors: UpdateRefused. */
function releaseOf(work: string, { system, version }: RunningProgram): Omit<VerifiedUpdate, 'metadata'> {
  const [root, targets] = ['root.json', 'targets.json'].map((name) =>
    readPlainFile(join(work, name), MAX_REMEMBERED),
  );
  if (!root || !targets) throw new UpdateRefused('missing');
  let release: ReturnType<typeof readRelease>;
  try {
    release = readRelease(root, targets, system);
  } catch (error) {
    throw error instanceof UpdateRefused ? error : new UpdateRefused('forged', { cause: error });
  }
  if (!isNewer(release.version, version)) throw new UpdateRefused('not-newer');
  return release;
}
