/** Reads one file by what its first bytes say that it is, and answers with counts. */
import type { Stats } from 'node:fs';
import type { SweepKind, UnreadReason } from '../../../contract/sweep/lists.ts';
import { encodingOf, holdsControlCharacters } from '../import/decode-text.ts';
import { OLE_SIGNATURE, openOle } from './ole-file.ts';
import { readDoc } from './read-doc.ts';
import { isDocx, readDocx } from './read-docx.ts';
import { MAX_PDF_BYTES, readPdf } from './read-pdf.ts';
import { readText } from './read-text.ts';
import { readXls } from './read-xls.ts';
import { isXlsx, readXlsx } from './read-xlsx.ts';
import { type FileSource, type Source, openSource, sourceOf } from './source.ts';
import { type Counts, type Tally, createTally } from './tally.ts';
import { UnreadFile } from './unread-file.ts';
import { type ZipFile, openZip } from './zip-file.ts';

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
/** A text may be read in pieces; whatever is larger is no file of a desk. */
const MAX_TEXT_BYTES = 512 * 1024 * 1024;
/** Of one file in an archive. */
const MAX_PACKED_BYTES = 12 * 1024 * 1024;
const ZIP_SIGNATURE = Buffer.from('504b0304', 'hex');
const EMPTY_ZIP_SIGNATURE = Buffer.from('504b0506', 'hex');
const PDF_SIGNATURE = Buffer.from('%PDF-');
const PDF_WITHIN = 1024;
/** Programs and books, which are archives too. */
const BINARY_PART = /\.(?:class|dex|so|dll|exe|png|jpe?g|gif|webp|mp4|mp3|ttf|woff2?)$/i;
const MAX_ARCHIVED = 2_000;

const NOTHING: Counts = { ids: 0, phones: 0, people: 0, fingerprint: null };
const NO_MARK: FileMark = { device: 0, inode: 0, size: 0, changed: 0 };

/** Never rejects: a file that cannot be read is told with the reason. */
export async function scanFile(path: string, options: ScanOptions): Promise<Scanned> {
  let source: FileSource;
  try {
    source = openSource(path);
  } catch {
    return { ...NOTHING, kind: 'other', unread: 'no-access', mark: NO_MARK };
  }
  try {
    const before = markOf(source.state());
    const read = await readSource(source, options, 0);
    const after = markOf(source.state());
    const isChanged = before.changed !== after.changed || before.size !== after.size;
    return { ...read, unread: isChanged ? 'changed' : read.unread, mark: after };
  } catch {
    return { ...NOTHING, kind: 'other', unread: 'no-access', mark: NO_MARK };
  } finally {
    source.close();
  }
}

const markOf = (stats: Stats): FileMark => ({
  device: stats.dev,
  inode: stats.ino,
  size: stats.size,
  changed: stats.mtimeMs,
});

type Read = Omit<Scanned, 'mark'>;

/** `depth`: how many archives it lies in. */
async function readSource(source: Source, options: ScanOptions, depth: number): Promise<Read> {
  let tally = createTally(options.key, options.today);
  const head = source.read(0, HEAD_BYTES);
  const told = (kind: SweepKind, unread: UnreadReason | null): Read => ({ kind, unread, ...tally.finish() });
  const reading = async (kind: SweepKind, read: () => Promise<void> | void): Promise<Read> => {
    try {
      await read();
      return told(kind, null);
    } catch (error) {
      return told(kind, error instanceof UnreadFile ? error.reason : 'damaged');
    }
  };
  if (head.length === 0) return told('other', null);
  if (head.subarray(0, 8).equals(OLE_SIGNATURE)) return readOle(source, tally, reading);
  if (startsWith(head, ZIP_SIGNATURE) || startsWith(head, EMPTY_ZIP_SIGNATURE)) {
    let zip: ZipFile;
    try {
      zip = await openZip(source);
    } catch (error) {
      return told('archive', error instanceof UnreadFile ? error.reason : 'damaged');
    }
    if (isXlsx(zip)) return reading('workbook', () => readXlsx(zip, tally));
    if (isDocx(zip)) return reading('document', () => readDocx(zip, tally));
    return depth === 0 ? readArchive(zip, options) : told('archive', 'nested');
  }
  if (head.subarray(0, PDF_WITHIN).includes(PDF_SIGNATURE))
    return source.size > MAX_PDF_BYTES
      ? told('pdf', 'too-large')
      : reading('pdf', () => readPdf(source.read(0, source.size), tally));
  if (!looksLikeText(head)) return told('other', null);
  if (source.size > MAX_TEXT_BYTES) return told('text', 'too-large');
  return reading('text', () => {
    tally = readText(source, () => {
      tally = createTally(options.key, options.today);
      return tally;
    });
  });
}

function readOle(
  source: Source,
  tally: Tally,
  reading: (kind: SweepKind, read: () => Promise<void> | void) => Promise<Read>,
): Promise<Read> {
  let kind: SweepKind = 'document';
  let read = (): void => {
    throw new UnreadFile('damaged');
  };
  try {
    const file = openOle(source);
    // An xlsx or docx with a password is wrapped in one (ECMA-376 agile encryption).
    if (file.has('EncryptedPackage') || file.has('EncryptionInfo'))
      read = () => {
        throw new UnreadFile('locked');
      };
    else if (file.has('WordDocument')) read = () => readDoc(file, tally);
    else {
      const name = file.has('Workbook') ? 'Workbook' : 'Book';
      kind = file.has(name) ? 'workbook' : 'other';
      read = () => {
        const stream = file.stream(name);
        if (stream !== undefined) readXls(stream, tally);
      };
    }
  } catch (error) {
    const reason = error instanceof UnreadFile ? error.reason : 'damaged';
    read = () => {
      throw new UnreadFile(reason);
    };
  }
  return reading(kind, read);
}

/** Counts of an archive's members, as the archive's own; an archive in it is not opened. */
async function readArchive(zip: ZipFile, options: ScanOptions): Promise<Read> {
  let sum: Counts = NOTHING;
  let unread: UnreadReason | null = zip.names.length > MAX_ARCHIVED ? 'too-large' : null;
  for (const name of zip.names.slice(0, MAX_ARCHIVED)) {
    if (BINARY_PART.test(name)) continue;
    try {
      const read = await readSource(sourceOf(await zip.bytes(name, MAX_PACKED_BYTES)), options, 1);
      sum = added(sum, read);
      unread = read.unread ?? unread;
    } catch (error) {
      unread = error instanceof UnreadFile ? error.reason : 'damaged';
      if (unread === 'locked') break;
    }
  }
  return { kind: 'archive', unread, ...sum };
}

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

const startsWith = (bytes: Buffer, signature: Buffer): boolean =>
  bytes.subarray(0, signature.length).equals(signature);

function looksLikeText(head: Buffer): boolean {
  const isWide = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  if (isWide) return true;
  const text = head.toString('latin1');
  if (!text.includes('\0')) return !holdsControlCharacters(text);
  // UTF-16 without its mark: every other byte of what is plain is zero.
  return encodingOf(head) !== undefined;
}
