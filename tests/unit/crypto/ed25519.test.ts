import { describe, expect, it } from 'vitest';
import { generateSignPair, sign, signPairOf, verify } from '../../../main/vault/crypto/ed25519.ts';

const hex = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'hex'));

describe('Ed25519', () => {
  // RFC 8032, 7.1, TEST 2.
  it('agrees with the vector of the RFC', () => {
    const pair = signPairOf(hex('4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb'));
    expect(pair.publicKey).toEqual(hex('3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c'));
    const signature = hex(
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
    );
    expect(sign(pair.privateKey, Uint8Array.of(0x72))).toEqual(signature);
    expect(verify(pair.publicKey, Uint8Array.of(0x72), signature)).toBe(true);
  });

  it('says no to another message, key, signature or length, and never throws', () => {
    const pair = generateSignPair();
    const message = Uint8Array.of(1, 2, 3);
    const signature = sign(pair.privateKey, message);
    expect(verify(pair.publicKey, message, signature)).toBe(true);
    expect(verify(pair.publicKey, Uint8Array.of(1, 2, 4), signature)).toBe(false);
    expect(verify(generateSignPair().publicKey, message, signature)).toBe(false);
    for (let at = 0; at < 64; at += 7) {
      const changed = Uint8Array.from(signature);
      changed[at]! ^= 0x10;
      expect(verify(pair.publicKey, message, changed)).toBe(false);
    }
    for (const length of [0, 31, 33, 63, 65]) {
      expect(verify(new Uint8Array(length), message, signature)).toBe(false);
      expect(verify(pair.publicKey, message, new Uint8Array(length))).toBe(false);
    }
    expect(verify(new Uint8Array(32).fill(0xff), message, signature)).toBe(false);
  });
});
