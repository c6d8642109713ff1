/** Ed25519 signatures (RFC 8032) with raw keys, for roster entries, tier keys and sealed store keys. */
import { type KeyObject, hash, randomBytes, sign as signWith, verify as verifyWith } from 'node:crypto';
import { privateKeyObject, publicKeyObject, RAW_KEY_BYTES, rawPublicKeyOf } from './key-objects.ts';

/** An Ed25519 key pair, 32 bytes each. */
export interface SignPair {
  readonly publicKey: Uint8Array;
  /** The 32-byte seed (RFC 8032, 5.1.5); zero it after use. */
  readonly privateKey: Uint8Array;
}

/** Length of a signature (RFC 8032, 5.1.6). */
export const SIGNATURE_BYTES = 64;

/** A new random pair. */
export function generateSignPair(): SignPair {
  return signPairOf(new Uint8Array(randomBytes(RAW_KEY_BYTES)));
}

/**
 * The pair of a 32-byte seed. It keeps the array without copying it. Throws RangeError for another length.
 */
export function signPairOf(privateKey: Uint8Array): SignPair {
  return { privateKey, publicKey: rawPublicKeyOf(privateKeyObject('ed25519', privateKey)) };
}

/** The 64-byte signature of `message`. `privateKey`: the 32-byte seed. */
export function sign(privateKey: Uint8Array, message: Uint8Array): Uint8Array {
  return new Uint8Array(signWith(null, message, privateKeyObject('ed25519', privateKey)));
}

/** Most keys that are kept ready: there are few signers, and a check of the log asks for theirs again and again. */
const MAX_READY = 128;
const ready = new Map<string, KeyObject>();

/** Of a public key; making one takes a third of the time that a check takes. */
function keyObjectOf(publicKey: Uint8Array): KeyObject {
  const name = Buffer.from(publicKey).toString('latin1');
  const known = ready.get(name) ?? publicKeyObject('ed25519', publicKey);
  if (ready.size >= MAX_READY && !ready.has(name)) ready.clear();
  ready.set(name, known);
  return known;
}

/** Most valid signatures that are known again: pages ask for the same decisions and the same roster each time that they are shown. */
const MAX_VALID = 4_096;
/** SHA-256 of key, signature and message, of which the first two have one length each. */
const valid = new Set<string>();

/**
 * Whether `signature` is a valid signature of `message` by `publicKey`. Never throws; malformed input is
 * false. What was valid once is for these very bytes; what was not is checked again.
 */
export function verify(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (publicKey.length !== RAW_KEY_BYTES || signature.length !== SIGNATURE_BYTES) return false;
  const name = hash('sha256', Buffer.concat([publicKey, signature, message]), 'base64');
  if (valid.has(name)) return true;
  try {
    const isValid = verifyWith(null, message, keyObjectOf(publicKey), signature);
    if (valid.size >= MAX_VALID) valid.clear();
    if (isValid) valid.add(name);
    return isValid;
  } catch {
    return false;
  }
}

/** As `verify`, beside this thread: in one of those that the runtime keeps for such work. */
export function verifyInThread(
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): Promise<boolean> {
  return new Promise((resolve) => {
    if (publicKey.length !== RAW_KEY_BYTES || signature.length !== SIGNATURE_BYTES) return resolve(false);
    try {
      verifyWith(null, message, keyObjectOf(publicKey), signature, (error, isValid) =>
        resolve(error === null && isValid),
      );
    } catch {
      resolve(false);
    }
  });
}
