/** The size of a picture before it is decoded: what claims too much is told by its first bytes, and what is cut off or twisted ends nowhere. */
import { describe, expect, it } from 'vitest';
import { pictureSize } from '../../../renderer/trace/picture-size.ts';
import { fc, forAll } from '../../support/for-all.ts';

const png = (width: number, height: number): Uint8Array => {
  const bytes = new Uint8Array(33);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  const view = new DataView(bytes.buffer);
  view.setUint32(16, width);
  view.setUint32(20, height);
  return bytes;
};
/** An application segment, fill bytes, a table, the frame. */
const jpeg = (width: number, height: number): Uint8Array =>
  Uint8Array.from([
    0xff,
    0xd8,
    0xff,
    0xe0,
    0,
    6,
    1,
    2,
    3,
    4,
    0xff,
    0xff,
    0xff,
    0xc4,
    0,
    3,
    9,
    0xff,
    0xc2,
    0,
    17,
    8,
    height >> 8,
    height & 255,
    width >> 8,
    width & 255,
    3,
    1,
    2,
    3,
    4,
  ]);

describe('the size of a picture', () => {
  it('is read from its header, however large it claims to be', () => {
    expect(pictureSize(png(4_000_000_000, 4_000_000_000))).toEqual({ width: 4e9, height: 4e9 });
    expect(pictureSize(jpeg(65_535, 40_000))).toEqual({ width: 65_535, height: 40_000 });
  });

  it('is none of what is no picture', () => {
    for (const text of [
      '',
      'GIF89a',
      '<svg xmlns="http://www.w3.org/2000/svg"/>',
      '\u00ff\u00d8',
      '%PDF-1.7',
    ])
      expect(pictureSize(Uint8Array.from(text, (one) => one.charCodeAt(0)))).toBeNull();
  });

  it('is none where the header is cut off anywhere', () => {
    const [png1, jpeg1] = [png(10, 10), jpeg(10, 10)];
    for (let length = 0; length < 24; length += 1) expect(pictureSize(png1.slice(0, length))).toBeNull();
    for (let length = 0; length < 26; length += 1) expect(pictureSize(jpeg1.slice(0, length))).toBeNull();
  });

  it('is looked for in time that ends, whatever the bytes are', () => {
    forAll(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      pictureSize(Uint8Array.from([0xff, 0xd8, ...bytes]));
    });
  });
});
