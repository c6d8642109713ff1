/** Reads the text of a PDF page by page. The library comes when the first one is read. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { TextSink } from '../tables/text-sink.ts';
import { UnreadFile } from '../tables/unread-file.ts';

const MAX_PAGES = 2_000;
const ROWS_OF_A_PAGE = 1_000;
/** The library has the whole file in memory, and as much again. */
export const MAX_PDF_BYTES = 32 * 1024 * 1024;
const MAX_ATTACHED = 20;
const CMAP = /^[\w-]{1,40}\.bcmap$/;
/** Characters without a meaning: of a font that does not say which letters its shapes are. */
// oxlint-disable-next-line no-control-regex
const MEANINGLESS = /[\u0000-\u0008\u000e-\u001f\ue000-\uf8ff\ufffd]/g;
const MAX_MEANINGLESS = 0.3;
/** Fewer characters on a page may be what a scanner has stamped on a picture: its own name, the number of the page. */
const FEW_WORDS = 40;
const MOST_OF_A_PAGE = 0.4;
/** Operators of the library, by its numbers (OPS of pdf.js). */
const [RESTORE, TRANSFORM] = [11, 12];

interface TextItem {
  readonly str: string;
  readonly hasEOL: boolean;
}

/** Of an annotation, what somebody has written. */
interface Note {
  readonly fieldValue?: unknown;
  readonly contentsObj?: { readonly str?: unknown };
}

/** Where the tables lie by which fonts that are not in a file number their letters (STSong-Light with UniGB-UCS2-H): beside the bundle, or in their package. */
const cmapFolder = (url: string = import.meta.url): string =>
  fileURLToPath(new URL(url.endsWith('.ts') ? '../../../node_modules/pdfjs-dist/cmaps/' : './cmaps/', url));

/** Gives the library those tables and nothing else. `wants` is told of each that there is not. */
const createTables = (wants: () => void) =>
  class {
    async fetch({
      kind,
      filename,
    }: {
      readonly kind: string;
      readonly filename: string;
    }): Promise<Uint8Array> {
      const path = `${cmapFolder()}${filename}`;
      if (kind !== 'cMapUrl' || !CMAP.test(filename) || !existsSync(path)) {
        // What else it asks for is shapes of letters, which nobody looks at.
        if (kind === 'cMapUrl') wants();
        throw new Error('no such table');
      }
      return new Uint8Array(await readFile(path));
    }
  };

/** Returns what is attached. Errors: UnreadFile `locked`, `damaged`, `no-text` where a page has no text that can be read, and `too-large` for more pages than are read. */
export async function readPdf(bytes: Buffer, sink: TextSink): Promise<readonly Buffer[]> {
  const { getDocumentProxy } = await import('unpdf');
  let lacksTable = false;
  const document = await getDocumentProxy(Uint8Array.from(bytes), {
    verbosity: 0,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    maxImageSize: 1,
    cMapUrl: 'cmaps/',
    cMapPacked: true,
    BinaryDataFactory: createTables(() => {
      lacksTable = true;
    }),
  }).catch((error: unknown) => {
    throw new UnreadFile(error instanceof Error && error.name === 'PasswordException' ? 'locked' : 'damaged');
  });
  try {
    let isReadable = true;
    for (let number = 1; number <= Math.min(document.numPages, MAX_PAGES); number += 1) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      const texts = items.filter((item): item is (typeof items)[number] & TextItem => 'str' in item);
      addLines(texts, sink, (number - 1) * ROWS_OF_A_PAGE);
      addNotes((await page.getAnnotations()) as readonly Note[], sink);
      const length = lengthOf(texts);
      if (isReadable && (length < FEW_WORDS || !isText(texts))) {
        const drawn = await page.getOperatorList();
        isReadable =
          length === 0 ? drawn.fnArray.length === 0 : isText(texts) && !isPicture(drawn, page.view);
      }
      page.cleanup();
    }
    if (!isReadable || lacksTable) throw new UnreadFile('no-text');
    if (document.numPages > MAX_PAGES) throw new UnreadFile('too-large');
    const attached = Object.values((await document.getAttachments()) ?? {}) as readonly {
      readonly content?: Uint8Array;
    }[];
    return attached
      .slice(0, MAX_ATTACHED)
      .flatMap(({ content }) => (content === undefined ? [] : [Buffer.from(content)]));
  } catch (error) {
    throw error instanceof UnreadFile ? error : new UnreadFile('damaged');
  } finally {
    await document.loadingTask.destroy();
  }
}

/** What is written into the fields of a form, and on notes: none of it is among the texts of the page. */
function addNotes(notes: readonly Note[], sink: TextSink): void {
  for (const { fieldValue, contentsObj } of notes)
    for (const text of [fieldValue, contentsObj?.str])
      if (typeof text === 'string') for (const line of text.split(/[\r\n]+/)) sink.line(line.trim(), 0);
}

function isText(items: readonly TextItem[]): boolean {
  const text = items
    .map(({ str }) => str)
    .join('')
    .trim();
  return text !== '' && (text.match(MEANINGLESS)?.length ?? 0) <= text.length * MAX_MEANINGLESS;
}

const lengthOf = (items: readonly TextItem[]): number =>
  items.reduce((all, { str }) => all + str.trim().length, 0);

/** Whether something is drawn over most of the page that is not here any more: a picture, which the library is told to leave out. */
function isPicture(
  { fnArray, argsArray }: { readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] },
  [left = 0, bottom = 0, right = 0, top = 0]: readonly number[],
): boolean {
  const page = (right - left) * (top - bottom);
  return fnArray.some((operator, at) => {
    if (operator !== TRANSFORM || fnArray[at + 1] !== RESTORE) return false;
    const [a = 0, b = 0, c = 0, d = 0] = argsArray[at] as readonly number[];
    return Math.abs(a * d - b * c) > MOST_OF_A_PAGE * page;
  });
}

function addLines(items: readonly TextItem[], sink: TextSink, first: number): void {
  let line = '';
  let row = first;
  const end = (): void => {
    sink.line(line.trim(), row);
    line = '';
    row += 1;
  };
  for (const { str, hasEOL } of items) {
    line += str;
    if (hasEOL) end();
  }
  end();
}
