/** Lists the files of folders: in one order, links not followed, nothing but plain files that may bear text. */
import { closeSync, constants, lstatSync, openSync, readdirSync, readSync, realpathSync } from 'node:fs';
import { join, sep } from 'node:path';
import { type ListedFile, MAX_PATH, type SweepRoot } from '../../../contract/sweep/scanner.ts';

interface ListOptions {
  readonly roots: readonly SweepRoot[];
  /** Folders that are not looked into. */
  readonly leftOut: readonly string[];
}

const MAX_DEPTH = 24;
const MAX_FILES = 200_000;
/** Of chat programs: what their lists name in them is looked into, all else is pictures and databases of their own. */
const CHAT_FOLDERS: ReadonlySet<string> = new Set(['xwechat_files', 'WeChat Files', 'WXWork']);
const NEVER: ReadonlySet<string> = new Set(['node_modules', '.git', 'System Volume Information']);
/** Pictures, films, programs: looked into only where their first bytes say that they are something else. */
const NOT_TEXT =
  /\.(?:jpe?g|png|gif|bmp|webp|heic|tiff?|ico|psd|mp[34]|m4[av]|mov|avi|mkv|wav|flac|amr|silk|exe|dll|msi|sys|so|dylib|iso|img|dmg|vhdx?|vmdk|db|sqlite3?|ttf|otf|woff2?|dat)$/i;
const ARCHIVE_OF_PROGRAM = /\.(?:jar|apk|ipa|crx|xpi|epub|whl|nupkg|deb|rpm)$/i;
const SIGNATURES: ReadonlySet<string> = new Set(['504b0304', 'd0cf11e0', '25504446']);

/** The deepest folder that is named decides what a file belongs to; each is looked into once. */
export function* listFiles({ roots, leftOut }: ListOptions): Generator<ListedFile> {
  const folders = new Map<string, SweepRoot['place']>();
  for (const root of roots)
    for (const path of expand(root.path)) if (!root.flat && !folders.has(path)) folders.set(path, root.place);
  const flat = roots
    .filter((root) => root.flat)
    .flatMap((root) => expand(root.path).map((path) => ({ path, place: root.place })))
    .filter(({ path }) => ![...folders.keys()].some((folder) => isWithin(path, folder)));
  const isLeftOut = new Set([...leftOut.flatMap(realPath), ...folders.keys()]);
  let count = 0;
  for (const [path, place] of folders) {
    if (leftOut.some((folder) => realPath(folder).some((real) => isWithin(path, real)))) continue;
    for (const file of listFolder(path, place, isLeftOut, 0)) {
      yield file;
      count += 1;
      if (count >= MAX_FILES) return;
    }
  }
  for (const { path, place } of flat)
    if (!leftOut.some((folder) => realPath(folder).some((real) => isWithin(path, real))))
      yield* listFolder(path, place, isLeftOut, MAX_DEPTH);
}

export const isWithin = (path: string, folder: string): boolean =>
  path === folder || path.startsWith(folder + sep);
const realPath = (path: string): readonly string[] => {
  try {
    return [realpathSync(path)];
  } catch {
    return [];
  }
};

/** Every folder that a path with `*` in it names, as the disk has it. */
export function expand(path: string): readonly string[] {
  const parts = path.split(sep);
  const star = parts.indexOf('*');
  if (star === -1) return realPath(path);
  const before = parts.slice(0, star).join(sep);
  const after = parts.slice(star + 1).join(sep);
  return entriesOf(before)
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => expand(join(before, name, after)));
}

export const entriesOf = (folder: string) => {
  try {
    return readdirSync(folder, { withFileTypes: true }).toSorted((a, b) =>
      a.name < b.name ? -1 : a.name > b.name ? 1 : 0,
    );
  } catch {
    return [];
  }
};

function* listFolder(
  folder: string,
  place: SweepRoot['place'],
  isLeftOut: ReadonlySet<string>,
  depth: number,
): Generator<ListedFile> {
  for (const entry of entriesOf(folder)) {
    const path = join(folder, entry.name);
    if (path.length > MAX_PATH) continue;
    if (entry.isDirectory()) {
      const isOther = CHAT_FOLDERS.has(entry.name) || NEVER.has(entry.name) || isLeftOut.has(path);
      if (!isOther && depth < MAX_DEPTH) yield* listFolder(path, place, isLeftOut, depth + 1);
    } else if (entry.isFile()) {
      const size = sizeOf(path);
      if (size > 0 && mayBearText(path)) yield { path, place, size };
    }
  }
}

/** 0 for what is no plain file any more. */
function sizeOf(path: string): number {
  try {
    const stats = lstatSync(path);
    return stats.isFile() ? stats.size : 0;
  } catch {
    return 0;
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
    const fd = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    try {
      readSync(fd, bytes, 0, 4, 0);
    } finally {
      closeSync(fd);
    }
  } catch {
    return '';
  }
  return bytes.toString('hex');
}
