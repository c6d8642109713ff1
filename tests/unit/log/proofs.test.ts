import { expect, test } from 'vitest';
import { generateSignPair, sign } from '../../../main/vault/crypto/ed25519.ts';
import { createProofs } from '../../../main/vault/log/proofs.ts';
import type { LogDoubt } from '../../../main/vault/log/verify.ts';

const { publicKey, privateKey } = generateSignPair();
const message = new Uint8Array(100).fill(7);
const right = { key: publicKey, message, sig: sign(privateKey, message) };
const wrong = { ...right, message: new Uint8Array(100) };

const doubtOf = (seq: number, claims: LogDoubt['claims']): LogDoubt => ({
  claims,
  finding: { problem: 'not-signed', firstBad: seq },
  before: { checked: seq - 1, hash: new Uint8Array(32) },
});

test('where all signatures hold there is nothing to say', async () => {
  const proofs = createProofs();
  for (let seq = 1; seq <= 30; seq += 1) proofs.begin(doubtOf(seq, [right, right]));
  expect(await proofs.ofEarlier()).toBeUndefined();
  expect(await proofs.ofAll()).toBeUndefined();
});

test('of several rows whose signatures do not hold, the first in order is named, whichever is known first', async () => {
  const proofs = createProofs();
  for (let seq = 1; seq <= 30; seq += 1) proofs.begin(doubtOf(seq, [right]));
  // Known at once, for it is no key at all.
  const malformed = { ...right, key: new Uint8Array(5) };
  const [first, second] = [doubtOf(31, [right, wrong]), doubtOf(32, [malformed])];
  proofs.begin(first);
  proofs.begin(second);
  expect(await proofs.ofAll()).toBe(first);
});

test('those of the rows before are answered for while the next go on', async () => {
  const proofs = createProofs();
  const bad = doubtOf(1, [wrong]);
  proofs.begin(bad);
  expect(await proofs.ofEarlier()).toBeUndefined();
  proofs.begin(doubtOf(2, [wrong]));
  expect(await proofs.ofEarlier()).toBe(bad);
});
