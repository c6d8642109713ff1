/**
 * Native modules lie outside the program's archive, where no system holds them against a hash. The archive has a list of theirs, and a process loads
 * none that is not as it was packed.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Of a packed program, from its root; made by `scripts/pack/native-list.ts`. */
export const NATIVE_LIST = 'dist/native-modules.json';

/** SHA-256 by path from the root, with forward slashes. */
export type NativeList = Readonly<Record<string, string>>;

const ARCHIVE = /\.asar$/;

/** Null where nothing is packed. macOS holds every file of a program against its signature, which changes the modules after they were packed. */
function readList(root: string): NativeList | null {
  if (!ARCHIVE.test(root) || process.platform === 'darwin') return null;
  return JSON.parse(readFileSync(join(root, NATIVE_LIST), 'utf8')) as NativeList;
}

function isAsPacked(root: string, list: NativeList, path: string): boolean {
  try {
    return (
      createHash('sha256')
        .update(readFileSync(join(root, path)))
        .digest('hex') === list[path]
    );
  } catch {
    return false;
  }
}

/**
 * From here on this process loads a native module with the bytes it was packed with, or throws. Returns the first of the list that is not as it was
 * packed, the list itself where it cannot be read, else null. `root`: the archive, or the folder of a program that is not packed.
 */
export function guardNativeModules(root: string): string | null {
  let list: NativeList | null = {};
  try {
    list = readList(root);
    if (list === null) return null;
  } catch {
    list = {};
  }
  const known = list;
  const load = process.dlopen;
  process.dlopen = (module: object, file: string, flags?: number) => {
    const path = relative(root, file.replace(/\.asar\.unpacked(?=[\\/])/, '.asar')).replaceAll('\\', '/');
    if (!isAsPacked(root, known, path)) throw new Error(`${path} is not as it was packed`);
    return flags === undefined ? load(module, file) : load(module, file, flags);
  };
  const paths = Object.keys(known);
  return paths.length === 0 ? NATIVE_LIST : (paths.find((path) => !isAsPacked(root, known, path)) ?? null);
}
