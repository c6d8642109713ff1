/** A digest of what is read piece by piece. */
import { createHash } from 'node:crypto';

/** SHA-256, lower-case hexadecimal. Errors: those of `pieces`. */
export async function hashPieces(pieces: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of pieces) hash.update(piece);
  return hash.digest('hex');
}
