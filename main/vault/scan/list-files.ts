/**
 * Lists the files of folders: in one order, links not followed, nothing but plain files that may bear text. Each folder has a fair share of the list, and
 * one that is not listed to its end is told with the reason.
 */
import { lstatSync, opendirSync, realpathSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { CutReason, SweepPlace } from '../../../contract/sweep/lists.ts';
import {
  type CutFolder,
  type ListedFile,
  type Listing,
  MAX_PATH,
  type SweepRoot,
} from '../../../contract/sweep/scanner.ts';
import { openPlainFileSync } from '../../files/plain-file.ts';
import { nameOfBytes, onDisk } from '../../files/raw-names.ts';
import { CHAT_FOLDERS } from '../file-disposal/folders.ts';
import { isWithin } from '../files/is-within.ts';

interface ListOptions {
  readonly roots: readonly SweepRoot[];
  /** Folders that are not looked into. */
  readonly leftOut: readonly string[];
  /** Most files; a test has fewer. */
  readonly most?: number;
}

/** Deeper ones are told: no office has them, and a path has its length. */
const MAX_DEPTH = 64;
const MAX_FILES = 200_000;
/** In folders of chat programs: pictures, voices and databases of their own, in tens of thousands of files. */
const OF_CHAT_ITSELF =
  /^(?:img|image\d?|thumb|video|sns|emotion|customemotion|emoji|emoticon|avatar|headimage|head_imgs|voice|audio|ptt|db_storage|nt_db|msg\d?\.db)$/i;
const CHAT_PLACES: ReadonlySet<SweepPlace> = new Set(Object.values(CHAT_FOLDERS));
/** Of the system alone, which nobody else can write to. */
const NEVER: ReadonlySet<string> = new Set(['System Volume Information']);
/** Pictures, films, programs: looked into only where their first bytes say that they are something else. */
const NOT_TEXT =
  /\.(?:jpe?g|png|gif|bmp|webp|heic|tiff?|ico|psd|mp[34]|m4[av]|mov|avi|mkv|wav|flac|amr|silk|exe|dll|msi|sys|so|dylib|iso|img|dmg|vhdx?|vmdk|db|sqlite3?|ttf|otf|woff2?|dat)$/i;
const ARCHIVE_OF_PROGRAM = /\.(?:jar|apk|ipa|crx|xpi|epub|whl|nupkg|deb|rpm)$/i;
const SIGNATURES: ReadonlySet<string> = new Set(['504b0304', 'd0cf11e0', '25504446']);

/** A file, or a folder of which not all is told. */
type Found = ListedFile | CutFolder;
export const isCut = (found: Found): found is CutFolder => 'why' in found;

interface Folder {
  readonly path: string;
  readonly place: SweepPlace;
  /** Of how many folders below the one that was named. */
  readonly depth: number;
  /** Nothing but its own files. */
  readonly flat: boolean;
  /** A chat program keeps it. */
  readonly isOfChat: boolean;
}

/** The deepest folder that is named decides what a file belongs to; each is looked into once. */
export function* listFiles({ roots, leftOut, most = MAX_FILES }: ListOptions): Generator<Found> {
  const hidden = leftOut.flatMap(realPath);
  const named: Folder[] = [];
  for (const root of roots) {
    const { items, cut } = expandRoot(root);
    yield* cut;
    for (const path of items)
      if (!hidden.some((folder) => isWithin(path, folder)))
        named.push({
          path,
          place: root.place,
          depth: 0,
          flat: root.flat === true,
          isOfChat: CHAT_PLACES.has(root.place),
        });
  }
  const whole = new Map<string, Folder>();
  for (const folder of named) if (!folder.flat && !whole.has(folder.path)) whole.set(folder.path, folder);
  const flat = named.filter(
    ({ flat: isFlat, path }) => isFlat && ![...whole.keys()].some((folder) => isWithin(path, folder)),
  );
  const skipped = new Set([...hidden, ...whole.keys()]);
  const share = createShare(most, whole.size + flat.length);
  for (const folder of [...whole.values(), ...flat])
    share.take(yield* listFolder(folder, skipped, share.ofNextFolder()));
}

const realPath = (path: string): readonly string[] => {
  try {
    return [nameOfBytes(realpathSync(onDisk(path), 'buffer'))];
  } catch {
    return [];
  }
};

/** A folder that somebody has named, and that is not there, is told; one that a program may have is not. */
function expandRoot({ path, place }: SweepRoot): Listing<string> {
  const { items, cut } = expand(path);
  if (items.length === 0 && (place === 'picked' || place === 'drive'))
    return { items, cut: [{ path, place, why: 'not-there' }] };
  return { items, cut: cut.map((folder) => ({ ...folder, place })) };
}

/** Every folder that a path with `*` in it names, as the disk has it. */
export function expand(path: string): Listing<string> {
  const parts = path.split(sep);
  const star = parts.indexOf('*');
  if (star === -1) return { items: realPath(path), cut: [] };
  const before = parts.slice(0, star).join(sep);
  const after = parts.slice(star + 1).join(sep);
  const { items, cut } = entriesOf(before);
  const deeper = items
    .filter(({ isFolder }) => isFolder)
    .map(({ name }) => expand(join(before, name, after)));
  return {
    items: deeper.flatMap((one) => one.items),
    cut: [...cut, ...deeper.flatMap((one) => one.cut)],
  };
}

interface Entry {
  readonly name: string;
  readonly isFolder: boolean;
}

/** Files and folders in a folder, in the order of their names; links, pipes and devices are none. No more than `most` of each are kept in memory. */
export function entriesOf(path: string, most = MAX_FILES, place: SweepPlace = 'recent'): Listing<Entry> {
  const items: Entry[] = [];
  const left = { file: most, folder: most };
  const cutBy = (why: CutReason): Listing<Entry> => ({ items, cut: [{ path, place, why }] });
  try {
    // As bytes: a name need not be UTF-8.
    const folder = opendirSync(onDisk(path), { bufferSize: 256, encoding: 'buffer' as BufferEncoding });
    try {
      for (let entry = folder.readSync(); entry !== null; entry = folder.readSync()) {
        if (!entry.isFile() && !entry.isDirectory()) continue;
        left[entry.isFile() ? 'file' : 'folder'] -= 1;
        if (left[entry.isFile() ? 'file' : 'folder'] >= 0)
          items.push({ name: nameOf(entry.name), isFolder: entry.isDirectory() });
      }
    } finally {
      folder.closeSync();
      items.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
    }
  } catch (error) {
    return isGone(error) ? { items: [], cut: [] } : cutBy('no-access');
  }
  return left.file < 0 || left.folder < 0 ? cutBy('list-full') : { items, cut: [] };
}

/** The types know no names as bytes. */
const nameOf = (name: string | Uint8Array): string => (typeof name === 'string' ? name : nameOfBytes(name));

const isGone = (error: unknown): boolean =>
  ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '');

