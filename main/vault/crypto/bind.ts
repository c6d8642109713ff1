/** Says what a ciphertext, tag or signature is for, in bytes that no other purpose and no other parts can spell. */
import { utf8 } from './bytes.ts';

export type BindPart = string | number | Uint8Array;

const LABEL = 'resident-vault/1';
const TEXT = 0x73;
const NUMBER = 0x6e;
const BYTES = 0x62;

/**
 * Canonical encoding of a purpose and its parts, used as HPKE info, associated data, HKDF info or the message of a
 * signature. Each part is a type byte, its length (32 bits, big-endian) and its bytes; text is UTF-8, a number is a
 * non-negative safe integer in 64 bits. The encoding is injective: different arguments never give the same bytes.
 */
export function bind(purpose: string, ...parts: readonly BindPart[]): Uint8Array {
  const types: number[] = [TEXT, TEXT];
  const encoded: Uint8Array[] = [utf8(LABEL), encodeText(purpose)];
  for (const part of parts) {
    types.push(typeof part === 'string' ? TEXT : typeof part === 'number' ? NUMBER : BYTES);
    encoded.push(typeof part === 'string' ? encodeText(part) : typeof part === 'number' ? encodeNumber(part) : part);
  }
  let length = 0;
  for (const bytes of encoded) length += 5 + bytes.length;
  const whole = new Uint8Array(length);
  let at = 0;
  for (let index = 0; index < encoded.length; index += 1) {
    const bytes = encoded[index] as Uint8Array;
    whole[at] = types[index] as number;
    writeUint32(whole, at + 1, bytes.length);
    whole.set(bytes, at + 5);
    at += 5 + bytes.length;
  }
  return whole;
}

function encodeText(text: string): Uint8Array {
  const bytes = utf8(text);
  // A lone surrogate would become U+FFFD, and so two texts the same bytes. Text of as many bytes as units is ASCII and has none.
  if (bytes.length !== text.length && /\p{Surrogate}/u.test(text)) throw new TypeError('text to bind is not well-formed');
  return bytes;
}

function encodeNumber(value: number): Uint8Array {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError('a number to bind is a non-negative safe integer');
  const bytes = new Uint8Array(8);
  writeUint32(bytes, 0, Math.floor(value / 2 ** 32));
  writeUint32(bytes, 4, value % 2 ** 32);
  return bytes;
}

/** Big-endian. A view or a bigint for each would cost an import as much as what is bound with it. */
function writeUint32(into: Uint8Array, at: number, value: number): void {
  into[at] = value >>> 24;
  into[at + 1] = value >>> 16;
  into[at + 2] = value >>> 8;
  into[at + 3] = value;
}
