/** Makes a screenshot small: at most 256 colours, each pixel in the nearest, in a palette PNG. https://www.w3.org/TR/png-3/ */
import { deflateSync, inflateSync } from 'node:zlib';
import { PNG_SIGNATURE, type Picture, pngChunk } from '../../scripts/desktop/xwd-to-png.ts';

const MAX_COLOURS = 256;

export const shrinkPng = (png: Uint8Array): Buffer => encodeInPalette(decodePng(png));

function* chunksOf(png: Buffer): Generator<{ readonly type: string; readonly data: Buffer }> {
  for (let at = PNG_SIGNATURE.length; at < png.length;) {
    const length = png.readUInt32BE(at);
    yield { type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) };
    at += length + 12;
  }
}

/** Eight bits a channel, RGB or RGBA, not interlaced: what a browser writes. */
export function decodePng(bytes: Uint8Array): Picture {
  const chunks = [...chunksOf(Buffer.from(bytes))];
  const header = chunks.find(({ type }) => type === 'IHDR')!.data;
  const [width, height, depth, colour, interlaced] = [
    header.readUInt32BE(0),
    header.readUInt32BE(4),
    header[8],
    header[9],
    header[12],
  ];
  const channels = colour === 6 ? 4 : colour === 2 ? 3 : 0;
  if (channels === 0 || depth !== 8 || interlaced !== 0)
    throw new Error('not a picture as a browser takes it');
  const raw = inflateSync(
    Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data)),
  );
  const line = width * channels;
  const lines = new Uint8Array(line * height);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (line + 1)]!;
    for (let x = 0; x < line; x++) {
      const at = y * line + x;
      const left = x < channels ? 0 : lines[at - channels]!;
      const up = y === 0 ? 0 : lines[at - line]!;
      const corner = x < channels || y === 0 ? 0 : lines[at - line - channels]!;
      lines[at] = raw[y * (line + 1) + 1 + x]! + predict(filter, left, up, corner);
    }
  }
  const rgb = Buffer.alloc(width * height * 3);
  for (let pixel = 0; pixel < width * height; pixel++)
    rgb.set(lines.subarray(pixel * channels, pixel * channels + 3), pixel * 3);
  return { width, height, rgb };
}

function predict(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  if (filter === 0) return 0;
  const [byLeft, byUp, byCorner] = [
    Math.abs(up - corner),
    Math.abs(left - corner),
    Math.abs(left + up - 2 * corner),
  ];
  return byLeft <= byUp && byLeft <= byCorner ? left : byUp <= byCorner ? up : corner;
}

/** At most 256 colours, each pixel in the nearest. */
export function encodeInPalette({ width, height, rgb }: Picture): Buffer {
  const counts = new Map<number, number>();
  for (let at = 0; at < rgb.length; at += 3) {
    const colour = (rgb[at]! << 16) | (rgb[at + 1]! << 8) | rgb[at + 2]!;
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const palette = [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, MAX_COLOURS)
    .map(([colour]) => colour);
  const places = new Map<number, number>(
    [...counts.keys()].map((colour) => [colour, nearest(palette, colour)]),
  );
  const raw = new Uint8Array((width + 1) * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 3;
      raw[y * (width + 1) + 1 + x] = places.get((rgb[at]! << 16) | (rgb[at + 1]! << 8) | rgb[at + 2]!)!;
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const colours = Buffer.from(
    palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 0xff, colour & 0xff]),
  );
  return Buffer.concat([
    PNG_SIGNATURE,
    pngChunk('IHDR', header),
    pngChunk('PLTE', colours),
    pngChunk('IDAT', deflateSync(raw, { level: 9 })),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

function nearest(palette: readonly number[], colour: number): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const [place, other] of palette.entries()) {
    const away =
      ((colour >> 16) - (other >> 16)) ** 2 +
      (((colour >> 8) & 0xff) - ((other >> 8) & 0xff)) ** 2 +
      ((colour & 0xff) - (other & 0xff)) ** 2;
    if (away >= least) continue;
    best = place;
    least = away;
  }
  return best;
}
