/** Reads the text of a PDF page by page. The library comes when the first one is read. */
import type { Tally } from './tally.ts';
import { UnreadFile } from './unread-file.ts';

const MAX_PAGES = 2_000;
const ROWS_OF_A_PAGE = 1_000;
/** The library has the whole file in memory, and as much again. */
export const MAX_PDF_BYTES = 32 * 1024 * 1024;

interface TextItem {
  readonly str: string;
  readonly hasEOL: boolean;
}

/** Errors: UnreadFile `locked`, `damaged`. */
export async function readPdf(bytes: Buffer, tally: Tally): Promise<void> {
  const { getDocumentProxy } = await import('unpdf');
  const document = await getDocumentProxy(Uint8Array.from(bytes), {
    verbosity: 0,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    maxImageSize: 1,
  }).catch((error: unknown) => {
    throw new UnreadFile(error instanceof Error && error.name === 'PasswordException' ? 'locked' : 'damaged');
  });
  try {
    for (let number = 1; number <= Math.min(document.numPages, MAX_PAGES); number += 1) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      addLines(
        items.filter((item): item is (typeof items)[number] & TextItem => 'str' in item),
        tally,
        (number - 1) * ROWS_OF_A_PAGE,
      );
      page.cleanup();
    }
  } catch (error) {
    throw error instanceof UnreadFile ? error : new UnreadFile('damaged');
  } finally {
    await document.loadingTask.destroy();
  }
}

function addLines(items: readonly TextItem[], tally: Tally, first: number): void {
  let line = '';
  let row = first;
  const end = (): void => {
    if (line.trim() !== '') tally.addLine(line.trim(), row);
    line = '';
    row += 1;
  };
  for (const { str, hasEOL } of items) {
    line += str;
    if (hasEOL) end();
  }
  end();
}
