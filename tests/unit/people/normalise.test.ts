import { describe, expect, test } from 'vitest';
import { normaliseCode, normaliseText } from '../../../main/vault/values/normalise.ts';
import { fc, forAll } from '../../support/for-all.ts';

/** Visible ASCII and common Han characters, which have a short way of their own. */
const usual = fc.string({
  unit: fc
    .oneof(fc.integer({ min: 0x21, max: 0x7e }), fc.integer({ min: 0x4e00, max: 0x9fff }))
    .map((code) => String.fromCharCode(code)),
});

describe('normaliseText', () => {
  test('gives usual text the same on its short way as on the long one, to which a character nobody sees sends it', () => {
    forAll(usual, (text) => {
      expect(normaliseText(text)).toBe(text);
      expect(normaliseText(`\u200b${text}`)).toBe(text);
    });
  });

  test('still puts right what is not usual', () => {
    expect(normaliseText(' １３８\u3000张\u200b三\n')).toBe('138 张三');
    expect(normaliseCode('１３８ ００\u202e0')).toBe('138000');
  });
});
