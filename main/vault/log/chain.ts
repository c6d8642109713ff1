/**
 * The log's chain: SHA-256 from entry to entry (FIPS 180-4), an HMAC tag (RFC 2104) under a key that only the
 * anchor holds, and a one-way step of that key, so that nobody can tag a written entry again.
 */
import { createHmac, hash } from 'node:crypto';
import { encodeLogContent } from './canonical.ts';
import type { LogContent } from './canonical.ts';

/** Length of hashes, tags and keys, in bytes. */
export const LINK_BYTES = 32;
/** `prevHash` of the first entry of a vault. */
export const NO_HASH: Uint8Array = new Uint8Array(LINK_BYTES);

const UNSIGNED = Buffer.from('resident-vault log entry 1\0');
const SIGNED = Buffer.from('resident-vault log entry 2\0');

/** What tag and hash cover beside the canonical entry. */
type Signed = LogContent & {
  /** As `signEntry` stores it; null where nobody has signed. */
  readonly signature: Uint8Array | null;
};

/**
 * The tag of an entry: HMAC-SHA256 over purpose, vault id (16 bytes), the canonical entry and its signature. An
 * entry without one has a purpose of its own, so that none can be taken off. `key`: the moving key at this
 * entry, 32 bytes.
 */
export function tagEntry(vaultId: Uint8Array, entry: Signed, key: Uint8Array): Uint8Array {
  const hmac = createHmac('sha256', key)
    .update(entry.signature === null ? 'resident-vault log tag 1\0' : 'resident-vault log tag 2\0')
    .update(vaultId)
    .update(encodeLogContent(entry));
  return plain((entry.signature === null ? hmac : hmac.update(entry.signature)).digest());
}

/**
 * The hash of an entry: SHA-256 over purpose, vault id, the canonical entry (which includes the previous
 * hash), its tag and its signature. So a tag cannot be replaced, though only a holder of the segment's first
 * key can check it. The canonical entry tells its own end, and the tag has a fixed length.
 */
export function hashEntry(vaultId: Uint8Array, entry: Signed, tag: Uint8Array): Uint8Array {
  // In one piece: a check of the whole log hashes every entry of it, and a hash that is fed takes three times as long.
  const parts = [entry.signature === null ? UNSIGNED : SIGNED, vaultId, encodeLogContent(entry), tag];
  const bytes = Buffer.concat(entry.signature === null ? parts : [...parts, entry.signature]);
  return plain(hash('sha256', bytes, 'buffer'));
}

/** The key of the next entry: HMAC-SHA256 under the present key, which cannot be derived from it. */
export function stepKey(key: Uint8Array): Uint8Array {
  return plain(createHmac('sha256', key).update('resident-vault log step 1\0').digest());
}

/** A copy, because `slice` of a Buffer shares memory, which is unsafe where keys are kept and zeroed. */
function plain(buffer: Buffer): Uint8Array {
  return new Uint8Array(buffer);
}