interface Share {
  /** How many files what comes next may have, so that each folder behind it still has its part. */
  ofNextFolder(): number;
  ofFiles(): number;
  take(files: number): void;
}

/** Half of it is kept for the folders, the same for each; what one leaves is for those behind it. */
function createShare(most: number, folders: number): Share {
  const part = Math.floor(most / 2 / Math.max(1, folders));
  let left = most;
  let waiting = folders;
  return {
    ofNextFolder() {
      waiting -= 1;
      return left - part * waiting;
    },
    ofFiles: () => left - part * waiting,
    take: (files) => void (left -= files),
  };
}

/** Yields what is in a folder and below, `most` at most; how many it were. */
function* listFolder(
  { path: folder, place, depth, flat, isOfChat }: Folder,
  skipped: ReadonlySet<string>,
  most: number,
): Generator<Found, number> {
  const { items, cut } = entriesOf(folder, most, place);
  let why = cut[0]?.why ?? null;
  let listed = 0;
  const isLookedInto = ({ name, isFolder }: Entry): boolean =>
    isFolder &&
    !flat &&
    !NEVER.has(name) &&
    !(isOfChat && OF_CHAT_ITSELF.test(name)) &&
    !skipped.has(join(folder, name));
  const share = createShare(most, items.filter(isLookedInto).length);
  for (const entry of items) {
    const path = join(folder, entry.name);
    const isFolder = isLookedInto(entry);
    if (entry.isFolder && !isFolder) continue;
    const room = isFolder ? share.ofNextFolder() : share.ofFiles();
    const size = isFolder ? null : sizeOf(path);
    if (!isFolder && (size === null || !mayBearText(path))) continue;
    if (path.length > MAX_PATH || (isFolder && depth >= MAX_DEPTH)) why ??= 'too-deep';
    else if (room <= 0) why ??= 'list-full';
    else {
      let found = 1;
      if (size === null)
        found = yield* listFolder(
          { path, flat, depth: depth + 1, ...chatOf(entry.name, { place, isOfChat }) },
          skipped,
          room,
        );
      else yield { path, place, size };
      share.take(found);
      listed += found;
    }
  }
  if (why === null) return listed;
  yield { path: folder, place, why };
  return listed + 1;
}

/** A folder of a chat program is one wherever it lies, and so is all that it holds. */
function chatOf(
  name: string,
  around: Pick<Folder, 'place' | 'isOfChat'>,
): Pick<Folder, 'place' | 'isOfChat'> {
  const place = CHAT_FOLDERS[name];
  return place === undefined || around.isOfChat ? around : { place, isOfChat: true };
}

/** Null for what is empty, or no plain file any more; 0 for what cannot be looked at, so that it is told as unread. */
function sizeOf(path: string): number | null {
  try {
    const stats = lstatSync(onDisk(path));
    return stats.isFile() && stats.size > 0 ? stats.size : null;
  } catch (error) {
    return isGone(error) ? null : 0;
  }
}

function mayBearText(path: string): boolean {
  if (ARCHIVE_OF_PROGRAM.test(path)) return false;
  return !NOT_TEXT.test(path) || SIGNATURES.has(firstBytes(path));
}

/** Four of them, in hexadecimal. */
function firstBytes(path: string): string {
  const bytes = Buffer.alloc(4);
  try {
    const file = openPlainFileSync(onDisk(path));
    try {
      file?.readInto(bytes, 0);
    } finally {
      file?.close();
    }
  } catch {
    return '';
  }
  return bytes.toString('hex');
}
