import { describe, expect, it } from 'vitest';
import {
  concat,
  fromBase64,
  fromHex,
  fromUtf8,
  sameBytes,
  toBase64,
  toHex,
  utf8,
} from '../../../main/vault/crypto/bytes.ts';
import { fc, forAll } from '../../support/for-all.ts';

describe('bytes and text', () => {
  it('goes there and back', () => {
    forAll(fc.uint8Array({ maxLength: 70 }), (bytes) => {
      expect(fromHex(toHex(bytes))).toEqual(bytes);
      expect(fromBase64(toBase64(bytes))).toEqual(bytes);
    });
    forAll(fc.string({ unit: 'grapheme' }), (text) => {
      expect(fromUtf8(utf8(text))).toBe(text);
    });
  });

  it.each(['AAA', 'AA=', 'AA', 'AB==', 'AA==\n', ' AA==', 'A-_A', '%'])(
    'refuses base64 that is not canonical: %j',
    (text) => {
      expect(fromBase64(text)).toBeNull();
    },
  );

  it.each(['a', 'AB', 'zz', ' ab', 'ab\n'])('refuses hexadecimal that is not canonical: %j', (text) => {
    expect(fromHex(text)).toBeNull();
  });

  it('refuses broken UTF-8', () => {
    expect(fromUtf8(Uint8Array.of(0xc3))).toBeNull();
    expect(fromUtf8(Uint8Array.of(0xed, 0xa0, 0x80))).toBeNull();
  });

  it('joins and compares', () => {
    expect(concat(Uint8Array.of(1), new Uint8Array(), Uint8Array.of(2, 3))).toEqual(Uint8Array.of(1, 2, 3));
    expect(sameBytes(Uint8Array.of(1, 2), Uint8Array.of(1, 2))).toBe(true);
    expect(sameBytes(Uint8Array.of(1, 2), Uint8Array.of(1, 3))).toBe(false);
    expect(sameBytes(Uint8Array.of(1, 2), Uint8Array.of(1))).toBe(false);
  });
});
