/** Certificates by which admins who are no roots may sign sealed store keys: a chain of words from the pinned keys on, to be read before the store is open. */
import { z } from 'zod';
import { staffIdSchema } from '../../../contract/ids.ts';
import { bind } from '../crypto/bind.ts';
import { bytesOfBase64, sameBytes, toBase64 } from '../crypto/bytes.ts';
import { sign, verify } from '../crypto/ed25519.ts';
import type { Signer, SignerId } from './roster.ts';
import { keySchema, signatureSchema, signerSchema } from './roster.ts';

/** With two admins who change their PIN every three months, of twenty-five years. */
export const MOST_CERTIFICATES = 200;

export const certificateSchema = z.strictObject({
  signer: staffIdSchema,
  signKey: keySchema,
  by: signerSchema,
  sig: signatureSchema,
});
export type Certificate = z.infer<typeof certificateSchema>;

/** The word of `by` that this key of an admin's may sign store keys. */
export function certifySigner(
  vaultId: string,
  admin: { readonly staffId: Certificate['signer']; readonly signKey: Uint8Array },
  by: Signer,
): Certificate {
  const sig = sign(by.privateKey, certified(vaultId, admin.staffId, admin.signKey));
  return { signer: admin.staffId, signKey: toBase64(admin.signKey), by: by.id, sig: toBase64(sig) };
}

/**
 * The pinned keys, and those that certificates lead to from them; whether they are still in office shows when the store is open. They stand in the
 * order in which they were made, mostly by whoever's key came last: so each takes a look or two, where years of changed PINs would take minutes.
 */
export function trustedSigners(
  vaultId: string,
  pinned: readonly Uint8Array[],
  certificates: readonly Certificate[],
): readonly Uint8Array[] {
  const trusted = [...pinned];
  for (let left = certificates; ;) {
    const unchained = left.filter(({ signer, signKey, sig }) => {
      const key = bytesOfBase64(signKey);
      const [words, signature] = [certified(vaultId, signer, key), bytesOfBase64(sig)];
      const isChained = trusted.findLast((by) => verify(by, words, signature)) !== undefined;
      if (isChained) trusted.push(key);
      return !isChained;
    });
    if (unchained.length === left.length) return trusted;
    left = unchained;
  }
}

/** With the new ones, each key once. Beyond what a header has room for the oldest go: only whoever has not signed in since they were made would need them, and is given other keys by an admin. */
export function addCertificates(
  certificates: readonly Certificate[],
  added: readonly Certificate[],
): Certificate[] {
  const isNew = (one: Certificate): boolean =>
    !certificates.some(
      (known) =>
        known.signer === one.signer && sameBytes(bytesOfBase64(known.signKey), bytesOfBase64(one.signKey)),
    );
  return [...certificates, ...added.filter(isNew)].slice(-MOST_CERTIFICATES);
}

const certified = (vaultId: string, signer: SignerId, signKey: Uint8Array): Uint8Array =>
  bind('store-key-signer', vaultId, signer, signKey);
