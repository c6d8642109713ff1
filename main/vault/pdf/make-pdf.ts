/** Makes a PDF in a thread of the vault process. */
import { entryBeside, startThreads } from '../long-work/threads.ts';
import type { PrintPage } from '../../../contract/print/pages.ts';
import type { PdfDocument } from './document.ts';

export interface PdfOrder {
  readonly document: PdfDocument;
  /** Null for a file that anybody opens. */
  readonly password: string | null;
}

/** Work for a thread: one file, or the pages of documents. */
export type PdfWork = PdfOrder | { readonly documents: readonly PdfDocument[] };

export interface PdfMade {
  readonly bytes: Uint8Array;
  readonly pages: number;
}

/**
 * The file of a document: tagged, its face embedded, and encrypted where a password is given (AES-256, R6).
 * Errors: AppError `internal` {what: 'thread'} where it could not be made; `signal` ends it wherever it is, with the same error.
 */
export async function makePdf(
  document: PdfDocument,
  { password = null, signal }: { readonly password?: string | null; readonly signal?: AbortSignal } = {},
): Promise<PdfMade> {
  return inThread<PdfMade>({ document, password }, signal);
}

/** The pages of each document, as they go to a printer. Errors: as `makePdf`. */
export const layOutPages = (documents: readonly PdfDocument[]): Promise<readonly (readonly PrintPage[])[]> =>
  inThread<readonly (readonly PrintPage[])[]>({ documents });

async function inThread<Made>(work: PdfWork, signal?: AbortSignal): Promise<Made> {
  const threads = startThreads<PdfWork, Made>(entryBeside(import.meta.url, 'pdf-worker'), [null]);
  const end = (): void => void threads.end();
  signal?.addEventListener('abort', end);
  try {
    return await threads.ask(work);
  } finally {
    signal?.removeEventListener('abort', end);
    await threads.end();
  }
}
