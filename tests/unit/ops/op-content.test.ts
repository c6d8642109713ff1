import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import {
  type OpContent,
  type Value,
  packContent,
  unpackContent,
} from '../../../main/vault/ops/op-content.ts';
import { fc, forAll } from '../../support/for-all.ts';

const value: fc.Arbitrary<Value> = fc.oneof(
  fc.constant(null),
  fc.integer({ min: -(2 ** 48 - 1), max: 2 ** 48 - 1 }),
  fc.double({ noNaN: true, min: -(2 ** 47), max: 2 ** 47 }).filter((number) => !Object.is(number, -0)),
  fc.string({ unit: 'binary' }),
  fc.uint8Array(),
);

const contentOf = (values: readonly Value[]): OpContent => [
  {
    table: 'room',
    columns: ['id', 'label'],
    keyed: 1,
    added: values.map((one, at) => [at, one]),
    changed: values.map((one, at) => ({ key: [at], columns: [['label', one, null]] })),
    removed: values.map((_, at) => [at]),
  },
];

/** Packed as `packContent` does, whatever it says. */
function pack(json: string): Uint8Array {
  const deflated = deflateRawSync(json);
  const like = packContent(contentOf([]));
  for (let length = 4 + deflated.length; ; length += 1) {
    const bytes = new Uint8Array(length);
    new DataView(bytes.buffer).setUint32(0, deflated.length);
    bytes.set(deflated, 4);
    if (length >= like.length && isPadded(length, 4 + deflated.length)) return bytes;
  }
}

/** By the words of the paper: the last bits of a length are zero, as many as the bits of its exponent leave. */
function isPadded(length: number, least: number): boolean {
  const exponent = 31 - Math.clz32(least);
  const step = 1 << Math.max(0, exponent - (32 - Math.clz32(exponent)));
  return length % step === 0;
}

describe('the content of an op', () => {
  test('is read as it was written, whatever its values', () => {
    forAll(fc.array(value, { maxLength: 20 }), (values) => {
      expect(unpackContent(packContent(contentOf(values)))).toEqual(contentOf(values));
    });
  });

  test('has one of few lengths, at most an eighth longer than it is', () => {
    const lengths = new Set<number>();
    for (let size = 1; size <= 400; size += 1) {
      const text = Array.from({ length: size }, (_, at) => String.fromCodePoint(0x4e00 + at * 7)).join('');
      const content = contentOf([text]);
      const { length } = packContent(content);
      lengths.add(length);
      expect(length).toBeLessThanOrEqual((4 + deflateRawSync(JSON.stringify(content)).length) * 1.125);
    }
    expect(lengths.size).toBeLessThan(60);
  });

  test('is refused where a byte of its length or its padding differs, or it ends early', () => {
    const bytes = packContent(contentOf(['一', '二', '三']));
    const padded = bytes.findLastIndex((byte) => byte !== 0) + 1;
    const at = (place: number): Uint8Array => bytes.map((byte, index) => (index === place ? byte ^ 1 : byte));
    expect(padded).toBeLessThan(bytes.length);
    for (const wrong of [
      at(0),
      at(2),
      at(bytes.length - 1),
      at(padded),
      bytes.subarray(1),
      bytes.subarray(0, -1),
    ])
      expect(unpackContent(wrong)).toBeNull();
    expect(unpackContent(new Uint8Array())).toBeNull();
  });

  test.each([
    ['no JSON', 'rows'],
    ['no tables', '[]'],
    ['a name that is SQL', JSON.stringify([{ ...contentOf([])[0], table: 'room; DROP TABLE room' }])],
    ['a row that is too short', JSON.stringify([{ ...contentOf([])[0], added: [[1]] }])],
    [
      'a change of its key',
      JSON.stringify([{ ...contentOf([])[0], changed: [{ key: [1], columns: [['id', 1, 2]] }] }]),
    ],
    ['more of a key than columns', JSON.stringify([{ ...contentOf([])[0], keyed: 3 }])],
    ['bytes that are no base64', JSON.stringify([{ ...contentOf([])[0], added: [[1, { b: '=' }]] }])],
    ['a number beyond all that are given', JSON.stringify([{ ...contentOf([])[0], added: [[1, 2 ** 48]] }])],
    ['another property', JSON.stringify([{ ...contentOf([])[0], more: 1 }])],
  ])('is refused with %s', (_, json) => {
    expect(unpackContent(pack(JSON.stringify(contentOf(['一']))))).toEqual(contentOf(['一']));
    expect(unpackContent(pack(json))).toBeNull();
  });

  test('unfolds to no more than it may', () => {
    const long = packContent(contentOf(['0'.repeat(100_000)]));
    expect(long.length).toBeLessThan(1_000);
    expect(unpackContent(long, 400_000)).not.toBeNull();
    expect(unpackContent(long, 200_000)).toBeNull();
  });
});
