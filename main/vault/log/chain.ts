/**
 * The three steps of the log's chain: SHA-256 from entry to entry, an HMAC under a key that only the anchor holds, and
 * the one-way step of that key, so that nobody can tag an entry again once it is written.
 */
import { createHash, createHmac } from 'node:crypto';
import { encodeLogContent } from './canonical.ts';
import type { LogContent } from './canonical.ts';

/** Length of hashes, tags and keys. */
export const LINK_BYTES = 32;
/** `prevHash` of the first entry of a vault. */
export const NO_HASH: Uint8Array = new Uint8Array(LINK_BYTES);

/** HMAC-SHA256 over purpose, vault id (16 bytes) and the canonical entry, under the key of its turn. */
export function tagEntry(vaultId: Uint8Array, entry: LogContent, key: Uint8Array): Uint8Array {
  return plain(
    createHmac('sha256', key)
      .update('resident-vault log tag 1\0')
      .update(vaultId)
      .update(encodeLogContent(entry))
      .digest(),
  );
}

/**
 * SHA-256 over purpose, vault id, the canonical entry, which includes the hash before it, and its tag: so a tag cannot be
 * exchanged either, though only who holds the segment's first key can say whether it was right.
 */
export function hashEntry(vaultId: Uint8Array, entry: LogContent, tag: Uint8Array): Uint8Array {
  return plain(
    createHash('sha256')
      .update('resident-vault log entry 1\0')
      .update(vaultId)
      .update(encodeLogContent(entry))
      .update(tag)
      .digest(),
  );
}

/** The key of the next entry: HMAC-SHA256 under the key of this one, which it does not lead back to. */
export function stepKey(key: Uint8Array): Uint8Array {
  return plain(createHmac('sha256', key).update('resident-vault log step 1\0').digest());
}

/** A Buffer's `slice` shares its memory, which is a trap where keys are copied to be kept and zeroed. */
function plain(buffer: Buffer): Uint8Array {
  return new Uint8Array(buffer);
}
