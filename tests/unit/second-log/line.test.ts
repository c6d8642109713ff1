/** Lines of the second place: one text for one line, and nothing but what an admin's key has signed. */
import { describe, expect, it } from 'vitest';
import type { StaffId } from '../../../contract/ids.ts';
import { fromUtf8, toBase64, utf8 } from '../../../main/vault/crypto/bytes.ts';
import { generateSignPair, sign } from '../../../main/vault/crypto/ed25519.ts';
import {
  type PlaceKey,
  type SecondLine,
  certified,
  createLineReader,
  encodeLine,
} from '../../../main/vault/second-log/line.ts';
import { fc, forAll } from '../../support/for-all.ts';
import { words } from '../../support/words.ts';

const VAULT = 'a'.repeat(32);
const ADMIN = '1'.repeat(16) as StaffId;
const OTHER = '2'.repeat(16) as StaffId;
const admin = generateSignPair();
const other = generateSignPair();

/** The admin signs from entry 4 of the roster on and before entry 9; somebody else is there, and no admin. */
const ROSTER = {
  vaultId: VAULT,
  keyOf: (signer: string, role: string, n: number) =>
    signer === ADMIN && role === 'admin' && n >= 4 && n < 9
      ? admin.publicKey
      : signer === OTHER && role === 'receptionist'
        ? other.publicKey
        : null,
};

function keyOf(by = admin.privateKey, named: { admin?: StaffId; roster?: number } = {}): PlaceKey {
  const { privateKey, publicKey } = generateSignPair();
  const certificate = { admin: ADMIN, roster: 4, key: toBase64(publicKey), ...named };
  const sig = toBase64(sign(by, certified(VAULT, certificate)));
  return { seed: privateKey, certificate: { ...certificate, sig } };
}

const KEY = keyOf();
const LINE: SecondLine = {
  vault: VAULT,
  line: 7,
  kind: 'head',
  segment: 1,
  seq: 41,
  hash: 'b'.repeat(64),
  time: 1_700_000_000_000,
  entries: null,
};
const read = createLineReader(ROSTER);
const readText = (text: string) => read(utf8(text));

describe('a line', () => {
  it('is read as it was written, with entries and without', () => {
    const sealed = { first: 40, sheet: 1, sealed: toBase64(new Uint8Array(90)) };
    for (const line of [LINE, { ...LINE, kind: 'continued' as const }, { ...LINE, entries: sealed }])
      expect(readText(encodeLine(line, KEY))).toEqual(line);
  });

  it('is none once a character of it is another, is missing or is there twice', () => {
    const text = encodeLine(LINE, KEY);
    forAll(
      fc.integer({ min: 0, max: text.length - 1 }),
      fc.constantFrom('', '0', 'A', ' ', '"', '{', '\\u0061', '\u0000'),
      fc.constantFrom(0, 1),
      (at, put, cut) => {
        const changed = `${text.slice(0, at)}${put}${text.slice(at + cut)}`;
        fc.pre(changed !== text);
        expect(readText(changed)).toBeNull();
      },
    );
  });

  it('is none where it is random bytes, endless, or another thing in JSON', () => {
    forAll(fc.uint8Array({ maxLength: 600 }), (bytes) => void expect(read(bytes)).toBeNull());
    for (const text of ['', '[]', 'null', '{}', '1e999', '['.repeat(100_000), 'x'.repeat(5_000_000)])
      expect(readText(text)).toBeNull();
  });

  it.each([
    ['of another vault', encodeLine({ ...LINE, vault: 'c'.repeat(32) }, KEY)],
    ['under a key that nobody has signed', encodeLine(LINE, keyOf(generateSignPair().privateKey))],
    ['under a key that no admin has signed', encodeLine(LINE, keyOf(other.privateKey, { admin: OTHER }))],
    [
      'under a key that was signed before its admin was one',
      encodeLine(LINE, keyOf(undefined, { roster: 3 })),
    ],
    [
      'under a key that was signed after its admin had left',
      encodeLine(LINE, keyOf(undefined, { roster: 9 })),
    ],
    ['under another key than that of its certificate', encodeLine(LINE, { ...KEY, seed: keyOf().seed })],
    ['with its members in another order', reordered(encodeLine(LINE, KEY))],
    ['with spaces between', JSON.stringify(JSON.parse(encodeLine(LINE, KEY)), null, 1).replaceAll('\n', '')],
    ['with a member too many', encodeLine(LINE, KEY).replace('{', '{"more":1,')],
    ['with a number that is none', encodeLine({ ...LINE, seq: 2 ** 52 }, KEY)],
  ])('is none %s', (_how, text) => {
    expect(readText(encodeLine(LINE, KEY))).toEqual(LINE);
    expect(readText(text)).toBeNull();
  });

  it('says whose it is by itself, and nothing of anybody else', () => {
    expect(Object.keys(JSON.parse(encodeLine(LINE, KEY)) as object)).toEqual(
      words('format vault line kind segment seq hash time entries by sig'),
    );
  });
});

function reordered(text: string): string {
  const { sig, ...rest } = JSON.parse(text) as Record<string, unknown>;
  return JSON.stringify({ sig, ...rest });
}

describe('the reader', () => {
  it('takes no certificate for a known one that differs in anything', () => {
    const reader = createLineReader(ROSTER);
    const whole = encodeLine(LINE, KEY);
    expect(reader(utf8(whole))).toEqual(LINE);
    const forged = encodeLine(LINE, { ...KEY, certificate: { ...KEY.certificate, roster: 5 } });
    expect(fromUtf8(utf8(forged))).not.toBe(whole);
    expect(reader(utf8(forged))).toBeNull();
  });
});
