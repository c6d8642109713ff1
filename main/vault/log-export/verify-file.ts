/** Reads an export from a file piece by piece, whatever its size, and checks it. */
import { piecesOf } from '../../files/plain-file.ts';
import { fromUtf8 } from '../crypto/bytes.ts';
import { MAX_LINE_BYTES } from './line.ts';
import { type ExportReport, createExportVerifier } from './verify-export.ts';

const BREAK = 0x0a;

/** `root`: fingerprint of the roots. Errors: NotOursError for a link, a pipe or a device; those of the file system. */
export async function verifyExportFile(path: string, root: string): Promise<ExportReport> {
  const verifier = createExportVerifier(root);
  for await (const line of linesOf(piecesOf(path))) if (!verifier.next(line)) break;
  return verifier.end();
}

/** Each line without its break; null, and then no more, for one that is too long, not UTF-8, or ends without a break. */
export async function* linesOf(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<string | null> {
  let begun: Uint8Array[] = [];
  let length = 0;
  for await (const piece of pieces) {
    let from = 0;
    for (let at = piece.indexOf(BREAK); at !== -1; at = piece.indexOf(BREAK, from)) {
      const line = textOf([...begun, piece.subarray(from, at)]);
      yield line;
      if (line === null) return;
      [begun, length, from] = [[], 0, at + 1];
    }
    begun.push(piece.subarray(from));
    length += piece.length - from;
    if (length > MAX_LINE_BYTES) return yield null;
  }
  if (length > 0) yield null;
}

function textOf(parts: readonly Uint8Array[]): string | null {
  const bytes = Buffer.concat(parts);
  return bytes.length > MAX_LINE_BYTES ? null : fromUtf8(bytes);
}
