import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { decryptGcm, encryptGcm, openAead, sealAead } from '../../../main/vault/crypto/aead.ts';
import { fc, forAll } from '../../support/for-all.ts';

const hex = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'hex'));
const key = new Uint8Array(randomBytes(32));

describe('AES-256-GCM', () => {
  // The GCM specification's test case 16.
  it('agrees with a published vector', () => {
    const vector = {
      key: hex('feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308'),
      nonce: hex('cafebabefacedbaddecaf888'),
      aad: hex('feedfacedeadbeeffeedfacedeadbeefabaddad2'),
      plaintext: hex(
        'd9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39',
      ),
      sealed: hex(
        '522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662' +
          '76fc6ece0f4e1768cddf8853bb2d551b',
      ),
    };
    expect(encryptGcm('aes-256-gcm', vector.key, vector.nonce, vector.aad, vector.plaintext)).toEqual(
      vector.sealed,
    );
    expect(decryptGcm('aes-256-gcm', vector.key, vector.nonce, vector.aad, vector.sealed)).toEqual(
      vector.plaintext,
    );
  });
});

describe('sealAead', () => {
  it('opens with the same key and context, whatever they are', () => {
    forAll(fc.uint8Array({ maxLength: 200 }), fc.uint8Array({ maxLength: 50 }), (plaintext, aad) => {
      const sealed = sealAead(key, aad, plaintext);
      expect(sealed[0]).toBe(0x01);
      expect(sealed).toHaveLength(plaintext.length + 29);
      expect(openAead(key, aad, sealed)).toEqual(plaintext);
    });
  });

  it('opens to nobody after a change of one bit anywhere, in another context, under another key, or cut short', () => {
    forAll(
      fc.uint8Array({ maxLength: 60 }),
      fc.uint8Array({ maxLength: 20 }),
      fc.nat(),
      fc.integer({ min: 0, max: 7 }),
      (plaintext, aad, where, bit) => {
        const sealed = sealAead(key, aad, plaintext);
        const changed = Uint8Array.from(sealed);
        changed[where % sealed.length]! ^= 1 << bit;
        expect(openAead(key, aad, changed)).toBeNull();
        expect(openAead(key, Uint8Array.of(...aad, 0), sealed)).toBeNull();
        expect(openAead(new Uint8Array(randomBytes(32)), aad, sealed)).toBeNull();
        expect(openAead(key, aad, sealed.subarray(0, where % sealed.length))).toBeNull();
      },
    );
  });

  it('takes a new nonce each time', () => {
    const nonces = new Set(
      Array.from({ length: 500 }, () =>
        Buffer.from(sealAead(key, new Uint8Array(), new Uint8Array()).subarray(1, 13)).toString('hex'),
      ),
    );
    expect(nonces.size).toBe(500);
  });
});
