/**
 * AES-256-GCM (NIST SP 800-38D) with a random nonce and bound context, for everything encrypted under a
 * symmetric key.
 */
import { type KeyObject, createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { concat } from './bytes.ts';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const FORMAT = 0x01;

/**
 * Encrypts `plaintext` and binds it to `aad`. `key`: 32 bytes, for few messages only, because the nonce is
 * random (NIST SP 800-38D, 8.2.2). Returns format byte 0x01, 12-byte nonce, ciphertext, 16-byte tag.
 */
export function sealAead(key: Uint8Array, aad: Uint8Array, plaintext: Uint8Array): Uint8Array {
  const nonce = randomBytes(NONCE_BYTES);
  return concat(Uint8Array.of(FORMAT), nonce, encryptGcm('aes-256-gcm', key, nonce, aad, plaintext));
}

/** The plaintext of `sealAead`, or null if key, `aad` or any byte differs. */
export function openAead(key: Uint8Array, aad: Uint8Array, sealed: Uint8Array): Uint8Array | null {
  if (sealed.length < 1 + NONCE_BYTES + TAG_BYTES || sealed[0] !== FORMAT) return null;
  return decryptGcm(
    'aes-256-gcm',
    key,
    sealed.subarray(1, 1 + NONCE_BYTES),
    aad,
    sealed.subarray(1 + NONCE_BYTES),
  );
}

/** The two GCM ciphers in use, by their names in OpenSSL. */
export type GcmName = 'aes-128-gcm' | 'aes-256-gcm';

/**
 * AES-GCM encryption: returns the ciphertext followed by the 16-byte tag (RFC 5116, 5.1). `nonce`: 12 bytes;
 * the caller must never use it twice under one key.
 */
export function encryptGcm(
  name: GcmName,
  key: Uint8Array | KeyObject,
  nonce: Uint8Array,
  aad: Uint8Array,
  plaintext: Uint8Array,
): Uint8Array {
  const cipher = createCipheriv(name, key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(aad);
  return concat(cipher.update(plaintext), cipher.final(), cipher.getAuthTag());
}

/** AES-GCM decryption of a ciphertext followed by its 16-byte tag; null if it is not authentic. */
export function decryptGcm(
  name: GcmName,
  key: Uint8Array | KeyObject,
  nonce: Uint8Array,
  aad: Uint8Array,
  sealed: Uint8Array,
): Uint8Array | null {
  if (sealed.length < TAG_BYTES) return null;
  const decipher = createDecipheriv(name, key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(aad);
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
  const unchecked = decipher.update(sealed.subarray(0, sealed.length - TAG_BYTES));
  try {
    decipher.final();
    return new Uint8Array(unchecked);
  } catch {
    return null;
  } finally {
    unchecked.fill(0);
  }
}
