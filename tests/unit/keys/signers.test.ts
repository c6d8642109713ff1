import { describe, expect, it } from 'vitest';
import type { StaffId } from '../../../contract/ids.ts';
import { generateSignPair } from '../../../main/vault/crypto/ed25519.ts';
import {
  addCertificates,
  certifySigner,
  MAX_CERTIFICATES,
  trustedSigners,
} from '../../../main/vault/keys/signers.ts';

const VAULT = 'a'.repeat(32);
let counter = 0;
function admin() {
  const staffId = (++counter).toString(16).padStart(16, '0') as StaffId;
  const { publicKey: signKey, privateKey } = generateSignPair();
  return { staffId, signKey, signer: { id: staffId, privateKey } };
}

describe('certificates of who may sign store keys', () => {
  it('lead from a pinned key to the next and on, in whatever order they stand', () => {
    const [root, second, third] = [admin(), admin(), admin()];
    const chain = [certifySigner(VAULT, third, second.signer), certifySigner(VAULT, second, root.signer)];
    for (const certificates of [chain, chain.toReversed()])
      expect(trustedSigners(VAULT, [root.signKey], certificates)).toEqual(
        expect.arrayContaining([second.signKey, third.signKey]),
      );
  });

  it('lead as far as a header has room for, within the time of a sign-in', () => {
    const admins = Array.from({ length: MAX_CERTIFICATES + 1 }, admin);
    const chain = admins.slice(1).map((one, index) => certifySigner(VAULT, one, admins[index]!.signer));
    // Looked at in any other order this takes minutes, which is beyond what a test may take.
    expect(trustedSigners(VAULT, [admins[0]!.signKey], chain)).toEqual(admins.map(({ signKey }) => signKey));
  });

  it('are worth nothing by a key that nobody pins, by oneself, for another vault, with another name or key', () => {
    const [root, stranger, second] = [admin(), admin(), admin()];
    const right = certifySigner(VAULT, second, root.signer);
    for (const wrong of [
      certifySigner(VAULT, second, stranger.signer),
      certifySigner(VAULT, second, second.signer),
      certifySigner('b'.repeat(32), second, root.signer),
      { ...right, signer: stranger.staffId },
      { ...right, signKey: certifySigner(VAULT, stranger, root.signer).signKey },
      { ...certifySigner(VAULT, second, stranger.signer), by: root.staffId },
    ])
      expect(trustedSigners(VAULT, [root.signKey], [wrong])).toEqual([root.signKey]);
    expect(trustedSigners(VAULT, [], [right])).toEqual([]);
  });

  it('go, the oldest first, where there are more than a header has room for; whoever has signed in since is led on', () => {
    const admins = Array.from({ length: MAX_CERTIFICATES + 2 }, admin);
    const chain = admins.slice(1).map((one, index) => certifySigner(VAULT, one, admins[index]!.signer));
    const kept = chain.reduce<ReturnType<typeof addCertificates>>(
      (before, one) => addCertificates(before, [one]),
      [],
    );
    expect(kept).toEqual(chain.slice(1));
    expect(trustedSigners(VAULT, [admins[1]!.signKey], kept)).toHaveLength(MAX_CERTIFICATES + 1);
    expect(trustedSigners(VAULT, [admins[0]!.signKey], kept)).toHaveLength(1);
  });

  it('are kept once for each key', () => {
    const [root, second] = [admin(), admin()];
    const one = certifySigner(VAULT, second, root.signer);
    expect(addCertificates([one], [certifySigner(VAULT, second, root.signer)])).toEqual([one]);
    expect(addCertificates([one], [certifySigner(VAULT, root, root.signer)])).toHaveLength(2);
  });
});
