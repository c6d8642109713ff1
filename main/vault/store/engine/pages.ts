/**
 * Checks a SQLCipher 4 file page by page without an engine: names damaged pages and distinguishes a wrong key
 * from damage.
 *
 * Layout (SQLCipher 4 design): 4096-byte pages; the last 80 bytes are a 16-byte IV and an HMAC-SHA512 over
 * ciphertext, IV and the page number (32 bits, little endian). Page 1 begins with the 16-byte salt. The HMAC
 * key is PBKDF2-HMAC-SHA512(key, salt XOR 0x3a, 2 rounds).
 */
import { createDecipheriv, createHmac, pbkdf2Sync, timingSafeEqual } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';

/** Page size of a store. */
export const PAGE_BYTES = 4096;
const SALT_BYTES = 16;
const HMAC_BYTES = 64;
const RESERVED_BYTES = 80;
const PAGES_AT_ONCE = 64;
/** How many pages besides the first are tried before a key is called wrong. */
const PAGES_TO_PROVE_KEY = 16;
const PLAINTEXT_HEADER = Buffer.from('SQLite format 3\0', 'latin1');

/**
 * Problems of a file on disk, at most `most`; empty if every page has a valid HMAC. `key`: 32 bytes. The WAL
 * is not read. Errors: those of the file system.
 */
export async function checkPages(path: string, key: Uint8Array, most = 100): Promise<readonly string[]> {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    const problems: string[] = [];
    if (size === 0 || size % PAGE_BYTES !== 0)
      problems.push(`the file's length (${size} bytes) is not a whole number of pages`);
    const pages = Math.floor(size / PAGE_BYTES);
    if (pages === 0) return problems;
    const hmacKey = deriveHmacKey(key, readFrom(file, 0, SALT_BYTES));
    for (let first = 1; first <= pages && problems.length < most; first += PAGES_AT_ONCE) {
      const count = Math.min(PAGES_AT_ONCE, pages - first + 1);
      await setImmediate();
      const bytes = readFrom(file, (first - 1) * PAGE_BYTES, count * PAGE_BYTES);
      for (let i = 0; i < count && problems.length < most; i++) {
        const page = bytes.subarray(i * PAGE_BYTES, (i + 1) * PAGE_BYTES);
        if (!hasRightHmac(page, first + i, hmacKey) && !isNeverWritten(page, first + i))
          problems.push(`page ${first + i} fails its HMAC`);
      }
    }
    return problems;
  } finally {
    closeSync(file);
  }
}

/**
 * Why an existing file does not open. `store-damaged` where the key is provably right or the file cannot be a
 * store; `store-wrong-key` where nothing in it matches the key, which is also so for a file that was
 * overwritten completely. Errors: those of the file system.
 */
export function whyUnreadable(path: string, key: Uint8Array): 'store-damaged' | 'store-wrong-key' {
  return examine(path, key) === 'foreign' ? 'store-wrong-key' : 'store-damaged';
}

/**
 * Why a file must not even be opened, or null. SQLite fills an empty file with a new database, discards the
 * WAL beside it, and may write a WAL over a file to which it does not belong. Damage is no reason where a WAL
 * may repair it. Without one, a file that ends within a page is truncated, which SQLite would notice only
 * when it reads that page. Reads synchronously: a PIN waits for it, and an asynchronous turn takes longer
 * than the reading. Errors: those of the file system.
 */
export function whyNotToOpen(path: string, key: Uint8Array): 'store-damaged' | 'store-wrong-key' | null {
  switch (examine(path, key)) {
    case 'ours':
      return endsWithinPage(path) && !hasWal(path) ? 'store-damaged' : null;
    case 'no-store':
      return 'store-damaged';
    case 'foreign':
      return 'store-wrong-key';
  }
}

