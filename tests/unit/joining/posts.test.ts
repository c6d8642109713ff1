/** The slip by which a desk joins, and what is posted under it. */
import { describe, expect, it } from 'vitest';
import { generateReceivePair } from '../../../main/vault/crypto/hpke.ts';
import { toBase64 } from '../../../main/vault/crypto/bytes.ts';
import { type Word, codeOf, isCode, openPost, sealPost } from '../../../main/vault/joining/posts.ts';
import { newSlipSecret, readSlip, secretsOfSlip, textOfSlip } from '../../../main/vault/joining/slip.ts';

const VAULT = 'ab'.repeat(16);
const slip = {
  vaultId: VAULT,
  desk: 3,
  host: 'mailbox.example',
  port: 5432,
  database: 'mailbox',
  secret: newSlipSecret(),
};
const newKey = (): string => toBase64(generateReceivePair().publicKey);
const word: Word = { signKey: newKey(), receiveKey: newKey(), verifier: 'SCRAM', isDone: false };
const { password, key } = secretsOfSlip(slip);

describe('a slip', () => {
  it('is read as it was written, whatever case, spaces and letters somebody types', () => {
    const { address, secret } = textOfSlip(slip);
    expect(readSlip({ address: ` ${address} `, secret: secret.toLowerCase().replaceAll('-', ' ') })).toEqual(
      slip,
    );
    expect(secret).toMatch(/^([0-9A-Z]{4}-){4}[0-9A-Z]{4}$/);
    for (const typed of [
      { address, secret: secret.slice(1) },
      { address: address.replace(VAULT, ''), secret },
      { address: 'mailbox', secret },
    ])
      expect(readSlip(typed)).toBeNull();
  });

  it('gives two secrets of which neither is the other, for its vault and desk alone', () => {
    const others = [
      { ...slip, desk: 4 },
      { ...slip, vaultId: 'cd'.repeat(16) },
      { ...slip, secret: newSlipSecret() },
    ];
    for (const other of others) {
      expect(secretsOfSlip(other).password).not.toBe(password);
      expect(toBase64(secretsOfSlip(other).key)).not.toBe(toBase64(key));
    }
    expect(Buffer.from(password, 'base64url').equals(Buffer.from(key))).toBe(false);
    expect(new Set(Array.from({ length: 500 }, newSlipSecret)).size).toBe(500);
  });
});

describe('a post', () => {
  it('is read under its slip, as what it is, and not where a bit of it is another', () => {
    const sealed = sealPost('word', slip, key, word);
    expect(openPost('word', slip, key, sealed)).toEqual(word);
    expect(openPost('offer', slip, key, sealed)).toBeNull();
    expect(openPost('word', slip, key, sealPost('offer', slip, key, word as never))).toBeNull();
    expect(openPost('word', { ...slip, desk: 4 }, key, sealed)).toBeNull();
    expect(
      openPost('word', slip, secretsOfSlip({ ...slip, secret: newSlipSecret() }).key, sealed),
    ).toBeNull();
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const other = Uint8Array.from(sealed);
      other[bit >> 3]! ^= 1 << (bit & 7);
      expect(openPost('word', slip, key, other)).toBeNull();
    }
  });

  it('is refused where whoever has the slip says something else in it', () => {
    for (const said of [{ ...word, signKey: 'AA' }, { ...word, more: 1 }, {}, null])
      expect(openPost('word', slip, key, sealPost('word', slip, key, said as Word))).toBeNull();
  });
});

describe('the twelve characters', () => {
  it('are others for other keys, another slip, vault or desk, and are told as they are typed', () => {
    const code = codeOf(slip, key, word);
    const others = [
      codeOf(slip, key, { ...word, signKey: newKey() }),
      codeOf(slip, key, { ...word, receiveKey: newKey() }),
      codeOf(slip, secretsOfSlip({ ...slip, secret: newSlipSecret() }).key, word),
      codeOf({ ...slip, desk: 4 }, key, word),
      codeOf({ ...slip, vaultId: 'cd'.repeat(16) }, key, word),
    ];
    expect(new Set([code, ...others]).size).toBe(6);
    expect(isCode(code, code.toLowerCase().replaceAll('-', ' '))).toBe(true);
    for (const typed of [...others, '', code.slice(1), `${code}0`]) expect(isCode(code, typed)).toBe(false);
  });
});
