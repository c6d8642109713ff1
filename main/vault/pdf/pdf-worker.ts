/** Entry of a thread that makes one PDF, or lays documents out for a printer: the vault answers meanwhile, and what the libraries have remembered of it ends with the thread. */
import { parentPort } from 'node:worker_threads';
import type { PrintPage } from '../../../contract/print/pages.ts';
import type { PdfDocument } from './document.ts';
import { draw } from './draw.ts';
import { encryptPdf } from './encrypt.ts';
import { readFace } from './face.ts';
import { layOut } from './lay-out.ts';
import type { PdfMade, PdfOrder, PdfWork } from './make-pdf.ts';
import { pagesOf } from './printed-pages.ts';

async function make({ document, password }: PdfOrder): Promise<PdfMade> {
  const face = await readFace(import.meta.url);
  const laid = layOut(document, face.measure);
  const bytes = await draw(document, laid, face, password === null);
  return { bytes: password === null ? bytes : await encryptPdf(bytes, password), pages: laid.pages.length };
}

async function layAll(documents: readonly PdfDocument[]): Promise<readonly PrintPage[][]> {
  const { measure } = await readFace(import.meta.url);
  return documents.map((document) => pagesOf(layOut(document, measure), measure));
}

parentPort?.on('message', (work: PdfWork) => {
  // An error ends the thread, and whoever asked is told; what it says could hold a value.
  void ('documents' in work ? layAll(work.documents) : make(work)).then(
    (made: unknown) => parentPort?.postMessage(made),
    () => process.exit(1),
  );
});
