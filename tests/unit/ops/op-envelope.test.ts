import { randomBytes } from 'node:crypto';
import { describe, expect, test, vi } from 'vitest';
import { generateSignPair } from '../../../main/vault/crypto/ed25519.ts';
import {
  type OpHead,
  nextPlace,
  readEnvelope,
  sha256,
  startOfOrder,
} from '../../../main/files/spool/envelope.ts';
import { nextStep, openOp, sealOp } from '../../../main/vault/ops/op-envelope.ts';

/** Where set, the random source gives this again and again, as that of a computer does which was put back. */
let replayed: Buffer | null = null;
vi.mock('node:crypto', async (importOriginal) => {
  const real = await importOriginal<{ readonly randomBytes: (size: number) => Buffer }>();
  return { ...real, randomBytes: (size: number) => replayed?.subarray(0, size) ?? real.randomBytes(size) };
});

const VAULT = '0123456789abcdef';
const HEAD: OpHead = { desk: 5, n: 2 ** 40 + 7, epoch: 3, step: 2 ** 32 - 1 };
const pair = generateSignPair();
const opKey = new Uint8Array(randomBytes(32));
const keys = { opKey, privateKey: pair.privateKey };
const plaintext = new Uint8Array(randomBytes(300));
const known = (desk: number): Uint8Array | null => (desk === HEAD.desk ? pair.publicKey : null);

describe('the envelope of an op', () => {
  const envelope = sealOp(VAULT, HEAD, plaintext, keys);

  test('says whose it is, and opens under its key', () => {
    expect(readEnvelope(VAULT, envelope, known)).toEqual(HEAD);
    expect(openOp(VAULT, envelope, opKey)).toEqual(plaintext);
  });

  test('is nothing where any byte of it differs, another desk signed it, or it is of another vault', () => {
    for (let at = 0; at < envelope.length; at += 1) {
      const changed = envelope.map((byte, index) => (index === at ? byte ^ 0x10 : byte));
      expect(readEnvelope(VAULT, changed, () => pair.publicKey)).toBeNull();
    }
    const other = generateSignPair();
    expect(readEnvelope(VAULT, envelope, () => other.publicKey)).toBeNull();
    expect(readEnvelope(VAULT, envelope, () => null)).toBeNull();
    expect(readEnvelope('another-vault', envelope, known)).toBeNull();
    for (const length of [0, 1, 17, 49, envelope.length - 1])
      expect(readEnvelope(VAULT, envelope.subarray(0, length), known)).toBeNull();
  });

  test('does not open under an earlier or later step, another key or another vault', () => {
    for (const key of [nextStep(opKey, VAULT), new Uint8Array(randomBytes(32)), new Uint8Array(32)])
      expect(openOp(VAULT, envelope, key)).toBeNull();
    expect(openOp('another-vault', envelope, opKey)).toBeNull();
  });

  test('does not open where its head was exchanged for that of another op and signed again', () => {
    const other = sealOp(VAULT, { ...HEAD, n: HEAD.n + 1 }, plaintext, keys);
    const exchanged = Uint8Array.from(envelope);
    exchanged.set(other.subarray(0, 17));
    expect(openOp(VAULT, exchanged, opKey)).toBeNull();
  });

  test('hides the plaintext', () => {
    const text = Buffer.from('13800000000 1栋1单元101'.repeat(20));
    expect(Buffer.from(sealOp(VAULT, HEAD, text, keys)).includes(text.subarray(0, 11))).toBe(false);
  });

  test('has a key of its own though the random source gives the same again', () => {
    replayed = randomBytes(32);
    try {
      const salts = new Set<string>();
      const ciphertexts = new Set<string>();
      const zeros = new Uint8Array(64);
      for (let n = 1; n <= 500; n += 1) {
        // The same number with another content, as of a computer that was put back, and the next number with the same.
        const content = Uint8Array.from(zeros, (_, at) => (at < 4 ? (n >>> (at * 8)) & 0xff : 0));
        const one = sealOp(VAULT, { ...HEAD, n: 1 }, content, keys);
        const other = sealOp(VAULT, { ...HEAD, n }, zeros, keys);
        salts.add(Buffer.from(one.subarray(17, 49)).toString('hex'));
        ciphertexts.add(Buffer.from(other.subarray(49, 49 + 64)).toString('hex'));
      }
      expect(salts.size).toBe(500);
      // Equal plaintexts are equal ciphertexts only under one key and nonce.
      expect(ciphertexts.size).toBe(500);
    } finally {
      replayed = null;
    }
  });
});

describe('the running hash', () => {
  test('differs with the hash before, the place, the desk, its number, the op and the vault', () => {
    const first = startOfOrder(VAULT);
    const op = { desk: 5, n: 1, hash: sha256(plaintext) };
    const hashes = [
      first,
      startOfOrder('another-vault'),
      nextPlace(first, op),
      nextPlace(startOfOrder('another-vault'), op),
      nextPlace({ ...first, place: 1 }, op),
      nextPlace(first, { ...op, desk: 6 }),
      nextPlace(first, { ...op, n: 2 }),
      nextPlace(first, { ...op, hash: sha256(plaintext.subarray(1)) }),
    ].map(({ hash }) => Buffer.from(hash).toString('hex'));
    expect(new Set(hashes).size).toBe(hashes.length);
    expect(hashes.every((hash) => hash.length === 64)).toBe(true);
  });
});
