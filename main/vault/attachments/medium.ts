/** Medium of a content by its first bytes: a file's name proves nothing, since anybody can rename it. */
import type { Medium } from '../../../contract/attachments/lists.ts';
import { fromUtf8 } from '../crypto/bytes.ts';

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const JPEG = [0xff, 0xd8, 0xff];
const PDF = [0x25, 0x50, 0x44, 0x46, 0x2d];

const beginsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, at) => bytes[at] === byte);

/** Null where it is none of the kinds. Text is UTF-8 without any control but tabs and line ends. */
export function mediumOf(bytes: Uint8Array): Medium | null {
  if (beginsWith(bytes, PNG)) return 'png';
  if (beginsWith(bytes, JPEG)) return 'jpeg';
  if (beginsWith(bytes, PDF)) return 'pdf';
  const text = bytes.length === 0 ? null : fromUtf8(bytes);
  // oxlint-disable-next-line no-control-regex -- controls are what it looks for
  return text === null || /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/u.test(text) ? null : 'text';
}

/** In pixels. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** Size of a picture, as its header says; null where the header is none, or says nothing. */
export function pictureSize(media: 'png' | 'jpeg', bytes: Uint8Array): PictureSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = media === 'png' ? sizeOfPng(view) : sizeOfJpeg(view);
  return size === null || size.width === 0 || size.height === 0 ? null : size;
}

/** ISO/IEC 15948, 11.2.2: the first chunk is IHDR, with width and height at its beginning. */
function sizeOfPng(view: DataView): PictureSize | null {
  if (view.byteLength < 24 || view.getUint32(12) !== 0x49484452) return null;
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

/** ITU-T T.81, B.2.2: the frame header has height and width after the precision. */
function sizeOfJpeg(view: DataView): PictureSize | null {
  let at = 2;
  while (at + 9 < view.byteLength) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    // A fill byte, or a marker without a length.
    if (marker === 0xff) at += 1;
    else if (isFrame(marker)) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    else at += 2 + view.getUint16(at + 2);
  }
  return null;
}

/** SOF0 to SOF15, without DHT, JPG and DAC among them. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
