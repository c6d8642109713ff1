/**
 * Names of files that are no UTF-8, as an old archive or a drive from elsewhere leaves them on Linux (GBK). In a path each of their bytes that is no
 * ASCII stands as a character of Unicode's private area, so that a path is a text everywhere and leads back to its file.
 */
import { sep } from 'node:path';

/** U+F780 to U+F7FF: the bytes 0x80 to 0xFF. */
const FIRST = 0xf780;
const RAW = /[\uf780-\uf7ff]/;
const UTF8 = new TextDecoder('utf-8', { fatal: true });
const GB = new TextDecoder('gb18030');

/** The name of an entry of a folder, in a path. */
export function nameOfBytes(bytes: Uint8Array): string {
  try {
    return UTF8.decode(bytes);
  } catch {
    return Array.from(bytes, (byte) => String.fromCharCode(byte < 0x80 ? byte : FIRST + byte - 0x80)).join(
      '',
    );
  }
}

/** A path as the file system takes it: bytes where a name in it is no UTF-8. */
export const onDisk = (path: string): string | Buffer => (RAW.test(path) ? bytesOf(path) : path);

/** Whether a name in it is no UTF-8. */
export const hasRawName = (path: string): boolean => RAW.test(path);

/** A path for people: such names read as GB18030. */
export const shownPath = (path: string): string =>
  RAW.test(path)
    ? path
        .split(sep)
        .map((name) => (RAW.test(name) ? GB.decode(bytesOf(name)) : name))
        .join(sep)
    : path;

function bytesOf(path: string): Buffer {
  return Buffer.concat(
    Array.from(path, (character) => {
      const code = character.charCodeAt(0);
      return RAW.test(character) ? Buffer.from([code - FIRST + 0x80]) : Buffer.from(character, 'utf8');
    }),
  );
}
