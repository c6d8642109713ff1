/** Ed25519 (RFC 8032) over raw keys: who answers for a roster entry, a tier key, a sealed store key. */
import { randomBytes, sign as signWith, verify as verifyWith } from 'node:crypto';
import { privateKeyObject, publicKeyObject, RAW_KEY_BYTES, rawPublicKeyOf } from './key-objects.ts';

export interface SignPair {
  readonly publicKey: Uint8Array;
  /** The 32-byte seed (RFC 8032, 5.1.5). */
  readonly privateKey: Uint8Array;
}

export const SIGNATURE_BYTES = 64;

export function generateSignPair(): SignPair {
  return signPairOf(new Uint8Array(randomBytes(RAW_KEY_BYTES)));
}

/** The pair of a 32-byte seed, which it keeps and does not copy. */
export function signPairOf(privateKey: Uint8Array): SignPair {
  return { privateKey, publicKey: rawPublicKeyOf(privateKeyObject('ed25519', privateKey)) };
}

/** 64 bytes. */
export function sign(privateKey: Uint8Array, message: Uint8Array): Uint8Array {
  return new Uint8Array(signWith(null, message, privateKeyObject('ed25519', privateKey)));
}

/** False for anything but a good signature of this message by this key; never throws. */
export function verify(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (publicKey.length !== RAW_KEY_BYTES || signature.length !== SIGNATURE_BYTES) return false;
  try {
    return verifyWith(null, message, publicKeyObject('ed25519', publicKey), signature);
  } catch {
    return false;
  }
}
