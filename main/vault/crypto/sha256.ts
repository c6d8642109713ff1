/** SHA-256 as it is kept and shown. */
import { createHash } from 'node:crypto';

/** In lower-case hexadecimal, of bytes or of a text in UTF-8. */
export const sha256Hex = (data: string | Uint8Array): string =>
  createHash('sha256').update(data).digest('hex');

/** As 32 bytes. */
export const sha256 = (data: Uint8Array): Uint8Array =>
  new Uint8Array(createHash('sha256').update(data).digest());
