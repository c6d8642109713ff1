/** Size of a picture by its header, and the memory that it takes to draw it into a document: a file of a few kilobytes may ask for gigabytes. */
import { inflateSync } from 'node:zlib';

/** Most bytes that it takes to draw one picture, and all pictures of one document: 16 million pixels with transparency. */
export const MAX_PICTURE_MEMORY = 128 * 2 ** 20;

/** In pixels. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
  /** Bytes that it takes to draw it into a document; 0 where its own bytes go in as they are. */
  readonly memory: number;
}

/** As its header says; null where the header is none, or says nothing. */
export function pictureSize(media: 'png' | 'jpeg', bytes: Uint8Array): PictureSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = media === 'png' ? sizeOfPng(view) : sizeOfJpeg(view);
  return size === null || size.width === 0 || size.height === 0 ? null : size;
}

/** ISO/IEC 15948, 11.2.2: the first chunk is IHDR: width, height, bits of a sample, colour type, two methods, and whether it is interlaced. */
function sizeOfPng(view: DataView): PictureSize | null {
  if (view.byteLength < 29 || view.getUint32(12) !== 0x49484452) return null;
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  const bytesPerPixel = Math.ceil((view.getUint8(24) * (PNG_SAMPLES.get(view.getUint8(25)) ?? 4)) / 8);
  const isUnpacked = ![0, 2].includes(view.getUint8(25)) || view.getUint8(28) !== 0;
  return { width, height, memory: isUnpacked ? width * height * 2 * bytesPerPixel : 0 };
}

/** Samples of a pixel by colour type: grey, RGB, palette, grey and RGB with transparency. Those from 3 on are taken apart to be drawn, and kept twice meanwhile. */
const PNG_SAMPLES: ReadonlyMap<number, number> = new Map([
  [0, 1],
  [2, 3],
  [3, 1],
  [4, 2],
  [6, 4],
]);

/** ITU-T T.81, B.2.2: the frame header has height, width and the number of components after the precision. */
function sizeOfJpeg(view: DataView): PictureSize | null {
  const at = frameOf(view);
  return at === null ? null : { width: view.getUint16(at + 7), height: view.getUint16(at + 5), memory: 0 };
}

/** Whether it is a JPEG of four inks: a document has the colours of a screen alone (ISO 19005-3, 6.2.4.3). */
export function hasInks(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = bytes[0] === 0xff ? frameOf(view) : null;
  return at !== null && view.getUint8(at + 9) === 4;
}

/** Where the frame header begins. */
function frameOf(view: DataView): number | null {
  let at = 2;
  while (at + 9 < view.byteLength) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    // A fill byte, or a marker without a length.
    if (marker === 0xff) at += 1;
    else if (isFrame(marker)) return at;
    else at += 2 + view.getUint16(at + 2);
  }
  return null;
}

/** SOF0 to SOF15, without DHT, JPG and DAC among them. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

const PNG_SIGNATURE_BYTES = 8;
/** Length, name and check of a chunk. */
const PNG_CHUNK_BYTES = 12;
const IDAT = 0x49444154;

/** Whether the pixels of a PNG unpack to about what its header says: what packs a gigabyte into a megabyte is not unpacked to its end. */
export function unpacksAsSaid(png: Uint8Array, { height, memory }: PictureSize): boolean {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const packed: Uint8Array[] = [];
  for (let at = PNG_SIGNATURE_BYTES; at + PNG_CHUNK_BYTES <= png.length;) {
    const length = view.getUint32(at);
    if (view.getUint32(at + 4) === IDAT) packed.push(png.subarray(at + 8, at + 8 + length));
    at += PNG_CHUNK_BYTES + length;
  }
  try {
    // A byte for each line, of which an interlaced picture has up to twice as many.
    inflateSync(Buffer.concat(packed), { maxOutputLength: memory + 8 * height + 64 });
    return true;
  } catch {
    return false;
  }
}
