/** Draws the icon, a file drawer with a lock, from one list of shapes: as SVG, and as PNG, ICO and ICNS for the packages. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodePng } from './desktop/xwd-to-png.ts';
import { projectDir } from './setup/paths.mjs';

/** Rounded rectangles on a grid of 1024; `line` draws the outline alone, that wide, inside the edge. */
interface Shape {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  readonly r: number;
  readonly fill: string;
  readonly line?: number;
}

const GRID = 1024;
const SHAPES: readonly Shape[] = [
  { x: 64, y: 64, w: 896, h: 896, r: 196, fill: '#2c5c86' },
  { x: 224, y: 200, w: 576, h: 624, r: 52, fill: '#f4f1ea' },
  { x: 264, y: 240, w: 496, h: 168, r: 24, fill: '#d5dee5' },
  { x: 424, y: 300, w: 176, h: 44, r: 22, fill: '#2c5c86' },
  { x: 264, y: 440, w: 496, h: 344, r: 24, fill: '#d5dee5' },
  { x: 430, y: 496, w: 164, h: 200, r: 82, fill: '#b9791c', line: 38 },
  { x: 388, y: 588, w: 248, h: 160, r: 32, fill: '#e0a035' },
  { x: 492, y: 636, w: 40, h: 64, r: 20, fill: '#5c3a08' },
];

const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${GRID} ${GRID}">\n${SHAPES.map(toSvg).join('\n')}\n</svg>\n`;

function toSvg({ x, y, w, h, r, fill, line }: Shape): string {
  if (line === undefined)
    return `  <rect x="${x}" y="${y}" width="${w}" height="${h}" rx="${r}" fill="${fill}"/>`;
  const half = line / 2;
  return `  <rect x="${x + half}" y="${y + half}" width="${w - line}" height="${h - line}" rx="${r - half}" fill="none" stroke="${fill}" stroke-width="${line}"/>`;
}

function isInside({ x, y, w, h, r }: Omit<Shape, 'fill' | 'line'>, px: number, py: number): boolean {
  if (px < x || py < y || px > x + w || py > y + h) return false;
  const dx = Math.max(x + r - px, px - (x + w - r), 0);
  const dy = Math.max(y + r - py, py - (y + h - r), 0);
  return dx * dx + dy * dy <= r * r;
}

function covers(shape: Shape, px: number, py: number): boolean {
  if (!isInside(shape, px, py)) return false;
  const { x, y, w, h, r, line } = shape;
  return (
    line === undefined ||
    !isInside(
      { x: x + line, y: y + line, w: w - 2 * line, h: h - 2 * line, r: Math.max(0, r - line) },
      px,
      py,
    )
  );
}

const colourOf = (fill: string): readonly [number, number, number] =>
  [1, 3, 5].map((at) => Number.parseInt(fill.slice(at, at + 2), 16)) as [number, number, number];

/** Four by four samples a pixel. */
function draw(size: number): Buffer {
  const SAMPLES = 4;
  const rgb = Buffer.alloc(size * size * 4);
  for (let at = 0; at < size * size; at++) {
    let [red, green, blue, hits] = [0, 0, 0, 0];
    for (let sample = 0; sample < SAMPLES * SAMPLES; sample++) {
      const px = ((at % size) + ((sample % SAMPLES) + 0.5) / SAMPLES) * (GRID / size);
      const py = (Math.floor(at / size) + (Math.floor(sample / SAMPLES) + 0.5) / SAMPLES) * (GRID / size);
      const top = SHAPES.findLast((shape) => covers(shape, px, py));
      if (top === undefined) continue;
      const colour = colourOf(top.fill);
      red += colour[0];
      green += colour[1];
      blue += colour[2];
      hits++;
    }
    if (hits > 0)
      rgb.set(
        [red / hits, green / hits, blue / hits, (hits * 255) / (SAMPLES * SAMPLES)].map(Math.round),
        at * 4,
      );
  }
  return encodePng({ width: size, height: size, rgb, alpha: true });
}

/** An ICO whose entries are PNG files, as Windows has read since Vista. */
function toIco(pictures: ReadonlyMap<number, Buffer>): Buffer {
  const head = Buffer.alloc(6 + 16 * pictures.size);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.size, 4);
  let offset = head.length;
  [...pictures].forEach(([size, png], index) => {
    const at = 6 + 16 * index;
    head.set([size % 256, size % 256, 0, 0, 1, 0, 32, 0], at);
    head.writeUInt32LE(png.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += png.length;
  });
  return Buffer.concat([head, ...pictures.values()]);
}

/** An ICNS of PNG entries; the types are Apple's for each size. */
function toIcns(pictures: ReadonlyMap<string, Buffer>): Buffer {
  const counted = (type: string, body: Buffer): Buffer => {
    const head = Buffer.alloc(8);
    head.write(type, 'latin1');
    head.writeUInt32BE(body.length + 8, 4);
    return Buffer.concat([head, body]);
  };
  return counted('icns', Buffer.concat([...pictures].map(([type, png]) => counted(type, png))));
}

const assets = join(projectDir, 'assets');
mkdirSync(assets, { recursive: true });
writeFileSync(join(assets, 'icon.svg'), svg);
const sized = new Map([16, 32, 48, 64, 128, 256, 512, 1024].map((size) => [size, draw(size)] as const));
const of = (size: number): Buffer => sized.get(size) ?? Buffer.alloc(0);
writeFileSync(join(assets, 'icon.png'), of(512));
// A window holds its icon decoded for as long as it lives, four bytes a pixel.
writeFileSync(join(assets, 'window-icon.png'), of(128));
writeFileSync(
  join(assets, 'icon.ico'),
  toIco(new Map([16, 32, 48, 64, 128, 256].map((size) => [size, of(size)] as const))),
);
writeFileSync(
  join(assets, 'icon.icns'),
  toIcns(
    new Map([
      ['icp4', of(16)],
      ['icp5', of(32)],
      ['ic07', of(128)],
      ['ic08', of(256)],
      ['ic09', of(512)],
      ['ic10', of(1024)],
    ] as const),
  ),
);
