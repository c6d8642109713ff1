/**
 * SQLCipher 4 files as the fixtures of a release keep them: what was encrypted does not compress, so they lie there opened, beside the salt and the IV of
 * each page, and are encrypted again, to the byte, by Node alone.
 */
import { createCipheriv, createHmac, pbkdf2Sync } from 'node:crypto';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { PAGE_BYTES, decryptPage } from '../../main/vault/store/engine/pages.ts';

const [SALT_BYTES, IV_BYTES, RESERVED_BYTES, COUNT_BYTES] = [16, 16, 80, 4];
const CONTENT_BYTES = PAGE_BYTES - RESERVED_BYTES;

/** Together, since a backup is much like its store. Their WALs have to be empty. `key`: 32 bytes. */
export function packStores(
  stores: readonly { readonly file: Uint8Array; readonly key: Uint8Array }[],
): Uint8Array {
  const opened = stores.flatMap(({ file, key }) => {
    const pages = Array.from({ length: file.length / PAGE_BYTES }, (_, at) =>
      file.subarray(at * PAGE_BYTES, (at + 1) * PAGE_BYTES),
    );
    return [
      bytesOf(pages.length),
      file.subarray(0, SALT_BYTES),
      ...pages.map((page, at) => decryptPage(page, at + 1, key)),
      ...pages.map((page) => page.subarray(CONTENT_BYTES, CONTENT_BYTES + IV_BYTES)),
    ];
  });
  const params = { [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS };
  return brotliCompressSync(Buffer.concat(opened), { params });
}

/** The files as they were, in the order of their keys. */
export function unpackStores(packed: Uint8Array, keys: readonly Uint8Array[]): readonly Uint8Array[] {
  let left = brotliDecompressSync(packed);
  return keys.map((key) => {
    const count = left.readUInt32LE();
    const end = COUNT_BYTES + count * (CONTENT_BYTES + IV_BYTES);
    const file = encrypt(left.subarray(COUNT_BYTES, end), count, key);
    left = left.subarray(end);
    return file;
  });
}

function encrypt(opened: Uint8Array, count: number, key: Uint8Array): Uint8Array {
  const salt = opened.subarray(0, SALT_BYTES);
  const macSalt = salt.map((byte) => byte ^ 0x3a);
  const macKey = pbkdf2Sync(key, macSalt, 2, 32, 'sha512');
  const ivs = opened.subarray(count * CONTENT_BYTES);
  const pages = Array.from({ length: count }, (_, at) => {
    const plain = at === 0 ? SALT_BYTES : 0;
    const iv = ivs.subarray(at * IV_BYTES, (at + 1) * IV_BYTES);
    const content = opened.subarray(at * CONTENT_BYTES + plain, (at + 1) * CONTENT_BYTES);
    const cipher = createCipheriv('aes-256-cbc', key, iv).setAutoPadding(false);
    const sealed = Buffer.concat([cipher.update(content), cipher.final(), iv]);
    const mac = createHmac('sha512', macKey)
      .update(sealed)
      .update(bytesOf(at + 1));
    return Buffer.concat([opened.subarray(0, plain), sealed, mac.digest()]);
  });
  return Buffer.concat(pages);
}

function bytesOf(number: number): Buffer {
  const bytes = Buffer.alloc(COUNT_BYTES);
  bytes.writeUInt32LE(number);
  return bytes;
}
