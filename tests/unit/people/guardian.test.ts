/** Who is under fourteen, by what is typed; and a link to a guardian, which says nothing by its mask. */
import { describe, expect, it } from 'vitest';
import { linkedIn, linkTo } from '../../../contract/people/guardian.ts';
import { USUAL_MASKS } from '../../../contract/policy/lists.ts';
import type { PersonId } from '../../../contract/ids.ts';
import { bornOn, isUnderFourteen, saysUnderFourteen } from '../../../main/vault/values/age.ts';
import { maskValue } from '../../../main/vault/values/mask.ts';
import { validateField } from '../../../main/vault/values/validate.ts';
import { idNumberOf } from '../../support/people-drafts.ts';
import { fc, forAll } from '../../support/for-all.ts';

const at = (day: string): number => Date.parse(`${day}T12:00:00`);

describe('a birthday', () => {
  it('is read from itself and from documents that hold one, and from nothing else', () => {
    expect(bornOn('birthday', '2019-03-05')).toBe('2019-03-05');
    expect(bornOn('idNumber', idNumberOf(417))).toBe(
      `${idNumberOf(417).slice(6, 10)}-${idNumberOf(417).slice(10, 12)}-${idNumberOf(417).slice(12, 14)}`,
    );
    for (const value of ['E83920571', '91450100MA5KA1234X', '4501021893103000', ''])
      expect(bornOn('idNumber', value)).toBeNull();
    expect(bornOn('phone', idNumberOf(417))).toBeNull();
  });

  it('is under fourteen up to the day itself, and no longer on the day after', () => {
    expect([
      isUnderFourteen('2012-05-01', at('2026-04-30')),
      isUnderFourteen('2012-05-01', at('2026-05-01')),
      isUnderFourteen('2012-05-01', at('2026-05-02')),
    ]).toEqual([true, true, false]);
    expect([
      isUnderFourteen('2012-02-29', at('2026-02-28')),
      isUnderFourteen('2012-02-29', at('2026-03-01')),
    ]).toEqual([true, false]);
    const born = idNumberOf(0);
    expect([
      saysUnderFourteen('idNumber', born, at('1903-01-01')),
      saysUnderFourteen('idNumber', born, at('2026-01-01')),
    ]).toEqual([true, false]);
  });
});

describe('a link to a guardian', () => {
  it('is told from words, whatever they are', () => {
    forAll(fc.integer({ min: 1, max: 1_000_000 }), (id) => {
      expect(linkedIn(linkTo(id as PersonId))).toBe(id);
    });
    forAll(
      fc.string({ unit: 'binary' }).filter((text) => !/^\s*person:[1-9]\d*\s*$/.test(text)),
      (text) => {
        expect(linkedIn(text)).toBeNull();
      },
    );
    for (const text of ['person:0', 'person:', 'Person:5', '张三 14100000001'])
      expect(linkedIn(text)).toBeNull();
  });

  it('is valid and shows nothing, not even by an open policy', () => {
    expect(validateField('guardian', linkTo(12 as PersonId))).toMatchObject({
      valid: true,
      normalised: 'person:12',
    });
    expect(maskValue(USUAL_MASKS, 'guardian', linkTo(12 as PersonId))).toEqual({ mask: '***', valid: true });
    expect(maskValue(USUAL_MASKS, 'guardian', '邢砚池 14136501947').mask).toBe('邢** 141****1947');
    // Only there: in another contact the same text is a text.
    expect(validateField('emergency', linkTo(12 as PersonId)).valid).toBe(false);
  });
});
