/** Pages of PDFs as scanners and cameras give them back: one bit, skewed, dark at one side, blurred and noisy. */
import { execFileSync } from 'node:child_process';
import type { Look, Pixels } from '../../renderer/trace/find-qr.ts';

/** Grey of each pixel, 0 is black. */
export interface Scan {
  readonly width: number;
  readonly height: number;
  readonly grey: Uint8Array;
}

const SCAN_DPI = 200;

/** What is done to a page. */
const DAMAGE = {
  plain: (scan: Scan) => scan,
  /** One bit a pixel, at the resolution of a copier. */
  photocopied: (scan: Scan) => atOneBit(scan),
  skewed: (scan: Scan) => atOneBit(turned(scan, 3)),
  skewedMore: (scan: Scan) => turned(scan, -8),
  upsideDown: (scan: Scan) => turned(scan, 180),
  /** A phone's: half as many pixels, out of focus, grainy. */
  badPhoto: (scan: Scan) => grainy(blurred(smaller(turned(scan, 2), 0.7)), 30),
  /** A shadow over most of it. */
  dark: (scan: Scan) => shaded(blurred(turned(scan, 1))),
} as const;
type Damage = keyof typeof DAMAGE;

/** The first page of a PDF, damaged. */
export function scanOf(pdf: string, damage: Damage): Scan {
  const bytes = execFileSync('pdftoppm', ['-r', String(SCAN_DPI), '-gray', '-f', '1', '-l', '1', pdf], {
    maxBuffer: 2 ** 28,
  });
  const [head = '', width = '', height = ''] =
    /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.toString('latin1', 0, 40)) ?? [];
  return DAMAGE[damage]({
    width: Number(width),
    height: Number(height),
    grey: Uint8Array.from(bytes.subarray(head.length)),
  });
}

/** What a canvas would draw of it. */
export const drawnBy =
  (scan: Scan) =>
  ({ x, y, width, height, scale }: Look): Pixels | null => {
    const [wide, high] = [Math.floor(scan.width * width), Math.floor(scan.height * height)];
    const drawn = Math.min(scale, 2600 / Math.max(wide, high));
    const [toWidth, toHeight] = [Math.floor(wide * drawn), Math.floor(high * drawn)];
    if (toWidth < 1 || toHeight < 1) return null;
    const data = new Uint8ClampedArray(toWidth * toHeight * 4);
    for (let toY = 0; toY < toHeight; toY += 1)
      for (let toX = 0; toX < toWidth; toX += 1) {
        const grey = at(scan, scan.width * x + toX / drawn, scan.height * y + toY / drawn);
        data.fill(grey, 4 * (toY * toWidth + toX), 4 * (toY * toWidth + toX) + 3);
        data[4 * (toY * toWidth + toX) + 3] = 255;
      }
    return { width: toWidth, height: toHeight, data };
  };

/** Between four pixels; white beyond the page. */
function at({ width, height, grey }: Scan, x: number, y: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const one = (px: number, py: number): number =>
    px < 0 || py < 0 || px >= width || py >= height ? 255 : grey[py * width + px]!;
  const [right, low] = [x - left, y - top];
  return (
    (one(left, top) * (1 - right) + one(left + 1, top) * right) * (1 - low) +
    (one(left, top + 1) * (1 - right) + one(left + 1, top + 1) * right) * low
  );
}

const made = (width: number, height: number, greyAt: (x: number, y: number) => number): Scan => {
  const grey = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) grey[y * width + x] = Math.max(0, Math.min(255, greyAt(x, y)));
  return { width, height, grey };
};

const atOneBit = (scan: Scan): Scan => ({ ...scan, grey: scan.grey.map((grey) => (grey < 128 ? 0 : 255)) });

function turned(scan: Scan, degrees: number): Scan {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const [midX, midY] = [scan.width / 2, scan.height / 2];
  return made(scan.width, scan.height, (x, y) =>
    at(scan, midX + (x - midX) * cos + (y - midY) * sin, midY - (x - midX) * sin + (y - midY) * cos),
  );
}

const smaller = (scan: Scan, by: number): Scan =>
  made(Math.floor(scan.width * by), Math.floor(scan.height * by), (x, y) => at(scan, x / by, y / by));

const blurred = (scan: Scan): Scan =>
  made(scan.width, scan.height, (x, y) => {
    let sum = 0;
    for (const dy of [-1, 0, 1]) for (const dx of [-1, 0, 1]) sum += at(scan, x + dx, y + dy);
    return sum / 9;
  });

/** The same grain each time. */
function grainy(scan: Scan, most: number): Scan {
  let state = 1;
  return {
    ...scan,
    grey: scan.grey.map((grey) => {
      state = (state * 48_271) % 2_147_483_647;
      return Math.max(0, Math.min(255, grey + ((state % 2001) / 1000 - 1) * most));
    }),
  };
}

const shaded = (scan: Scan): Scan =>
  made(scan.width, scan.height, (x, y) => scan.grey[y * scan.width + x]! * (1 - (0.65 * y) / scan.height));
