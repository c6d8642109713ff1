import { expect, it } from 'vitest';
import { type DeskWords, encodeWord, messageOf } from '../../../main/files/spool/desk-words.ts';
import { concat } from '../../../main/vault/crypto/bytes.ts';
import { generateSignPair, sign } from '../../../main/vault/crypto/ed25519.ts';
import { type HeardBefore, heardDesks } from '../../../main/vault/link/desk-words.ts';

const VAULT = '0'.repeat(32);
const [own, others] = [generateSignPair(), generateSignPair()];

function wordAt(at: number): Uint8Array {
  const unsigned = encodeWord({ place: 3, hash: new Uint8Array(32), at });
  return concat(unsigned, sign(own.privateKey, messageOf(VAULT, 1, unsigned)));
}

it('verifies a word once, and again where its bytes or the key of its desk are others', () => {
  let kept = { heardAt: 5, word: wordAt(1) };
  const words: DeskWords = { read: () => kept, put: () => undefined };
  const heard: HeardBefore = new Map();
  const hear = (signKey = own.publicKey): readonly number[] =>
    heardDesks(
      words,
      VAULT,
      [{ desk: 1, name: '', isEnded: false, signKey, receiveKey: signKey }],
      heard,
    ).map(({ at }) => at);
  expect(hear()).toEqual([1]);
  // Only what was found at first could say so.
  heard.set(1, { ...heard.get(1)!, said: { place: 3, hash: new Uint8Array(32), at: 77 } });
  kept = { heardAt: 6, word: new Uint8Array(kept.word) };
  expect(hear()).toEqual([77]);
  expect(hear(others.publicKey)).toEqual([]);
  expect(hear()).toEqual([1]);
  kept = { heardAt: 7, word: wordAt(2) };
  expect(hear()).toEqual([2]);
  kept = { ...kept, word: kept.word.map((byte, at) => (at === 20 ? byte ^ 1 : byte)) };
  expect(hear()).toEqual([]);
});
