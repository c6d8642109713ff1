/** How large a picture is, by its first bytes: a file of a few kilobytes may claim more pixels than there is memory, and is then not decoded at all. */

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

const PNG_BEGINS = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Frame headers: all but those that define tables. */
const FRAMES = new Set([0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf]);

/** Null for bytes that are neither a PNG (ISO/IEC 15948) nor a JPEG (ITU-T T.81). */
export function pictureSize(bytes: Uint8Array): PictureSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (PNG_BEGINS.every((byte, at) => bytes[at] === byte)) return pngSize(view);
  return bytes[0] === 0xff && bytes[1] === 0xd8 ? jpegSize(view) : null;
}

function pngSize(view: DataView): PictureSize | null {
  // The first chunk is the header.
  if (view.byteLength < 24 || view.getUint32(12) !== 0x49484452) return null;
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

function jpegSize(view: DataView): PictureSize | null {
  let at = 2;
  while (at + 9 < view.byteLength) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    // Any number of bytes may fill up before a marker.
    if (marker === 0xff) at += 1;
    else if (FRAMES.has(marker)) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    else at += 2 + Math.max(2, view.getUint16(at + 2));
  }
  return null;
}
