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

/** SHA-256 over purpose, vault id (16 bytes) and the canonical entry, which includes the hash before it. */
export function hashEntry(vaultId: Uint8Array, entry: LogContent): Uint8Array {
  return createHash('sha256').update('resident-vault log entry 1\0').update(vaultId).update(encodeLogContent(entry)).digest();
}

/** HMAC-SHA256 of the entry's hash under the key of its turn. */
export function tagEntry(key: Uint8Array, hash: Uint8Array): Uint8Array {
  return createHmac('sha256', key).update('resident-vault log tag 1\0').update(hash).digest();
}

/** The key of the next entry: HMAC-SHA256 under the key of this one, which it does not lead back to. */
export function stepKey(key: Uint8Array): Uint8Array {
  return createHmac('sha256', key).update('resident-vault log step 1\0').digest();
}
