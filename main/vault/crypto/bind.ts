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
  const encoded = [LABEL, purpose, ...parts].map(encodePart);
  const whole = new Uint8Array(encoded.reduce((length, [, bytes]) => length + 5 + bytes.length, 0));
  const writer = new DataView(whole.buffer);
  let at = 0;
  for (const [type, bytes] of encoded) {
    whole[at] = type;
    writer.setUint32(at + 1, bytes.length);
    whole.set(bytes, at + 5);
    at += 5 + bytes.length;
  }
  return whole;
}

function encodePart(part: BindPart): readonly [type: number, bytes: Uint8Array] {
  if (typeof part === 'string') {
    // A lone surrogate would become U+FFFD, and so two texts the same bytes.
    if (/\p{Surrogate}/u.test(part)) throw new TypeError('text to bind is not well-formed');
    return [TEXT, utf8(part)];
  }
  if (typeof part === 'number') return [NUMBER, encodeNumber(part)];
  return [BYTES, part];
}

function encodeNumber(value: number): Uint8Array {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError('a number to bind is a non-negative safe integer');
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(value));
  return bytes;
}
