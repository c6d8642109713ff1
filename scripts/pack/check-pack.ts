/** What is wrong with a packed folder, read from the folder alone: nothing of how it was made is believed. */
import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { extractFile, listPackage, statFile } from '@electron/asar';
import { NATIVE_LIST, type NativeList } from '../../main/files/native-modules.ts';
import { sha256Hex } from '../../main/vault/crypto/sha256.ts';
import { projectDir } from '../setup/paths.mjs';
import { SetupError } from '../setup/say.mjs';
import { readFuses, WANTED } from './fuses.mjs';
import { readImports } from './read-imports.ts';
import { isOfTheSystem } from './system-libraries.ts';

/** One file of the folder, or of the archive in it (`app.asar/…`), with forward slashes. */
interface PackedFile {
  readonly path: string;
  readonly bytes: Buffer;
  readonly mode: number | null;
}

/** Program and resources, wherever this system has them. */
const LAYOUTS = [
  { program: 'resident-vault', resources: 'resources' },
  { program: 'Resident Vault.exe', resources: 'resources' },
  {
    program: 'Resident Vault.app/Contents/MacOS/Resident Vault',
    resources: 'Resident Vault.app/Contents/Resources',
  },
] as const;
const HARDENING = 'dist/native/harden-process.node';
const TEXT = /^app\.asar\/.*\.(?:[cm]?js|json|html|css)$/;
/** What is built here; the comments of a package are its authors'. */
const OURS = /^app\.asar\/(?!node_modules\/)/;
/** A folder of somebody's own, on any system. */
const SOMEBODYS_FOLDER = /\/(?:home|Users)\/\w[\w.-]*\/|[A-Z]:\\+Users\\+\w/;
const TEST = /(?:^|\/)(?:tests?|__tests__|fixtures)\/|\.(?:test|spec)\.\w+$/;
const MAP = /\.map$/;
const MAP_NAMED = /[#@] sourceMappingURL=/;

function filesIn(folder: string): readonly PackedFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({
      path: relative(folder, file).replaceAll('\\', '/'),
      bytes: readFileSync(file),
      mode: process.platform === 'win32' ? null : lstatSync(file).mode & 0o7777,
    }));
}

/** What lies in the archive itself; what is unpacked beside it is a file of the folder. */
function filesInArchive(archive: string): readonly PackedFile[] {
  return listPackage(archive, { isPack: false })
    .map((name) => name.replace(/^[\\/]/, ''))
    .filter((name) => {
      const entry = statFile(archive, name);
      return 'size' in entry && entry.unpacked !== true;
    })
    .map((name) => ({
      path: `app.asar/${name.replaceAll('\\', '/')}`,
      bytes: extractFile(archive, name),
      mode: null,
    }));
}

async function fuseFaults(program: string): Promise<readonly string[]> {
  const fuses = await readFuses(program);
  return [...fuses]
    .filter(([fuse, on]) => on !== WANTED[fuse])
    .map(([fuse, on]) => `fuse ${fuse} is ${on ? 'on' : 'off'}`);
}

function importFaults(files: readonly PackedFile[]): readonly string[] {
  const packed = new Set(files.map(({ path }) => basename(path).toLowerCase()));
  return files.flatMap(({ path, bytes }) =>
    (readImports(bytes) ?? [])
      .filter((name) => !isOfTheSystem(name) && !packed.has(basename(name).toLowerCase()))
      .map((name) => `${path} needs ${name}, which a computer may lack`),
  );
}

interface Locked {
  readonly packages: Readonly<Record<string, { readonly dev?: boolean }>>;
}

/** Packages of the archive that are not what the program runs with. */
function packageFaults(paths: readonly string[]): readonly string[] {
  const { packages } = JSON.parse(readFileSync(join(projectDir, 'package-lock.json'), 'utf8')) as Locked;
  const found = new Set(
    paths.flatMap((path) => /node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0] ?? []),
  );
  return [...found]
    .filter((name) => packages[name] === undefined || packages[name].dev === true)
    .map((name) => `${name} is no package that the program runs with`);
}

/** Modules against the list in the archive, both ways; but on macOS, which signs them once they are packed, and goes by that. */
function nativeFaults(files: readonly PackedFile[], isMac: boolean): readonly string[] {
  const list = files.find(({ path }) => path === `app.asar/${NATIVE_LIST}`);
  if (list === undefined) return [`${NATIVE_LIST} is missing`];
  const known = JSON.parse(list.bytes.toString('utf8')) as NativeList;
  const modules = new Map(
    files
      .filter(({ path }) => path.endsWith('.node'))
      .map(({ path, bytes }) => [path.replace(/^.*app\.asar(?:\.unpacked)?\//, ''), sha256Hex(bytes)]),
  );
  return [
    ...[...modules]
      .filter(([path]) => known[path] === undefined)
      .map(([path]) => `${path} is not on the list`),
    ...Object.keys(known)
      .filter((path) => !isMac && modules.get(path) !== known[path])
      .map((path) => `${path} is not the module that was packed`),
    ...(modules.has(HARDENING) ? [] : [`${HARDENING} is missing`]),
  ];
}

function fileFaults({ path, bytes, mode }: PackedFile): readonly string[] {
  const faults: string[] = [];
  if (MAP.test(path)) faults.push('is a source map');
  if (TEST.test(path)) faults.push('is of the tests');
  if ([projectDir, Buffer.from(projectDir, 'utf16le')].some((word) => bytes.includes(word)))
    faults.push('names the folder that it was built in');
  if (TEXT.test(path)) {
    const text = bytes.toString('utf8');
    if (OURS.test(path) && SOMEBODYS_FOLDER.test(text))
      faults.push(`names a folder of somebody (${SOMEBODYS_FOLDER.exec(text)?.[0]})`);
    if (MAP_NAMED.test(text)) faults.push('names a source map');
  }
  if (mode !== null && mode !== 0o644 && mode !== 0o755) faults.push(`has the mode ${mode.toString(8)}`);
  return faults.map((fault) => `${path} ${fault}`);
}

/** Everything that is wrong, in words; empty for what may be handed out. Throws SetupError where no packed program lies in the folder. */
export async function faultsOf(folder: string): Promise<readonly string[]> {
  const layout = LAYOUTS.find(({ program }) => existsSync(join(folder, program)));
  const archive = join(folder, layout?.resources ?? '', 'app.asar');
  if (layout === undefined || !existsSync(archive))
    throw new SetupError(`${folder} holds no packed program: name the folder that "npm run pack" has made.`);
  const files = [
    ...filesIn(folder).filter(({ path }) => !path.endsWith('/app.asar')),
    ...filesInArchive(archive),
  ];
  return [
    ...(await fuseFaults(join(folder, layout.program))),
    ...importFaults(files),
    ...packageFaults(files.map(({ path }) => path)),
    ...nativeFaults(files, layout.resources !== 'resources'),
    ...files.flatMap(fileFaults),
  ];
}
