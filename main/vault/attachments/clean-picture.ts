/**
 * A picture without what a camera or a program has written beside it: place, time, device, thumbnail, words. What draws it stays, byte for byte, and so does
 * the side that is up (decision 0125).
 */
import { concat, utf8 } from '../crypto/bytes.ts';

/** Null for a file whose parts cannot be told: what is in it could not be said. */
export const cleanPicture = (media: 'png' | 'jpeg', bytes: Uint8Array): Uint8Array | null =>
  media === 'png' ? cleanPng(bytes) : cleanJpeg(bytes);

/** ISO/IEC 15948, 11: those that say how pixels are drawn. Words, EXIF, times and whatever a program has added are left out. */
const PNG_KEPT: ReadonlySet<string> = new Set(
  'IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP bKGD pHYs'.split(' '),
);
const PNG_SIGNATURE_BYTES = 8;
/** Length, name and check of a chunk. */
const PNG_CHUNK_BYTES = 12;

function cleanPng(bytes: Uint8Array): Uint8Array | null {
  const view = viewOf(bytes);
  const kept = [bytes.subarray(0, PNG_SIGNATURE_BYTES)];
  for (let at = PNG_SIGNATURE_BYTES; at + PNG_CHUNK_BYTES <= bytes.length;) {
    const end = at + PNG_CHUNK_BYTES + view.getUint32(at);
    if (end > bytes.length) return null;
    const name = latin1Of(bytes, at + 4, 4);
    // The first chunk is the only header: a second one would be believed in its place.
    if ((name === 'IHDR') !== (at === PNG_SIGNATURE_BYTES)) return null;
    if (PNG_KEPT.has(name)) kept.push(bytes.subarray(at, end));
    // What stands behind the end belongs to no picture.
    if (name === 'IEND') return concat(...kept);
    at = end;
  }
  return null;
}

const JPEG = { start: 0xd8, end: 0xd9, scan: 0xda, app0: 0xe0, app1: 0xe1, app2: 0xe2, app14: 0xee } as const;
const COMMENT = 0xfe;
const isApplication = (marker: number): boolean => marker >= JPEG.app0 && marker <= 0xef;
/** RST0 to RST7 and TEM: markers without a length. */
const standsAlone = (marker: number): boolean => (marker >= 0xd0 && marker <= 0xd7) || marker === 0x01;

/** ITU-T T.81, B.1.1: markers with their segments, and the coded data behind each start of a scan. */
function cleanJpeg(bytes: Uint8Array): Uint8Array | null {
  const view = viewOf(bytes);
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  let at = 2;
  while (at + 1 < bytes.length) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff) return null;
    if (marker === 0xff) {
      at += 1;
    } else if (marker === JPEG.end) {
      // Behind it phones keep further pictures, and films.
      return concat(...kept, bytes.subarray(at, at + 2));
    } else if (standsAlone(marker)) {
      kept.push(bytes.subarray(at, at + 2));
      at += 2;
    } else {
      if (at + 4 > bytes.length) return null;
      const end = at + 2 + view.getUint16(at + 2);
      if (end < at + 4 || end > bytes.length) return null;
      const segment = keptOf(marker, bytes.subarray(at, end));
      if (segment !== null) kept.push(segment);
      at = marker === JPEG.scan ? endOfScan(bytes, end) : end;
      if (marker === JPEG.scan) kept.push(bytes.subarray(end, at));
    }
  }
  return null;
}

/** Where the next marker stands: `FF 00` is a byte of the data, and restarts are among them. */
function endOfScan(bytes: Uint8Array, start: number): number {
  let at = bytes.indexOf(0xff, start);
  while (at !== -1 && at + 1 < bytes.length) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && !standsAlone(next)) return at;
    at = bytes.indexOf(0xff, at + 2);
  }
  return bytes.length;
}

/** A segment as it is kept; null where it is not. */
function keptOf(marker: number, segment: Uint8Array): Uint8Array | null {
  const begins = (name: string): boolean => latin1Of(segment, 4, name.length) === name;
  if (marker === JPEG.app0) return begins('JFIF\0') ? withoutThumbnail(segment) : null;
  if (marker === JPEG.app1) return begins('Exif\0') ? sideUp(segment.subarray(10)) : null;
  if (marker === JPEG.app2) return begins('ICC_PROFILE\0') ? segment : null;
  if (marker === JPEG.app14) return begins('Adobe') ? segment : null;
  return marker === COMMENT || isApplication(marker) ? null : segment;
}

/** JFIF 1.02: fourteen bytes say how it is drawn; its own small picture stands behind them. */
function withoutThumbnail(segment: Uint8Array): Uint8Array | null {
  if (segment.length < 18) return null;
  const bare = segment.slice(0, 18);
  bare.set([0, 16], 2);
  bare.set([0, 0], 16);
  return bare;
}

const ORIENTATION = 0x0112;

/** EXIF that says which side is up and nothing else; null where it is the first line, as in every picture without EXIF. `tiff`: CIPA DC-008, 4.5. */
function sideUp(tiff: Uint8Array): Uint8Array | null {
  const side = orientationOf(tiff);
  if (side === null || side === 1) return null;
  const exif = new Uint8Array(36);
  exif.set([0xff, JPEG.app1, 0, 34]);
  exif.set(utf8('Exif\0\0MM\0*'), 4);
  // Its directory at byte 8: one entry, a short number.
  exif.set([0, 0, 0, 8, 0, 1, ORIENTATION >> 8, ORIENTATION & 0xff, 0, 3, 0, 0, 0, 1, 0, side], 14);
  return exif;
}

/** 2 to 8 where the picture is turned or mirrored, 1 where it is not; null where the directory does not say. */
function orientationOf(tiff: Uint8Array): number | null {
  if (tiff.length < 14) return null;
  const view = viewOf(tiff);
  const isLittle = latin1Of(tiff, 0, 2) === 'II';
  const directory = view.getUint32(4, isLittle);
  if (directory + 2 > tiff.length) return null;
  const count = view.getUint16(directory, isLittle);
  for (let n = 0; n < count; n += 1) {
    const entry = directory + 2 + n * 12;
    if (entry + 12 > tiff.length) return null;
    if (view.getUint16(entry, isLittle) !== ORIENTATION) continue;
    const side = view.getUint16(entry + 8, isLittle);
    return side >= 1 && side <= 8 ? side : null;
  }
  return null;
}

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const latin1Of = (bytes: Uint8Array, at: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + length));
