import { normaliseSheet } from '../../../contract/recovery/sheet-text.ts';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../main/vault/app-error.ts';
import {
  createSheetSecret,
  deriveSheetKeys,
  fingerprintRoots,
  formatSheet,
  parseSheet,
  sameGroup,
} from '../../../main/vault/keys/recovery-sheet.ts';
import { fc, forAll, forAllIn } from '../../support/for-all.ts';

const secretBytes = fc.uint8Array({ minLength: 32, maxLength: 32 });
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

function failureOf(work: () => unknown): AppError {
  try {
    work();
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('it was accepted');
}

describe('the recovery sheet', () => {
  it("has four lines of 4, 4, 5 and a checksum of 4, in Crockford's letters", () => {
    forAll(secretBytes, (secret) => {
      const sheet = formatSheet(secret);
      expect(sheet.map((line) => line.map((group) => group.length))).toEqual(
        Array.from({ length: 4 }, () => [4, 4, 5, 4]),
      );
      expect(sheet.flat().join('')).toMatch(/^[0-9A-HJKMNP-TV-Z]+$/);
    });
  });

  it('is read back however it is typed', () => {
    forAll(
      secretBytes,
      fc.constantFrom(' ', '-', '', ' - '),
      fc.constantFrom('\n', '\r\n', ' '),
      fc.boolean(),
      (secret, gap, line, careless) => {
        const text = formatSheet(secret)
          .map((groups) => groups.join(gap))
          .join(line);
        const typed = careless
          ? text
              .toLowerCase()
              .replace(/0/g, 'o')
              .replace(/1/g, (_one, at: number) => (at % 2 === 0 ? 'l' : 'I'))
          : text;
        expect(parseSheet(typed)).toEqual(secret);
      },
    );
  });

  it('catches one wrong character and names its line', () => {
    forAllIn(1000, secretBytes, fc.nat({ max: 67 }), fc.integer({ min: 1, max: 31 }), (secret, at, shift) => {
      const text = formatSheet(secret).flat().join('');
      const wrong = ALPHABET[(ALPHABET.indexOf(text[at]!) + shift) % 32]!;
      const failure = failureOf(() => parseSheet(text.slice(0, at) + wrong + text.slice(at + 1)));
      expect([failure.code, failure.details]).toEqual(['sheet-mismatch', { line: Math.floor(at / 17) + 1 }]);
    });
  });

  it('catches neighbours and lines that changed places', () => {
    forAll(secretBytes, fc.nat({ max: 66 }), fc.nat({ max: 2 }), (secret, at, line) => {
      const text = formatSheet(secret).flat().join('');
      fc.pre(text[at] !== text[at + 1]);
      expect(
        failureOf(() => parseSheet(text.slice(0, at) + text[at + 1]! + text[at]! + text.slice(at + 2))).code,
      ).toBe('sheet-mismatch');
      const lines = formatSheet(secret).map((groups) => groups.join(''));
      [lines[line], lines[line + 1]] = [lines[line + 1]!, lines[line]!];
      expect(failureOf(() => parseSheet(lines.join('\n'))).code).toBe('sheet-mismatch');
    });
  });

  it('says which line is short', () => {
    const lines = formatSheet(createSheetSecret()).map((groups) => groups.join(' '));
    expect(failureOf(() => parseSheet(lines.with(2, lines[2]!.slice(1)).join('\n'))).details).toEqual({
      line: 3,
    });
    expect(failureOf(() => parseSheet('')).details).toEqual({ line: 0 });
  });

  it('never does anything else with any text', () => {
    forAllIn(1000, fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      expect(failureOf(() => parseSheet(text)).code).toBe('sheet-mismatch');
    });
  });

  it('takes a group typed back in any case, and no other', () => {
    expect(sameGroup('10AB', ' io-ab ')).toBe(true);
    expect(sameGroup('10AB', '10AC')).toBe(false);
    expect(sameGroup('10AB', '')).toBe(false);
    expect(normaliseSheet('ｏｌ ab')).toBe('01AB');
  });

  it('gives the same keys for the same secret, and unlike ones for receiving and signing', () => {
    const secret = createSheetSecret();
    const [first, again, other] = [
      deriveSheetKeys(secret),
      deriveSheetKeys(parseSheet(formatSheet(secret).flat().join(' '))),
      deriveSheetKeys(createSheetSecret()),
    ];
    expect(again).toEqual(first);
    expect(other.receive.publicKey).not.toEqual(first.receive.publicKey);
    expect(first.receive.privateKey).not.toEqual(first.sign.privateKey);
  });
});

describe('the fingerprint of the roots', () => {
  const key = (byte: number): Uint8Array => new Uint8Array(32).fill(byte);
  const roots = { adminSign: key(1), supervisorSign: key(2), recoverySign: key(3) };

  it('is eight groups of four', () => {
    expect(fingerprintRoots(roots)).toMatch(/^[0-9a-f]{4}( [0-9a-f]{4}){7}$/);
  });

  it('changes with each of them, and with their order', () => {
    const all = [
      roots,
      { ...roots, adminSign: key(9) },
      { ...roots, supervisorSign: key(9) },
      { ...roots, recoverySign: key(9) },
      { adminSign: roots.supervisorSign, supervisorSign: roots.adminSign, recoverySign: roots.recoverySign },
    ].map(fingerprintRoots);
    expect(new Set(all).size).toBe(all.length);
  });
});
