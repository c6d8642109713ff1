/**
 * Strict conversions between bytes and text: text that is not the canonical form of some bytes is refused.
 */
import { timingSafeEqual } from 'node:crypto';

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Longest text, in code units, for which a loop over ASCII is faster than calling the encoder. */
const SHORT = 64;

/** The text in UTF-8. A lone surrogate becomes U+FFFD. */
export function utf8(text: string): Uint8Array {
  return (text.length <= SHORT ? asciiOf(text) : null) ?? encoder.encode(text);
}

/** Null where a character is not ASCII. */
function asciiOf(text: string): Uint8Array | null {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit > 0x7f) return null;
    bytes[at] = unit;
  }
  return bytes;
}

/** The text of UTF-8 bytes, or null where they are not well-formed. A byte order mark is kept. */
export function fromUtf8(bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}

/**
 * A new array with the parts one after the other. It is never part of Node's shared pool, so that it can be
 * zeroed.
 */
export function concat(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const view = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Lower-case hexadecimal of the bytes. */
export const toHex = (bytes: Uint8Array): string => view(bytes).toString('hex');

/** The bytes of lower-case hexadecimal text, or null for any other text. */
export function fromHex(text: string): Uint8Array | null {
  return /^(?:[0-9a-f]{2})*$/.test(text) ? new Uint8Array(Buffer.from(text, 'hex')) : null;
}

/** Base64 of the bytes (RFC 4648, 4, padded). */
export const toBase64 = (bytes: Uint8Array): string => view(bytes).toString('base64');

/** The bytes of canonical padded base64 (RFC 4648, 4), or null for any other text. */
export function fromBase64(text: string): Uint8Array | null {
  const bytes = new Uint8Array(Buffer.from(text, 'base64'));
  return toBase64(bytes) === text ? bytes : null;
}

/** The bytes of base64 that a schema has already checked. Throws TypeError if it is not canonical. */
export const bytesOfBase64 = (text: string): Uint8Array => required(fromBase64(text));

/**
 * The bytes of hexadecimal that a schema has already checked. Throws TypeError if it is not lower-case
 * hexadecimal.
 */
export const bytesOfHex = (text: string): Uint8Array => required(fromHex(text));

function required(bytes: Uint8Array | null): Uint8Array {
  if (bytes === null) throw new TypeError('not the canonical text of any bytes');
  return bytes;
}

/** Whether both are equal, in time that depends on their lengths alone. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
