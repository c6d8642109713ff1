/** A script in characters of one byte does what it did before. */
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { inOneByte } from '../../../scripts/build/one-byte-text.ts';

describe('a script in one byte a character', () => {
  it.each([
    ['a string', "'业主档案柜'"],
    ['a template', '`第 ${1 + 1} 页 — 共`'],
    ['a name', '({ 业主: 2 }).业主'],
    ['a regular expression', "'甲1乙'.replace(/[\\u4e00-龥]/g, '*')"],
    ['a character of two units', "/^[𠀀-𪛟]$/u.test('𠮷') && '𠮷'"],
    ['a backslash of its own', "'\\\\业'"],
    ['what Latin-1 has', "'é×'"],
  ])('says the same in %s', (_what, script) => {
    const written = inOneByte(script);
    expect(written).not.toMatch(/[\u0100-\uffff]/);
    expect(runInNewContext(written)).toEqual(runInNewContext(script));
  });

  it('is refused where an escape would change its meaning', () => {
    expect(() => inOneByte("'\\业'")).toThrow('a backslash stands before 业');
  });
});
