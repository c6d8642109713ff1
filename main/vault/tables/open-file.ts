/** Opens a file that holds tables, by its first bytes and not by its name: workbooks, documents, pages, texts, and old tables of collection systems. */
import { gunzipSync } from 'node:zlib';
import { encodingOf, holdsControlCharacters } from './decode-text.ts';
import { OLE_SIGNATURE, type OleFile, openOle } from './ole-file.ts';
import { isDbf, readDbf } from './read-dbf.ts';
import { readDoc } from './read-doc.ts';
import { readMarkup } from './read-markup.ts';
import { readPpt } from './read-ppt.ts';
import { isRtf, readRtf } from './read-rtf.ts';
import { readText } from './read-text.ts';
import { readXls } from './read-xls.ts';
import { isXlsx, readXlsx } from './read-xlsx.ts';
import type { Source } from './source.ts';
import type { TextSink } from './text-sink.ts';
import { UnreadFile } from './unread-file.ts';
import { type ZipFile, openZip } from './zip-file.ts';

/** A file that lies in another one. */
export interface InnerFile {
  /** Its bytes, of at most `most`. Errors: UnreadFile. */
  bytes(most: number): Promise<Buffer> | Buffer;
}

/** A file whose kind is known. `archive`: it has nothing but the files in it. `other`: nothing is read of it. */
export interface OpenedFile {
  readonly kind: 'workbook' | 'document' | 'text' | 'archive' | 'other';
  /** Hands on all tables and texts, in the order of the file. Errors: UnreadFile; what was handed on before is as it is. */
  read(sink: TextSink): Promise<void> | void;
  /** Names of the files in an archive. */
  readonly names?: readonly string[];
  /** What is embedded in a workbook or document, or lies in an archive. */
  readonly inner: readonly InnerFile[];
  /** Storages of a compound file that are documents themselves, beside the one that the file is. */
  readonly embedded: readonly OpenedFile[];
}

