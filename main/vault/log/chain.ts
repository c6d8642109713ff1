/**
 * The log's chain: SHA-256 from entry to entry (FIPS 180-4), an HMAC tag (RFC 2104) under a key that only the
 * anchor holds, and a one-way step of that key, so that nobody can tag a written entry again.
 */
import { createHmac, hash } from 'node:crypto';
import { type LogContent, encodeLogContent, maxBytesOf, writeLogContent } from './canonical.ts';

/** Length of hashes, tags and keys, in bytes. */
export const LINK_BYTES = 32;
/** `prevHash` of the first entry of a vault. */
export const NO_HASH: Uint8Array = new Uint8Array(LINK_BYTES);

const UNSIGNED = Buffer.from('resident-vault log entry 1\0');
const SIGNED = Buffer.from('resident-vault log entry 2\0');

/** Content that tag and hash cover beside the canonical entry. */
type Signed = LogContent & {
  /** As `signEntry` stores it; null where nobody has signed. */
  readonly signature: Uint8Array | null;
};

/** Other columns of a row of the log; hash and tag of one that was written have 32 bytes each. */
interface Linked {
  readonly hash: Uint8Array;
  readonly tag: Uint8Array;
}

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
  return new Uint8Array(Buffer.from(digestOf(vaultId, entry, tag), 'latin1'));
}

/** Whether the hash that stands in an entry is its hash. What a tampered store has in place of bytes is none. */
export function hasOwnHash(vaultId: Uint8Array, entry: Signed & Linked): boolean {
  const { hash: stated, tag, prevHash, signature } = entry;
  const areBytes =
    isLink(stated) &&
    isLink(tag) &&
    isLink(prevHash) &&
    (signature === null || signature instanceof Uint8Array);
  if (!areBytes) return false;
  const digest = digestOf(vaultId, entry, tag);
  for (let index = 0; index < LINK_BYTES; index += 1)
    if (digest.charCodeAt(index) !== stated[index]) return false;
  return true;
}

const isLink = (bytes: unknown): boolean => bytes instanceof Uint8Array && bytes.length === LINK_BYTES;

/** As text of one code unit a byte: an array for each hash takes three times as long as the hash. */
function digestOf(vaultId: Uint8Array, entry: Signed, tag: Uint8Array): string {
  const { signature } = entry;
  const purpose = signature === null ? UNSIGNED : SIGNED;
  const bytes = roomFor(
    purpose.length + vaultId.length + maxBytesOf(entry) + tag.length + (signature?.length ?? 0),
  );
  bytes.set(purpose);
  bytes.set(vaultId, purpose.length);
  let end = writeLogContent(bytes, purpose.length + vaultId.length, entry);
  bytes.set(tag, end);
  end += tag.length;
  if (signature !== null) bytes.set(signature, end);
  return hash('sha256', bytes.subarray(0, end + (signature?.length ?? 0)), 'binary');
}

/** In one piece and in the same room for each entry: a hash that is fed takes three times as long, and so does one whose bytes are put together anew. */
const room = Buffer.alloc(16_384);
const roomFor = (length: number): Buffer => (length <= room.length ? room : Buffer.allocUnsafe(length));

/** The key of the next entry: HMAC-SHA256 under the present key, which cannot be derived from it. */
export function stepKey(key: Uint8Array): Uint8Array {
  return plain(createHmac('sha256', key).update('resident-vault log step 1\0').digest());
}

/** A copy, because `slice` of a Buffer shares memory, which is unsafe where keys are kept and zeroed. */
function plain(buffer: Buffer): Uint8Array {
  return new Uint8Array(buffer);
}
