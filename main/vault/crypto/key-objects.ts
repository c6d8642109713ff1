/**
 * Converts raw 32-byte X25519 and Ed25519 keys to and from Node's KeyObjects, by their fixed DER prefixes
 * (RFC 8410).
 */
import { type KeyObject, createPrivateKey, createPublicKey } from 'node:crypto';
import { concat } from './bytes.ts';
import { zero } from './zero.ts';

/** Length of every raw key. */
export const RAW_KEY_BYTES = 32;
/** Curve of a raw key, as RFC 8410 names it. */
type RawCurve = 'x25519' | 'ed25519';

// The last byte of the OBJECT IDENTIFIER 1.3.101.110 (X25519) or 1.3.101.112 (Ed25519).
const OID_END: Readonly<Record<RawCurve, number>> = { x25519: 0x6e, ed25519: 0x70 };

/**
 * The KeyObject of a raw private key (PKCS #8, RFC 8410, 7). Throws RangeError where it is not 32 bytes long.
 */
export function privateKeyObject(curve: RawCurve, raw: Uint8Array): KeyObject {
  requireLength(raw);
  const der = concat(
    Uint8Array.of(
      0x30,
      0x2e,
      0x02,
      0x01,
      0x00,
      0x30,
      0x05,
      0x06,
      0x03,
      0x2b,
      0x65,
      OID_END[curve],
      0x04,
      0x22,
      0x04,
      0x20,
    ),
    raw,
  );
  try {
    return createPrivateKey({ key: Buffer.from(der.buffer), format: 'der', type: 'pkcs8' });
  } finally {
    zero(der);
  }
}

/**
 * The KeyObject of a raw public key (SubjectPublicKeyInfo, RFC 8410, 4). Throws RangeError where it is not 32
 * bytes long.
 */
export function publicKeyObject(curve: RawCurve, raw: Uint8Array): KeyObject {
  requireLength(raw);
  const der = concat(
    Uint8Array.of(0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, OID_END[curve], 0x03, 0x21, 0x00),
    raw,
  );
  return createPublicKey({ key: Buffer.from(der.buffer), format: 'der', type: 'spki' });
}

/** The raw 32-byte public key of a private key. */
export function rawPublicKeyOf(privateKey: KeyObject): Uint8Array {
  const der = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
  return new Uint8Array(der.subarray(der.length - RAW_KEY_BYTES));
}

function requireLength(raw: Uint8Array): void {
  if (raw.length !== RAW_KEY_BYTES) throw new RangeError('a raw key has 32 bytes');
}
