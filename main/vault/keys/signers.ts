/**
 * Certificates by which admins who are not roots may sign sealed store keys: a chain from the pinned keys,
 * readable before the store is open.
 */
import { z } from 'zod';
import { staffIdSchema } from '../../../contract/ids.ts';
import { bind } from '../crypto/bind.ts';
import { bytesOfBase64, sameBytes, toBase64 } from '../crypto/bytes.ts';
import { sign, verify } from '../crypto/ed25519.ts';
import { keySchema, signatureSchema } from './key-texts.ts';
import { type Signer, signerSchema } from './roster.ts';

/**
 * Most certificates in a header; enough for two admins who change their PIN every three months for 25 years.
 */
export const MAX_CERTIFICATES = 200;

/** In the place of somebody's id, where the key of this desk has signed: it seals the store key to slots that were changed at another one. */
export const DESK_SIGNER = 'desk';
/** Whose signature a sealed store key may have. */
export const storeKeySignerSchema = z.union([signerSchema, z.literal(DESK_SIGNER)]);
/** Whoever seals a store key. */
export type StoreKeySigner = Omit<Signer, 'id'> & { readonly id: z.infer<typeof storeKeySignerSchema> };

/** A certificate: `by` confirms that `signKey` of an admin, or of this desk, may sign store keys. */
export const certificateSchema = z.strictObject({
  signer: z.union([staffIdSchema, z.literal(DESK_SIGNER)]),
  signKey: keySchema,
  by: signerSchema,
  sig: signatureSchema,
});
export type Certificate = z.infer<typeof certificateSchema>;

/** A certificate by `by` that this key of an admin, or of this desk, may sign store keys. */
export function certifySigner(
  vaultId: string,
  { staffId, signKey }: { readonly staffId: Certificate['signer']; readonly signKey: Uint8Array },
  by: Signer,
): Certificate {
  const sig = sign(by.privateKey, certified(vaultId, staffId, signKey));
  return { signer: staffId, signKey: toBase64(signKey), by: by.id, sig: toBase64(sig) };
}

/**
 * The pinned keys and all keys that certificates lead to from them. Whether their owners are still admins
 * shows once the store is open. Certificates are in the order of their creation, mostly signed by the latest
 * key, so the search starts there: each takes one or two verifications, where years of changed PINs would
 * otherwise take minutes.
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

/**
 * All certificates, each key once. Beyond the limit the oldest are dropped: only a member who has not signed
 * in since would need them, and gets new keys from an admin.
 */
export function addCertificates(
  certificates: readonly Certificate[],
  added: readonly Certificate[],
): Certificate[] {
  const isNew = (one: Certificate): boolean =>
    !certificates.some(
      (known) =>
        known.signer === one.signer && sameBytes(bytesOfBase64(known.signKey), bytesOfBase64(one.signKey)),
    );
  return [...certificates, ...added.filter(isNew)].slice(-MAX_CERTIFICATES);
}

const certified = (vaultId: string, signer: Certificate['signer'], signKey: Uint8Array): Uint8Array =>
  bind('store-key-signer', vaultId, signer, signKey);
