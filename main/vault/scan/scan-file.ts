/** Reads one file by what its first bytes say that it is, and answers with counts. */
import type { Stats } from 'node:fs';
import type { SweepKind, UnreadReason } from '../../../contract/sweep/lists.ts';
import { basename, posix } from 'node:path';
import { onDisk } from '../../files/raw-names.ts';
import { type InnerFile, type OpenedFile, isContainer, openFile } from '../tables/open-file.ts';
import { type FileSource, type Source, openSource, sourceOf } from '../tables/source.ts';
import { UnreadFile } from '../tables/unread-file.ts';
import { MAX_MAIL_BYTES, isMail, readMail } from './read-mail.ts';
import { MAX_PDF_BYTES, readPdf } from './read-pdf.ts';
import { type Counts, type Tally, createTally } from './tally.ts';

/** Identity of a file by its directory: that it is the same, and unchanged. */
export interface FileMark {
  readonly device: number;
  readonly inode: number;
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly changed: number;
}

/** Result of scanning a file. */
export interface Scanned extends Counts {
  readonly kind: SweepKind;
  /** Null where all of it was read. */
  readonly unread: UnreadReason | null;
  readonly mark: FileMark;
}

interface ScanOptions {
  /** 32 bytes. */
  readonly key: Uint8Array;
  /** Milliseconds since 1970. */
  readonly today: number;
}

const HEAD_BYTES = 4096;
/** Of one file in another one. */
const MAX_PACKED_BYTES = 12 * 1024 * 1024;
const PDF_SIGNATURE = Buffer.from('%PDF-');
const PDF_WITHIN = 1024;
const MAX_ARCHIVED = 2_000;
/** Files in files in a file. */
const MAX_DEPTH = 3;

const NOTHING: Counts = { ids: 0, phones: 0, people: 0, fingerprint: null };
const NO_MARK: FileMark = { device: 0, inode: 0, size: 0, changed: 0 };

/** Never rejects: a file that cannot be read is told with the reason. */
export async function scanFile(path: string, options: ScanOptions): Promise<Scanned> {
  let source: FileSource;
  try {
    source = openSource(onDisk(path));
  } catch {
    return { ...NOTHING, kind: 'other', unread: 'no-access', mark: NO_MARK };
  }
  try {
    const before = markOf(source.state());
    const read = withNames(await readSource(source, options, 0), [basename(path)], options);
    const after = markOf(source.state());
    const isChanged = before.changed !== after.changed || before.size !== after.size;
    return { ...read, unread: isChanged ? 'changed' : read.unread, mark: after };
  } catch {
    return { ...NOTHING, kind: 'other', unread: 'no-access', mark: NO_MARK };
  } finally {
    source.close();
  }
}

/** Whom names of files say they are about, most of whom stand in them as well. The fingerprint is of what is in them. */
function withNames(read: Read, names: readonly string[], { key, today }: ScanOptions): Read {
  const tally = createTally(key, today);
  for (const name of names) tally.line(posix.basename(name), 0);
  const { ids, phones, people } = tally.finish();
  return {
    ...read,
    ids: Math.max(read.ids, ids),
    phones: Math.max(read.phones, phones),
    people: Math.max(read.people, people),
  };
}

const markOf = (stats: Stats): FileMark => ({
  device: stats.dev,
  inode: stats.ino,
  size: stats.size,
  changed: stats.mtimeMs,
});

type Read = Omit<Scanned, 'mark'>;

/** `depth`: how many files it lies in. */
async function readSource(source: Source, options: ScanOptions, depth: number): Promise<Read> {
  const tally = createTally(options.key, options.today);
  const head = source.read(0, HEAD_BYTES);
  if (head.subarray(0, PDF_WITHIN).includes(PDF_SIGNATURE) && !isContainer(head))
    return readWhole('pdf', MAX_PDF_BYTES, readPdf);
  if (isMail(head)) return readWhole('text', MAX_MAIL_BYTES, readMail);
  let file: OpenedFile;
  try {
    file = await openFile(source);
  } catch (error) {
    const kind = head.subarray(0, 2).toString('latin1') === 'PK' ? 'archive' : 'document';
    return { ...NOTHING, kind, unread: reasonOf(error) };
  }
  if (file.kind === 'archive' && depth > 0) return { ...NOTHING, kind: 'archive', unread: 'nested' };
  return readOpened(file, tally, options, depth);

  /** A file that is read as a whole, and has others attached to it. */
  async function readWhole(
    kind: SweepKind,
    most: number,
    read: (bytes: Buffer, tally: Tally) => Promise<readonly Buffer[]>,
  ): Promise<Read> {
    if (source.size > most) return { ...NOTHING, kind, unread: 'too-large' };
    let attached: readonly Buffer[] = [];
    let unread: UnreadReason | null = null;
    try {
      attached = await read(source.read(0, source.size), tally);
    } catch (error) {
      unread = reasonOf(error);
    }
    const inner = attached.map((bytes) => ({ bytes: () => bytes }));
    return withInner({ kind, unread, ...tally.finish() }, inner, options, depth);
  }
}

const reasonOf = (error: unknown): UnreadReason => (error instanceof UnreadFile ? error.reason : 'damaged');

/** A file, what is embedded in it, and the files that lie in it. */
async function readOpened(
  { kind, read, inner, embedded, names = [] }: OpenedFile,
  tally: Tally,
  options: ScanOptions,
  depth: number,
): Promise<Read> {
  let unread: UnreadReason | null = null;
  try {
    await read(tally);
  } catch (error) {
    unread = reasonOf(error);
  }
  let sum: Read = { kind, unread, ...tally.finish() };
  if (depth < MAX_DEPTH)
    for (const one of embedded.slice(0, MAX_ARCHIVED))
      sum = joined(sum, await readOpened(one, createTally(options.key, options.today), options, depth + 1));
  return withNames(await withInner(sum, inner, options, depth), names, options);
}

/** Counts of what lies in a file, as the file's own. */
async function withInner(
  file: Read,
  inner: readonly InnerFile[],
  options: ScanOptions,
  depth: number,
): Promise<Read> {
  let sum = file;
  if (inner.length > MAX_ARCHIVED) sum = { ...sum, unread: sum.unread ?? 'too-large' };
  if (inner.length > 0 && depth >= MAX_DEPTH) return { ...sum, unread: sum.unread ?? 'nested' };
  for (const one of inner.slice(0, MAX_ARCHIVED)) {
    try {
      sum = joined(sum, await readSource(sourceOf(await one.bytes(MAX_PACKED_BYTES)), options, depth + 1));
    } catch (error) {
      const reason = reasonOf(error);
      sum = { ...sum, unread: reason };
      if (reason === 'locked') break;
    }
  }
  return sum;
}

const joined = (file: Read, { unread, ...counts }: Read): Read => ({
  kind: file.kind,
  unread: unread ?? file.unread,
  ...added(file, counts),
});

const added = (one: Counts, other: Counts): Counts => ({
  ids: one.ids + other.ids,
  phones: one.phones + other.phones,
  people: one.people + other.people,
  fingerprint: together(one.fingerprint, other.fingerprint),
});

/** The same files have the same, in whichever order they were packed. */
function together(one: Uint8Array | null, other: Uint8Array | null): Uint8Array | null {
  if (one === null || other === null) return one ?? other;
  return one.map((byte, at) => byte + (other[at] ?? 0));
}
