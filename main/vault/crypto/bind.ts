/**
 * Domain separation: encodes what a ciphertext, tag or signature is for, so that no other purpose or parts
 * give the same bytes.
 */
import { utf8 } from './bytes.ts';

/** A part of a context: text, a non-negative safe integer, or bytes. */
export type BindPart = string | number | Uint8Array;

const LABEL = 'resident-vault/1';
const TEXT = 0x73;
const NUMBER = 0x6e;
const BYTES = 0x62;

/**
 * Canonical encoding of a purpose and its parts, used as HPKE info, associated data, HKDF info or the message
 * of a signature. Each part is a type byte, its length (32 bits, big-endian) and its bytes; text is UTF-8, a
 * number is a non-negative safe integer in 64 bits. The encoding is injective: different arguments never give
 * the same bytes.
 * Errors: TypeError for text with a lone surrogate, RangeError for another number.
 */
export function bind(purpose: string, ...parts: readonly BindPart[]): Uint8Array {
  return append(EMPTY, [LABEL, purpose, ...parts]);
}

/**
 * A `bind` with `purpose` and the `first` parts encoded once, for purposes that an import uses hundreds of
 * thousands of times.
 */
export function createBinder(
  purpose: string,
  ...first: readonly BindPart[]
): (...parts: readonly BindPart[]) => Uint8Array {
  const head = bind(purpose, ...first);
  return (...parts) => append(head, parts);
}

const EMPTY = new Uint8Array();
const NUMBER_BYTES = 8;

function append(head: Uint8Array, parts: readonly BindPart[]): Uint8Array {
  const encoded = parts.map((part) => (typeof part === 'string' ? encodeText(part) : part));
  let length = head.length;
  for (const part of encoded) length += 5 + (typeof part === 'number' ? NUMBER_BYTES : part.length);
  const whole = new Uint8Array(length);
  whole.set(head);
  let at = head.length;
  for (let index = 0; index < encoded.length; index += 1) {
    const part = encoded[index] as number | Uint8Array;
    whole[at] = typeof part === 'number' ? NUMBER : typeof parts[index] === 'string' ? TEXT : BYTES;
    at = typeof part === 'number' ? writeNumber(whole, at + 1, part) : writeBytes(whole, at + 1, part);
  }
  return whole;
}

function encodeText(text: string): Uint8Array {
  const bytes = utf8(text);
  // A lone surrogate would be encoded as U+FFFD, so that two texts had the same bytes. Text with as many bytes as code units is ASCII.
  if (bytes.length !== text.length && /\p{Surrogate}/u.test(text))
    throw new TypeError('text to bind is not well-formed');
  return bytes;
}

/** Writes a number; returns the offset after it. */
function writeNumber(into: Uint8Array, at: number, value: number): number {
  if (!Number.isSafeInteger(value) || value < 0)
    throw new RangeError('a number to bind is a non-negative safe integer');
  writeUint32(into, at, NUMBER_BYTES);
  writeUint32(into, at + 4, Math.floor(value / 2 ** 32));
  writeUint32(into, at + 8, value % 2 ** 32);
  return at + 4 + NUMBER_BYTES;
}

function writeBytes(into: Uint8Array, at: number, bytes: Uint8Array): number {
  writeUint32(into, at, bytes.length);
  into.set(bytes, at + 4);
  return at + 4 + bytes.length;
}

/** Big-endian. A DataView or bigint for each would cost an import as much as what is bound with it. */
function writeUint32(into: Uint8Array, at: number, value: number): void {
  into[at] = value >>> 24;
  into[at + 1] = value >>> 16;
  into[at + 2] = value >>> 8;
  into[at + 3] = value;
}
