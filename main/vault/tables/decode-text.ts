/** Tells which encoding a text file is in, since spreadsheets save `.csv` in the system's code page without saying so. */

/**
 * UTF-8 with or without BOM, UTF-16 of either order with or without BOM, else GB18030 (of which GBK and GB2312 are parts).
 * Undefined where none of them reads the bytes without a fault, or where the text is full of control characters: not a text file. A few are a slip in a cell, and are dropped with it.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  const encoding = encodingOf(bytes);
  const text =
    encoding === undefined ? (decode(bytes, 'utf-8') ?? decode(bytes, 'gb18030')) : decode(bytes, encoding);
  return text === undefined || holdsControlCharacters(text) ? undefined : text;
}

/** Encoding of a text by its byte-order mark or by the zero bytes at its beginning; undefined where they say nothing. */
export const encodingOf = (bytes: Uint8Array): string | undefined =>
  encodingByMark(bytes) ?? encodingByZeros(bytes);

function encodingByMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

/** UTF-16 without a mark: digits, commas and line ends have a zero byte, always on the same side. */
function encodingByZeros(bytes: Uint8Array): string | undefined {
  const looked = Math.min(bytes.length, 4096);
  let even = 0;
  let odd = 0;
  for (let at = 0; at < looked; at += 1) {
    if (bytes[at] !== 0) continue;
    if (at % 2 === 0) even += 1;
    else odd += 1;
  }
  const enough = looked / 50;
  if (odd > enough && even === 0) return 'utf-16le';
  if (even > enough && odd === 0) return 'utf-16be';
  return undefined;
}

function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

// oxlint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f\ufffe\uffff]/g;
/** One control character in so many others is no slip. */
const MIN_BETWEEN = 200;
/** Nor is one where other kinds of file say what they are, as a picture does. */
const SIGNATURE_CHARACTERS = 16;
const countControl = (text: string): number => text.match(CONTROL)?.length ?? 0;
/** Whether it is full of control characters, as no text is. */
export const holdsControlCharacters = (text: string): boolean =>
  countControl(text) * MIN_BETWEEN > text.length || countControl(text.slice(0, SIGNATURE_CHARACTERS)) > 0;
