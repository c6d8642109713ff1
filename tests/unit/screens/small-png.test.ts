/** Pictures made small: what has few colours comes out as it was, what has many stays near. */
import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { encodePng } from '../../../scripts/desktop/xwd-to-png.ts';
import { decodePng, shrinkPng } from '../../screens/small-png.ts';

const picture = (
  width: number,
  height: number,
  colour: (x: number, y: number) => readonly [number, number, number],
) => ({
  width,
  height,
  rgb: Buffer.from(
    Array.from({ length: width * height }, (_, at) => colour(at % width, Math.floor(at / width))).flat(),
  ),
});

/** The colours of a palette picture without filters, pixel by pixel. */
function readPalette(png: Buffer, width: number, height: number): Buffer {
  const chunk = (type: string) => {
    const at = png.indexOf(type, 0, 'latin1');
    return png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4));
  };
  const [palette, raw] = [chunk('PLTE'), inflateSync(chunk('IDAT'))];
  return Buffer.from(
    Array.from({ length: width * height }, (_, at) => [
      ...palette.subarray(raw[Math.floor(at / width) * (width + 1) + 1 + (at % width)]! * 3).subarray(0, 3),
    ]).flat(),
  );
}

describe('a small picture', () => {
  it('is read as it was written', () => {
    const { width, height, rgb } = picture(7, 5, (x, y) => [x * 30, y * 40, x + y]);
    expect(decodePng(encodePng({ width, height, rgb }))).toEqual({ width, height, rgb });
  });

  it('keeps up to 256 colours exactly', () => {
    const { width, height, rgb } = picture(16, 16, (x, y) => [x * 16, y * 16, 7]);
    expect(readPalette(shrinkPng(encodePng({ width, height, rgb })), width, height)).toEqual(rgb);
  });

  it('takes the nearest of the commonest for the rest', () => {
    const { width, height, rgb } = picture(64, 64, (x, y) => (y < 60 ? [x, x, x] : [x * 4, y, 200]));
    const small = readPalette(shrinkPng(encodePng({ width, height, rgb })), width, height);
    expect(small.subarray(0, 60 * 64 * 3)).toEqual(rgb.subarray(0, 60 * 64 * 3));
    expect(() => decodePng(shrinkPng(encodePng({ width, height, rgb })))).toThrow(
      'not a picture as a browser takes it',
    );
  });
});