const HEAD_BYTES = 4096;
const ZIP_SIGNATURE = Buffer.from('504b0304', 'hex');
const EMPTY_ZIP_SIGNATURE = Buffer.from('504b0506', 'hex');
const GZIP_SIGNATURE = Buffer.from('1f8b08', 'hex');
/** Packed in memory. */
const MAX_GZIP_BYTES = 32 * 1024 * 1024;
/** Of archives that are not unpacked (7z, RAR, xz, bzip2, tar) and databases that are not read (SQLite, Access), with where it stands. */
const NOT_READ: readonly (readonly [kind: 'archive' | 'other', at: number, signature: Buffer])[] = [
  ['archive', 0, Buffer.from('377abcaf271c', 'hex')],
  ['archive', 0, Buffer.from('Rar!\u001a\u0007')],
  ['archive', 0, Buffer.from('fd377a585a00', 'hex')],
  ['archive', 0, Buffer.from('BZh')],
  ['archive', 257, Buffer.from('ustar')],
  ['other', 0, Buffer.from('SQLite format 3\0')],
  ['other', 4, Buffer.from('Standard Jet DB')],
  ['other', 4, Buffer.from('Standard ACE DB')],
];
/** So many zero bytes are what a disk has left behind a text, or in place of its end. */
const LOST = Buffer.alloc(16);
/** Before it, so much is a text. */
const MIN_BEFORE_LOST = 64;
/** A text may be read in pieces; whatever is larger is no file of a desk. */
const MAX_TEXT_BYTES = 512 * 1024 * 1024;
const WORD_PART = /^word\/(?:document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml$/i;
const SLIDE_PART = /^ppt\/(?:slides|notesSlides|comments)\/[^/]*\.xml$/i;
/** Of OpenDocument: the document itself, and the objects in it. */
const OPEN_PART = /^(?:Object [^/]+\/)?(?:content|styles)\.xml$/;
/** Objects, and what a document takes in as it is (`w:altChunk`). */
const EMBEDDED_PART = /(?:^|\/)embeddings\/[^/]+$|^word\/afchunk[^/]*$/i;
/** What a document says of itself: who wrote it, remarks, fields of an office of its own. */
const PROPERTIES_PART = /^docProps\/(?:core|custom)\.xml$/i;
const MEDIA_PART = /(?:^|\/)(?:media|Pictures)\//;
/** Fewer letters beside a picture are its heading: what it is about stands in the picture. */
const FEW_LETTERS = 80;
/** A workbook in the binary form of 2007, which is not read. */
const BINARY_SHEET = /^xl\/worksheets\/[^/]+\.bin$/i;
/** Programs and pictures in an archive. */
const BINARY_PART = /\.(?:class|dex|so|dll|exe|png|jpe?g|gif|webp|mp4|mp3|ttf|woff2?)$/i;
const SIGNATURES = [ZIP_SIGNATURE, OLE_SIGNATURE, Buffer.from('%PDF-')] as const;
/** Where in an object of OLE 1 a file begins: after its name and its path. */
const NATIVE_WITHIN = 2048;

/** Errors: UnreadFile, of a container that cannot be opened; with its kind in `kind`. */
export async function openFile(source: Source): Promise<OpenedFile> {
  const head = source.read(0, HEAD_BYTES);
  if (startsWith(head, OLE_SIGNATURE)) return ofStorage(openOle(source));
  if (startsWith(head, ZIP_SIGNATURE) || startsWith(head, EMPTY_ZIP_SIGNATURE))
    return ofZip(await openZip(source));
  if (startsWith(head, GZIP_SIGNATURE)) return ofGzip(source);
  const unread = NOT_READ.find(([, at, signature]) => startsWith(head.subarray(at), signature));
  if (unread !== undefined) return only(unread[0], failing('no-text'));
  if (isRtf(head)) return only('document', (sink) => readRtf(source, sink));
  if (isDbf(head)) return only('workbook', (sink) => readDbf(source, sink));
  if (head.length === 0 || !looksLikeText(head)) return only('other', () => undefined);
  if (source.size > MAX_TEXT_BYTES) return only('text', failing('too-large'));
  return only('text', (sink) => readText(source, sink));
}

/** One file, packed. */
const ofGzip = (source: Source): OpenedFile => ({
  ...only('archive', () => undefined),
  inner: [
    {
      bytes(most) {
        if (source.size > MAX_GZIP_BYTES) throw new UnreadFile('too-large');
        try {
          return gunzipSync(source.read(0, source.size), { maxOutputLength: most });
        } catch (error) {
          throw new UnreadFile(error instanceof RangeError ? 'too-large' : 'damaged');
        }
      },
    },
  ],
});

/** Whether a file is one that has others in it. */
export const isContainer = (head: Buffer): boolean =>
  startsWith(head, OLE_SIGNATURE) || startsWith(head, ZIP_SIGNATURE) || startsWith(head, EMPTY_ZIP_SIGNATURE);

const only = (kind: OpenedFile['kind'], read: OpenedFile['read']): OpenedFile => ({
  kind,
  read,
  inner: [],
  embedded: [],
});
const failing = (reason: UnreadFile['reason']) => (): never => {
  throw new UnreadFile(reason);
};
const startsWith = (bytes: Buffer, signature: Buffer): boolean =>
  bytes.subarray(0, signature.length).equals(signature);

function ofZip(zip: ZipFile): OpenedFile {
  const innerOf = (names: readonly string[]): readonly InnerFile[] =>
    names.map((name) => ({ bytes: (most) => zip.bytes(name, most) }));
  const inner = innerOf(zip.names.filter((name) => EMBEDDED_PART.test(name)));
  if (isXlsx(zip)) {
    const read = (sink: TextSink) => readBesidePictures(zip, sink, (watched) => readXlsx(zip, watched));
    return { kind: 'workbook', read, inner, embedded: [] };
  }
  if (zip.names.some((name) => BINARY_SHEET.test(name)))
    return { kind: 'workbook', read: failing('no-text'), inner, embedded: [] };
  const isOpen = zip.names.includes('content.xml') && zip.names.includes('mimetype');
  const parts = zip.names.filter(
    (name) => WORD_PART.test(name) || SLIDE_PART.test(name) || (isOpen && OPEN_PART.test(name)),
  );
  if (parts.length > 0)
    return {
      kind: 'document',
      read: (sink) => readBesidePictures(zip, sink, readParts),
      inner,
      embedded: [],
    };
  async function readParts(watched: TextSink): Promise<void> {
    for (const name of parts) await zip.text(name, readMarkup(watched, { kind: 'office' }));
  }
  return {
    kind: 'archive',
    read: () => undefined,
    names: zip.names,
    inner: innerOf(zip.names.filter((name) => !BINARY_PART.test(name))),
    embedded: [],
  };
}

async function readProperties(zip: ZipFile, sink: TextSink): Promise<void> {
  for (const name of zip.names.filter((one) => PROPERTIES_PART.test(one)))
    await zip.text(name, readMarkup(sink, { kind: 'page' }));
}

/** Errors: UnreadFile; `no-text` where a document or workbook has pictures and hardly a word. */
async function readBesidePictures(
  zip: ZipFile,
  sink: TextSink,
  read: (watched: TextSink) => Promise<void>,
): Promise<void> {
  let letters = 0;
  await read({
    ...sink,
    line: (text, row) => {
      letters += text.length;
      sink.line(text, row);
    },
    cell: (text, place) => {
      letters += text.length;
      sink.cell(text, place);
    },
    shareTexts() {
      const shared = sink.shareTexts();
      return {
        ...shared,
        push: (text) => {
          letters += text.length;
          shared.push(text);
        },
      };
    },
  });
  await readProperties(zip, sink);
  if (letters < FEW_LETTERS && zip.names.some((name) => MEDIA_PART.test(name)))
    throw new UnreadFile('no-text');
}

/** What a storage is goes by its own streams: a workbook stays one, whatever is embedded in it. */
function ofStorage(file: OleFile): OpenedFile {
  const embedded = file.embedded
    .map(ofStorage)
    .filter(({ kind, inner }) => kind !== 'other' || inner.length > 0);
  const inner = ['Package', '\u0001Ole10Native', 'CONTENTS'].flatMap((name) =>
    file.has(name) ? [{ bytes: (most: number) => embeddedBytes(file.stream(name), most) }] : [],
  );
  const of = (kind: OpenedFile['kind'], read: OpenedFile['read']): OpenedFile => ({
    kind,
    read,
    inner,
    embedded,
  });
  // An xlsx or docx with a password is wrapped in one (ECMA-376 agile encryption).
  if (file.has('EncryptedPackage') || file.has('EncryptionInfo')) return of('document', failing('locked'));
  for (const name of ['Workbook', 'Book'])
    if (file.has(name))
      return of('workbook', (sink) => {
        const stream = file.stream(name);
        if (stream !== undefined) readXls(stream, sink);
      });
  const slides = file.has('PowerPoint Document') ? file.stream('PowerPoint Document') : undefined;
  if (slides !== undefined) return of('document', (sink) => readPpt(slides, sink));
  return file.has('WordDocument')
    ? of('document', (sink) => readDoc(file, sink))
    : of('other', () => undefined);
}

/** Without what OLE writes before a file. */
function embeddedBytes(stream: Buffer | undefined, most: number): Buffer {
  if (stream === undefined) return Buffer.alloc(0);
  if (stream.length > most) throw new UnreadFile('too-large');
  const starts = SIGNATURES.map((signature) => stream.subarray(0, NATIVE_WITHIN).indexOf(signature)).filter(
    (at) => at !== -1,
  );
  return starts.length === 0 ? stream : stream.subarray(Math.min(...starts));
}

function looksLikeText(head: Buffer): boolean {
  const isWide = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  if (isWide) return true;
  const lost = head.indexOf(LOST);
  const text = head.toString('latin1', 0, lost < MIN_BEFORE_LOST ? head.length : lost);
  if (!text.includes('\0')) return !holdsControlCharacters(text);
  // UTF-16 without its mark: every other byte of what is plain is zero.
  return encodingOf(head) !== undefined;
}