const endsWithinPage = (path: string): boolean => statSync(path).size % PAGE_BYTES !== 0;
const hasWal = (path: string): boolean => (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;

/** `ours`: some page, or the first without its HMAC, answers to the key. `no-store`: it cannot be a SQLCipher file, whatever the key. */
function examine(path: string, key: Uint8Array): 'ours' | 'foreign' | 'no-store' {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    if (size < PAGE_BYTES) return 'no-store';
    const first = readFrom(file, 0, PAGE_BYTES);
    if (first.subarray(0, PLAINTEXT_HEADER.length).equals(PLAINTEXT_HEADER)) return 'no-store';
    const hmacKey = deriveHmacKey(key, first.subarray(0, SALT_BYTES));
    if (hasRightHmac(first, 1, hmacKey) || decryptsToHeader(first, key)) return 'ours';
    const last = Math.min(Math.floor(size / PAGE_BYTES), 1 + PAGES_TO_PROVE_KEY);
    for (let n = 2; n <= last; n++) {
      if (hasRightHmac(readFrom(file, (n - 1) * PAGE_BYTES, PAGE_BYTES), n, hmacKey)) return 'ours';
    }
    return size % PAGE_BYTES === 0 ? 'foreign' : 'no-store';
  } finally {
    closeSync(file);
  }
}

function deriveHmacKey(key: Uint8Array, salt: Uint8Array): Buffer {
  return pbkdf2Sync(
    key,
    salt.map((byte) => byte ^ 0x3a),
    2,
    32,
    'sha512',
  );
}

function hasRightHmac(page: Buffer, number: number, hmacKey: Buffer): boolean {
  const numberBytes = Buffer.alloc(4);
  numberBytes.writeUInt32LE(number);
  const from = number === 1 ? SALT_BYTES : 0;
  const hmac = createHmac('sha512', hmacKey)
    .update(page.subarray(from, PAGE_BYTES - HMAC_BYTES))
    .update(numberBytes)
    .digest();
  return timingSafeEqual(hmac, page.subarray(PAGE_BYTES - HMAC_BYTES));
}

/** SQLite may leave a free page as a hole in the file. One that is in use and empty is found by its integrity check. */
function isNeverWritten(page: Buffer, number: number): boolean {
  return number > 1 && page.every((byte) => byte === 0);
}

/**
 * With a raw key the salt plays no part in decryption, so the fixed fields of SQLite's header (file format 1.3) show a
 * right key although the HMAC fails. Two places far apart are looked at: CBC spoils two blocks a flipped bit at most.
 */
function decryptsToHeader(page: Buffer, key: Uint8Array): boolean {
  const iv = page.subarray(PAGE_BYTES - RESERVED_BYTES, PAGE_BYTES - HMAC_BYTES);
  const decipher = createDecipheriv('aes-256-cbc', key, iv).setAutoPadding(false);
  const header = Buffer.concat([
    Buffer.alloc(SALT_BYTES),
    decipher.update(page.subarray(SALT_BYTES, 112)),
    decipher.final(),
  ]);
  const pageSizeToFractions = Buffer.from([0x10, 0x00, 0x02, 0x02, RESERVED_BYTES, 64, 32, 32]);
  return (
    header.subarray(16, 24).equals(pageSizeToFractions) || header.subarray(80, 92).every((byte) => byte === 0)
  );
}

/** The content of a page, without its reserved bytes; that of the first begins behind the salt. `key`: 32 bytes. */
export function decryptPage(page: Uint8Array, number: number, key: Uint8Array): Buffer {
  const iv = page.subarray(PAGE_BYTES - RESERVED_BYTES, PAGE_BYTES - HMAC_BYTES);
  const decipher = createDecipheriv('aes-256-cbc', key, iv).setAutoPadding(false);
  return decipher.update(page.subarray(number === 1 ? SALT_BYTES : 0, PAGE_BYTES - RESERVED_BYTES));
}

/** Bytes of an open file, as many as there are. */
export function readFrom(file: number, position: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  let done = 0;
  while (done < length) {
    const bytesRead = readSync(file, bytes, done, length - done, position + done);
    if (bytesRead === 0) break;
    done += bytesRead;
  }
  return bytes;
}
