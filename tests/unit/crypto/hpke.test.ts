import { describe, expect, it } from 'vitest';
import {
  AES_128_GCM,
  AES_256_GCM,
  type Aead,
  generateReceivePair,
  openFrom,
  receivePairOf,
  sealTo,
  setupReceiver,
  setupSender,
  setupSenderWith,
} from '../../../main/vault/crypto/hpke.ts';

const hex = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'hex'));
const text = (words: string): Uint8Array => new TextEncoder().encode(words);

interface Vector {
  readonly name: string;
  readonly aead: Aead;
  readonly skEm: string;
  readonly skRm: string;
  readonly pkRm: string;
  readonly enc: string;
  readonly messages: readonly (readonly [sequence: number, ciphertext: string])[];
}

/** info, plaintext and the aad "Count-n" are the same in all of them. */
const INFO = hex('4f6465206f6e2061204772656369616e2055726e');
const PLAINTEXT = hex('4265617574792069732074727574682c20747275746820626561757479');

const VECTORS: readonly Vector[] = [
  {
    name: 'RFC 9180, A.1.1 (AES-128-GCM)',
    aead: AES_128_GCM,
    skEm: '52c4a758a802cd8b936eceea314432798d5baf2d7e9235dc084ab1b9cfa2f736',
    skRm: '4612c550263fc8ad58375df3f557aac531d26850903e55a9f23f21d8534e8ac8',
    pkRm: '3948cfe0ad1ddb695d780e59077195da6c56506b027329794ab02bca80815c4d',
    enc: '37fda3567bdbd628e88668c3c8d7e97d1d1253b6d4ea6d44c150f741f1bf4431',
    messages: [
      [0, 'f938558b5d72f1a23810b4be2ab4f84331acc02fc97babc53a52ae8218a355a96d8770ac83d07bea87e13c512a'],
      [1, 'af2d7e9ac9ae7e270f46ba1f975be53c09f8d875bdc8535458c2494e8a6eab251c03d0c22a56b8ca42c2063b84'],
      [2, '498dfcabd92e8acedc281e85af1cb4e3e31c7dc394a1ca20e173cb72516491588d96a19ad4a683518973dcc180'],
      [4, '583bd32bc67a5994bb8ceaca813d369bca7b2a42408cddef5e22f880b631215a09fc0012bc69fccaa251c0246d'],
      [255, '7175db9717964058640a3a11fb9007941a5d1757fda1a6935c805c21af32505bf106deefec4a49ac38d71c9e0a'],
      [256, '957f9800542b0b8891badb026d79cc54597cb2d225b54c00c5238c25d05c30e3fbeda97d2e0e1aba483a2df9f2'],
    ],
  },
  {
    name: 'the suite in use (AES-256-GCM), from the test vectors published with RFC 9180',
    aead: AES_256_GCM,
    skEm: '179d4b53b6365c45b600c4163b61d95cbc2f4d9e36f1695558dce265ab8bab11',
    skRm: '497b4502664cfea5d5af0b39934dac72242a74f8480451e1aee7d6a53320333d',
    pkRm: '430f4b9859665145a6b1ba274024487bd66f03a2dd577d7753c68d7d7d00c00c',
    enc: '6c93e09869df3402d7bf231bf540fadd35cd56be14f97178f0954db94b7fc256',
    messages: [
      [0, 'e5d84cd531cfb583096e7cfa9641bd3079cf3a91cda813c52deb5f512be9931980a41de125a925cdad859d5b7a'],
    ],
  },
];

describe.each(VECTORS)('$name', (vector) => {
  const receiver = { publicKey: hex(vector.pkRm), privateKey: hex(vector.skRm) };

  it('derives the public key', () => {
    expect(receivePairOf(hex(vector.skRm)).publicKey).toEqual(hex(vector.pkRm));
  });

  it('seals in sequence', () => {
    const sender = setupSenderWith(
      { aead: vector.aead, ephemeral: receivePairOf(hex(vector.skEm)) },
      receiver.publicKey,
      INFO,
    );
    expect(sender.enc).toEqual(hex(vector.enc));
    const expected = new Map(vector.messages);
    const last = Math.max(...expected.keys());
    for (let n = 0; n <= last; n++) {
      const { sequence, ciphertext } = sender.seal(text(`Count-${n}`), PLAINTEXT);
      expect(sequence).toBe(n);
      const known = expected.get(n);
      if (known !== undefined) expect(ciphertext).toEqual(hex(known));
    }
  });

  it('opens in any order', () => {
    const opener = setupReceiver(receiver, hex(vector.enc), INFO, vector.aead);
    for (const [sequence, ciphertext] of [...vector.messages].reverse()) {
      expect(opener.open(sequence, text(`Count-${sequence}`), hex(ciphertext))).toEqual(PLAINTEXT);
      expect(opener.open(sequence + 1, text(`Count-${sequence}`), hex(ciphertext))).toBeNull();
    }
  });
});

describe('single-shot', () => {
  const pair = generateReceivePair();
  const sealed = sealTo(pair.publicKey, text('info'), text('aad'), text('words'));

  it('opens with everything as it was', () => {
    expect(openFrom(pair, text('info'), text('aad'), sealed)).toEqual(text('words'));
  });

  it('opens with nothing changed: info, aad, receiver, any byte, any length', () => {
    expect(openFrom(pair, text('inf0'), text('aad'), sealed)).toBeNull();
    expect(openFrom(pair, text('info'), text('aae'), sealed)).toBeNull();
    expect(openFrom(generateReceivePair(), text('info'), text('aad'), sealed)).toBeNull();
    for (let at = 0; at < sealed.length; at++) {
      const changed = Uint8Array.from(sealed);
      changed[at]! ^= 0x01;
      expect(openFrom(pair, text('info'), text('aad'), changed), `byte ${at}`).toBeNull();
      expect(openFrom(pair, text('info'), text('aad'), sealed.subarray(0, at)), `length ${at}`).toBeNull();
    }
  });

  it('never seals the same twice', () => {
    expect(sealTo(pair.publicKey, text('info'), text('aad'), text('words'))).not.toEqual(sealed);
  });

  it('refuses keys of small order on both sides', () => {
    for (const small of [new Uint8Array(32), Uint8Array.of(1, ...new Uint8Array(31))]) {
      expect(() => setupSender(small, text('info'))).toThrow();
      expect(setupReceiver(pair, small, text('info')).open(0, text('aad'), new Uint8Array(40))).toBeNull();
    }
  });

  it('refuses sequence numbers that are none', () => {
    const sender = setupSender(pair.publicKey, text('info'));
    const { ciphertext } = sender.seal(text(''), text('words'));
    const opener = setupReceiver(pair, sender.enc, text('info'));
    for (const sequence of [-1, 0.5, Number.NaN, Number.MAX_SAFE_INTEGER + 1])
      expect(opener.open(sequence, text(''), ciphertext)).toBeNull();
  });
});
