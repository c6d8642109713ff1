/** Entry of a thread that makes one PDF: the vault answers meanwhile, and what the libraries have remembered of it ends with the thread. */
import { parentPort } from 'node:worker_threads';
import { draw } from './draw.ts';
import { encryptPdf } from './encrypt.ts';
import { readFace } from './face.ts';
import { layOut } from './lay-out.ts';
import type { PdfMade, PdfOrder } from './make-pdf.ts';

async function make({ document, password }: PdfOrder): Promise<PdfMade> {
  const face = await readFace(import.meta.url);
  const laid = layOut(document, face.measure);
  const bytes = await draw(document, laid, face);
  return { bytes: password === null ? bytes : await encryptPdf(bytes, password), pages: laid.pages.length };
}

parentPort?.on('message', (order: PdfOrder) => {
  // An error ends the thread, and whoever asked is told; what it says could hold a value.
  void make(order).then(
    (made) => parentPort?.postMessage(made),
    () => process.exit(1),
  );
});
