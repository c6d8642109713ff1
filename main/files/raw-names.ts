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

/** The name of an entry of a folder, in a path. One that has such a character of its own is given as bytes, too, so that it leads to no other file. */
export function nameOfBytes(bytes: Uint8Array): string {
  const text = textOf(bytes);
  return text === null || RAW.test(text)
    ? Array.from(bytes, (byte) => String.fromCharCode(byte < 0x80 ? byte : FIRST + byte - 0x80)).join('')
    : text;
}

/** Null where it is no UTF-8. */
function textOf(bytes: Uint8Array): string | null {
  try {
    return UTF8.decode(bytes);
  } catch {
    return null;
  }
}

/** A path as the file system takes it: bytes where a name in it is no UTF-8. */
export const onDisk = (path: string): string | Buffer => (RAW.test(path) ? bytesOf(path) : path);

/** A path for people: names that are no UTF-8 read as GB18030. */
export const shownPath = (path: string): string =>
  RAW.test(path)
    ? path
        .split(sep)
        .map((name) => (RAW.test(name) ? shownName(bytesOf(name)) : name))
        .join(sep)
    : path;

const shownName = (bytes: Buffer): string => textOf(bytes) ?? GB.decode(bytes);

function bytesOf(path: string): Buffer {
  return Buffer.concat(
    Array.from(path, (character) => {
      const code = character.charCodeAt(0);
      return RAW.test(character) ? Buffer.from([code - FIRST + 0x80]) : Buffer.from(character, 'utf8');
    }),
  );
}
