/** Finds the QR code of a mark in a picture: as it is, then smaller, larger and in pieces, since a photo is blurred, lit from one side, or of a whole page. */
import { decodeQR } from 'qr/decode.js';

/** Pixels as a canvas gives them: red, green, blue and opacity of each. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

/** A part of the picture, as shares of its sides, drawn `scale` times as large. */
export interface Look {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly scale: number;
}

const WHOLE = { x: 0, y: 0, width: 1, height: 1 } as const;
const HALVES = [0, 0.25, 0.5] as const;

/** Sections and scales of a picture that are searched, one after the other. */
const LOOKS: readonly Look[] = [
  { ...WHOLE, scale: 1 },
  { ...WHOLE, scale: 0.5 },
  ...[2, 1].flatMap((scale) =>
    HALVES.flatMap((y) => HALVES.map((x) => ({ x, y, width: 0.5, height: 0.5, scale }))),
  ),
  { ...WHOLE, scale: 2 },
  { ...WHOLE, scale: 0.25 },
];

/** The text of the first QR code that is found, or null. `draw` gives a part of the picture. */
export function findQr(draw: (look: Look) => Pixels | null): string | null {
  for (const look of LOOKS) {
    const pixels = draw(look);
    const text = pixels === null ? null : textIn(pixels);
    if (text !== null) return text;
  }
  return null;
}

function textIn(pixels: Pixels): string | null {
  try {
    return decodeQR(pixels);
  } catch {
    // There is none, or it is too spoilt.
    return null;
  }
}
