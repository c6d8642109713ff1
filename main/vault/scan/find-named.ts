/** Looks for the name of a file in what lists files that were used last: shortcuts by their own name, lists by their bytes. */
import { closeSync, constants, fstatSync, lstatSync, openSync, readSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { MAX_LISTED, MAX_PATH, type NamedFile, type RecentList } from '../../../contract/sweep/scanner.ts';
import { entriesOf, expand, isWithin } from './list-files.ts';

interface NamedOptions {
  readonly lists: readonly RecentList[];
  readonly name: string;
  /** Folders that are not looked into. */
  readonly leftOut: readonly string[];
}

const SHORTCUT = /\.(?:lnk|url|desktop)$/i;
/** A list of what was used last is small. */
const MAX_LIST_BYTES = 16 * 1024 * 1024;

/** Never throws: what cannot be read names nothing. */
export function findNamed({ lists, name, leftOut }: NamedOptions): readonly NamedFile[] {
  const spellings = spellingsOf(name);
  const found = lists.flatMap(({ how, path }) => {
    if (how === 'text') return namesIn(path, spellings);
    return expand(path).flatMap((folder) =>
      entriesOf(folder)
        .filter((entry) => entry.isFile())
        .flatMap((entry) => {
          const file = join(folder, entry.name);
          if (how === 'texts') return namesIn(file, spellings);
          return isCalledAfter(entry.name, name) ? toldOf(file, true) : [];
        }),
    );
  });
  return found
    .filter(({ path }) => path.length <= MAX_PATH && !leftOut.some((folder) => isWithin(path, folder)))
    .slice(0, MAX_LISTED);
}

/** A system that hides endings names a shortcut without that of its file. */
function isCalledAfter(shortcut: string, name: string): boolean {
  if (!SHORTCUT.test(shortcut)) return false;
  const called = shortcut.replace(SHORTCUT, '').toLowerCase();
  return called === name.toLowerCase() || called === basename(name, extname(name)).toLowerCase();
}

/** As lists write a name: plainly, in an address, in XML, with the escapes of Qt, and in UTF-16. */
function spellingsOf(name: string): readonly Buffer[] {
  const address = encodeURIComponent(name).replace(/%(?:28|29|21|27|2A)/g, decodeURIComponent);
  const escaped = name.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  // A hexadecimal digit after an escape is escaped as well.
  const ofQt = name.replace(
    /[^\0-\x7e](?:[0-9a-f])?/gi,
    (part) =>
      `\\x${part.charCodeAt(0).toString(16)}${part.length > 1 ? `\\x${part.charCodeAt(1).toString(16)}` : ''}`,
  );
  const texts = [...new Set([name, address, escaped, ofQt])];
  return [...texts.map((text) => Buffer.from(text, 'utf8')), Buffer.from(name, 'utf16le')];
}

function namesIn(path: string, spellings: readonly Buffer[]): readonly NamedFile[] {
  const bytes = readSmall(path);
  return bytes !== null && spellings.some((spelling) => bytes.includes(spelling)) ? toldOf(path, false) : [];
}

function toldOf(path: string, isShortcut: boolean): readonly NamedFile[] {
  try {
    const { dev, ino, size, mtimeMs } = lstatSync(path);
    return [{ path, isShortcut, mark: { device: dev, inode: ino, size, changed: mtimeMs } }];
  } catch {
    return [];
  }
}

/** Null for what is no plain file, or too large to be a list. */
function readSmall(path: string): Buffer | null {
  try {
    if (expand(dirname(path)).length === 0) return null;
    const fd = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    try {
      const stats = fstatSync(fd);
      if (!stats.isFile() || stats.size > MAX_LIST_BYTES) return null;
      const bytes = Buffer.alloc(stats.size);
      readSync(fd, bytes, 0, stats.size, 0);
      return bytes;
    } finally {
      closeSync(fd);
    }
  } catch {
    return null;
  }
}
