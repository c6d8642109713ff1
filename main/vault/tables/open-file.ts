/** Opens a file that holds tables, by its first bytes and not by its name: workbooks, documents, pages, texts, and old tables of collection systems. */
import { encodingOf, holdsControlCharacters } from './decode-text.ts';
import { OLE_SIGNATURE, type OleFile, openOle } from './ole-file.ts';
import { isDbf, readDbf } from './read-dbf.ts';
import { readDoc } from './read-doc.ts';
import { readMarkup } from './read-markup.ts';
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
  /** What is embedded in a workbook or document, or lies in an archive. */
  readonly inner: readonly InnerFile[];
  /** Storages of a compound file that are documents themselves, beside the one that the file is. */
  readonly embedded: readonly OpenedFile[];
}

const HEAD_BYTES = 4096;
const ZIP_SIGNATURE = Buffer.from('504b0304', 'hex');
const EMPTY_ZIP_SIGNATURE = Buffer.from('504b0506', 'hex');
/** A text may be read in pieces; whatever is larger is no file of a desk. */
const MAX_TEXT_BYTES = 512 * 1024 * 1024;
const WORD_PART = /^word\/(?:document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml$/i;
const SLIDE_PART = /^ppt\/(?:slides|notesSlides|comments)\/[^/]*\.xml$/i;
/** Of OpenDocument: the document itself, and the objects in it. */
const OPEN_PART = /^(?:Object [^/]+\/)?(?:content|styles)\.xml$/;
const EMBEDDED_PART = /(?:^|\/)embeddings\/[^/]+$/i;
const MEDIA_PART = /(?:^|\/)(?:media|Pictures)\//;
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
  if (isDbf(head)) return only('workbook', (sink) => readDbf(source, sink));
  if (head.length === 0 || !looksLikeText(head)) return only('other', () => undefined);
  if (source.size > MAX_TEXT_BYTES) return only('text', failing('too-large'));
  return only('text', (sink) => readText(source, sink));
}

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
  if (isXlsx(zip)) return { kind: 'workbook', read: (sink) => readXlsx(zip, sink), inner, embedded: [] };
  if (zip.names.some((name) => BINARY_SHEET.test(name)))
    return { kind: 'workbook', read: failing('no-text'), inner, embedded: [] };
  const isOpen = zip.names.includes('content.xml') && zip.names.includes('mimetype');
  const parts = zip.names.filter(
    (name) => WORD_PART.test(name) || SLIDE_PART.test(name) || (isOpen && OPEN_PART.test(name)),
  );
  if (parts.length > 0)
    return { kind: 'document', read: (sink) => readParts(zip, parts, sink), inner, embedded: [] };
  return {
    kind: 'archive',
    read: () => undefined,
    inner: innerOf(zip.names.filter((name) => !BINARY_PART.test(name))),
    embedded: [],
  };
}

/** Errors: UnreadFile; `no-text` where a document has pictures and not a word. */
async function readParts(zip: ZipFile, parts: readonly string[], sink: TextSink): Promise<void> {
  let hasText = false;
  const watched: TextSink = {
    ...sink,
    line: (text, row) => {
      hasText ||= text !== '';
      sink.line(text, row);
    },
    cell: (text, place) => {
      hasText ||= text !== '';
      sink.cell(text, place);
    },
  };
  for (const name of parts) await zip.text(name, readMarkup(watched, { kind: 'office' }));
  if (!hasText && zip.names.some((name) => MEDIA_PART.test(name))) throw new UnreadFile('no-text');
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
  const text = head.toString('latin1');
  if (!text.includes('\0')) return !holdsControlCharacters(text);
  // UTF-16 without its mark: every other byte of what is plain is zero.
  return encodingOf(head) !== undefined;
}
