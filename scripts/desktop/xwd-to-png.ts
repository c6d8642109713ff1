/** Turns the frame buffer that Xvfb keeps in a file (XWD, 32 bits a pixel) into a PNG, with nothing but zlib. */
import { crc32, deflateSync } from 'node:zlib';

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Rows from the top; three bytes a pixel, or four with `alpha`. */ readonly rgb: Buffer;
  readonly alpha?: boolean;
}

/** Offsets in the header of X11/XWDFile.h, in 32-bit words, big-endian. */
const FIELD = {
  headerSize: 0,
  version: 1,
  width: 4,
  height: 5,
  byteOrder: 7,
  bitsPerPixel: 11,
  bytesPerLine: 12,
  colours: 19,
} as const;
const BYTES_PER_COLOUR = 12;

/** Throws when the file is not of the one kind that Xvfb writes for a 24-bit screen. */
export function readXwd(file: Buffer): Picture {
  const field = (index: number): number => file.readUInt32BE(index * 4);
  if (field(FIELD.version) !== 7 || field(FIELD.bitsPerPixel) !== 32)
    throw new Error('not a 32-bit XWD file');
  const [width, height, stride] = [field(FIELD.width), field(FIELD.height), field(FIELD.bytesPerLine)];
  const pixels = field(FIELD.headerSize) + field(FIELD.colours) * BYTES_PER_COLOUR;
  const rgb = Buffer.allocUnsafe(width * height * 3);
  // Least significant byte first means blue, green, red, unused.
  const [red, green, blue] = field(FIELD.byteOrder) === 0 ? ([2, 1, 0] as const) : ([1, 2, 3] as const);
  for (let y = 0, to = 0; y < height; y++) {
    for (let from = pixels + y * stride, end = from + width * 4; from < end; from += 4, to += 3) {
      rgb[to] = file[from + red] ?? 0;
      rgb[to + 1] = file[from + green] ?? 0;
      rgb[to + 2] = file[from + blue] ?? 0;
    }
  }
  return { width, height, rgb };
}

export const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

export function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** PNG of colour type 2, or 6 with alpha; eight bits, no filter (RFC 2083). */
export function encodePng({ width, height, rgb, alpha = false }: Picture): Buffer {
  const stride = width * (alpha ? 4 : 3);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, alpha ? 6 : 2, 0, 0, 0], 8);
  const rows = Buffer.alloc(height * (stride + 1));
  for (let y = 0; y < height; y++) rgb.copy(rows, y * (stride + 1) + 1, y * stride, (y + 1) * stride);
  return Buffer.concat([
    PNG_SIGNATURE,
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(rows, { level: 9 })),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}
