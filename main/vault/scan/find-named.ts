/** Looks for the name of a file in what lists files that were used last: shortcuts by their own name, lists by their bytes. */
import { lstatSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import {
  type CutFolder,
  type Listing,
  MAX_LISTED,
  MAX_PATH,
  type NamedFile,
  type RecentList,
} from '../../../contract/sweep/scanner.ts';
import { NotOursError, readPlainFile } from '../../files/plain-file.ts';
import { isWithin } from '../files/is-within.ts';
import { entriesOf, expand } from './list-files.ts';

interface NamedOptions {
  readonly lists: readonly RecentList[];
  readonly name: string;
  /** Folders that are not looked into. */
  readonly leftOut: readonly string[];
}

const SHORTCUT = /\.(?:lnk|url|desktop)$/i;
/** A list of what was used last is small. */
const MAX_LIST_BYTES = 16 * 1024 * 1024;

/** Never throws: what cannot be read names nothing, and is told. */
export function findNamed({ lists, name, leftOut }: NamedOptions): Listing<NamedFile> {
  const spellings = spellingsOf(name);
  const cut: CutFolder[] = [];
  const readList = (path: string): readonly NamedFile[] => {
    const { items, cut: missing } = namesIn(path, spellings);
    cut.push(...missing);
    return items;
  };
  const found = lists.flatMap(({ how, path }) => {
    if (how === 'text') return readList(path);
    const folders = expand(path);
    cut.push(...folders.cut);
    return folders.items.flatMap((folder) => {
      const entries = entriesOf(folder);
      cut.push(...entries.cut);
      return entries.items
        .filter(({ isFolder }) => !isFolder)
        .flatMap((entry) => {
          const file = join(folder, entry.name);
          if (how === 'texts') return readList(file);
          return isCalledAfter(entry.name, name) ? toldOf(file, true) : [];
        });
    });
  });
  const items = found.filter(
    ({ path }) => path.length <= MAX_PATH && !leftOut.some((folder) => isWithin(path, folder)),
  );
  if (items.length > MAX_LISTED)
    cut.push({ path: dirname(items[0]?.path ?? ''), place: 'recent', why: 'list-full' });
  return { items: items.slice(0, MAX_LISTED), cut: cut.slice(0, MAX_LISTED) };
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

function namesIn(path: string, spellings: readonly Buffer[]): Listing<NamedFile> {
  try {
    const bytes = readPlainFile(path, MAX_LIST_BYTES);
    const isNamed =
      bytes !== null && spellings.some((spelling) => Buffer.from(bytes.buffer).includes(spelling));
    return { items: isNamed ? toldOf(path, false) : [], cut: [] };
  } catch (error) {
    const why = error instanceof NotOursError && error.why === 'size' ? 'list-full' : 'no-access';
    return { items: [], cut: [{ path, place: 'recent', why }] };
  }
}

function toldOf(path: string, isShortcut: boolean): readonly NamedFile[] {
  try {
    const { dev, ino, size, mtimeMs } = lstatSync(path);
    return [{ path, isShortcut, mark: { device: dev, inode: ino, size, changed: mtimeMs } }];
  } catch {
    return [];
  }
}
