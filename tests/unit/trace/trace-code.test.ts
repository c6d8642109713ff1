/** Codes of marks: a point and back, what a slip does, and that a made-up code leads nowhere. */
import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { checkOf, readTraceCode, showTraceCode, TRACE_ALPHABET } from '../../../contract/trace/lists.ts';
import { decodeTrace, encodeTrace } from '../../../main/vault/session/trace-code.ts';
import { fc, forAll } from '../../support/for-all.ts';

const KEY = new Uint8Array(32).fill(7);
const FIRST = Date.UTC(2020, 0, 1) / 60_000;
const points = fc.record({
  session: fc.integer({ min: 0, max: 2 ** 30 - 1 }),
  minute: fc.integer({ min: FIRST, max: FIRST + 2 ** 25 - 1 }),
});

describe('the code of a mark', () => {
  it('leads back to its sign-in and minute, and is read as it is printed', () => {
    forAll(points, (point) => {
      const code = encodeTrace(KEY, point);
      expect(readTraceCode(showTraceCode(code))).toBe(code);
      expect(decodeTrace(KEY, code)).toEqual(point);
    });
  });

  it('stays what it is: what was printed once is traced in later years', () => {
    expect(
      showTraceCode(encodeTrace(KEY, { session: 4711, minute: Date.UTC(2026, 10, 28, 9, 7) / 60_000 })),
    ).toBe('ZDBX-Y7MC-J5PN');
  });

  it('tells nothing of another: of neighbouring minutes no two begin alike', () => {
    const codes = Array.from({ length: 200 }, (_, at) =>
      encodeTrace(KEY, { session: 9, minute: FIRST + at }),
    );
    expect(new Set(codes.map((code) => code.slice(0, 5))).size).toBe(200);
  });

  it('is no point of another key', () => {
    const other = new Uint8Array(randomBytes(32));
    const code = encodeTrace(KEY, { session: 9, minute: FIRST + 9 });
    expect(decodeTrace(other, code)).not.toEqual({ session: 9, minute: FIRST + 9 });
  });

  it('does not exist before 2020, after 2083 and beyond any log', () => {
    for (const point of [
      { session: 1, minute: FIRST - 1 },
      { session: 1, minute: FIRST + 2 ** 25 },
      { session: 2 ** 30, minute: FIRST },
      { session: -1, minute: FIRST },
    ])
      expect(() => encodeTrace(KEY, point)).toThrow(RangeError);
  });
});

describe('a slip in a code', () => {
  const code = encodeTrace(KEY, { session: 12_345, minute: FIRST + 3_600_000 });

  it('is noticed in every place, whichever character it is', () => {
    for (let at = 0; at < code.length; at += 1)
      for (const wrong of TRACE_ALPHABET)
        if (wrong !== code[at])
          expect(readTraceCode(code.slice(0, at) + wrong + code.slice(at + 1))).toBeNull();
  });

  it('is noticed where any two characters changed places', () => {
    for (let one = 0; one < code.length; one += 1)
      for (let other = one + 1; other < code.length; other += 1) {
        if (code[one] === code[other]) continue;
        const swapped = [...code];
        [swapped[one], swapped[other]] = [swapped[other]!, swapped[one]!];
        expect(readTraceCode(swapped.join(''))).toBeNull();
      }
  });

  it.each([
    ['lower case', (text: string) => text.toLowerCase()],
    ['spaces and dashes', (text: string) => ` ${text.split('').join(' - ')} `],
    [
      'full width',
      (text: string) =>
        text.replaceAll(/[0-9A-Z]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0)),
    ],
  ])('is not %s', (_what, write) => {
    expect(readTraceCode(write(code))).toBe(code);
  });

  it('is not O for 0, nor I or L for 1', () => {
    const plain = '0101010101A';
    const whole = plain + checkOf(plain);
    expect(readTraceCode(whole.replace('0', 'O').replace('1', 'I').replace('1', 'l'))).toBe(whole);
  });
});
