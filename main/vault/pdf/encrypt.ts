/** AES-256 for a PDF, as ISO 32000-2 has it (V5, R6). What writes PDFs knows only weaker ways, so that this is another library's. */
import { randomBytes } from 'node:crypto';
import { PDFDocument } from '@cantoo/pdf-lib';

/**
 * The same PDF, opened by `password` alone. There is an owner's password as well, which nobody is told: without one, everybody who opens the
 * file would be its owner. Errors: bytes that are no PDF.
 */
export async function encryptPdf(bytes: Uint8Array, password: string): Promise<Uint8Array> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  document.encrypt({
    userPassword: password,
    ownerPassword: randomBytes(32).toString('hex'),
    algorithm: 'AES-256',
    // Reading aloud and printing are what it was given for.
    permissions: { printing: 'highResolution', contentAccessibility: true, copying: true },
  });
  return document.save({ updateFieldAppearances: false, addDefaultPage: false });
}
