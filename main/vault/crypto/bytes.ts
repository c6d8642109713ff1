/** Bytes to text and back, strictly: what is not the one canonical text of some bytes is refused. */
import { timingSafeEqual } from 'node:crypto';

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Up to here a loop over ASCII is quicker than the call of the encoder. */
const SHORT = 64;

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

/** UTF-8 to text, or null where it is not well-formed. */
export function fromUtf8(bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}

/** One new array that holds the parts one after the other; never one of Node's shared pool, so that it can be zeroed. */
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

export const toHex = (bytes: Uint8Array): string => view(bytes).toString('hex');

/** Lower-case hexadecimal to bytes, or null where it is anything else. */
export function fromHex(text: string): Uint8Array | null {
  return /^(?:[0-9a-f]{2})*$/.test(text) ? new Uint8Array(Buffer.from(text, 'hex')) : null;
}

export const toBase64 = (bytes: Uint8Array): string => view(bytes).toString('base64');

/** Base64 (RFC 4648, 4, padded, canonical) to bytes, or null where it is anything else. */
export function fromBase64(text: string): Uint8Array | null {
  const bytes = new Uint8Array(Buffer.from(text, 'base64'));
  return toBase64(bytes) === text ? bytes : null;
}

/** Text that a schema has already found to be canonical base64. Throws TypeError for any other. */
export const bytesOfBase64 = (text: string): Uint8Array => required(fromBase64(text));

/** Text that a schema has already found to be lower-case hexadecimal. Throws TypeError for any other. */
export const bytesOfHex = (text: string): Uint8Array => required(fromHex(text));

function required(bytes: Uint8Array | null): Uint8Array {
  if (bytes === null) throw new TypeError('not the canonical text of any bytes');
  return bytes;
}

/** Compares in a time that depends on the lengths alone. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
