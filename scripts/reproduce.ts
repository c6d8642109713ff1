/**
 * `npm run reproduce [-- --installers] [--same-packages]`: packs this working tree twice from nothing, in two folders, under umask 022 and 077, and compares
 * every byte and mode. Exit code 1 where anything differs, with its name and, within an installer, each field. `--same-packages` installs and compiles no packages anew, which takes the longest.
 */
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { sha256Hex } from '../main/vault/crypto/sha256.ts';
import { nameDifferences } from './pack/name-differences.ts';
import { copyWorkingTree } from './setup/copy-working-tree.ts';
import { cacheDir, modulesDir } from './setup/paths.mjs';
import { say, SetupError } from './setup/say.mjs';

/** The runtime is not made here; whether it is the official one is for `pack -- --release`. */
const RUNTIME = /^(?:electron-|setup$)/;

interface Made {
  readonly hash: string;
  readonly mode: string;
}

/** A clean copy of this tree, with the runtime and, where `packages` says so, with packages and native modules as they are here. */
function layOut(dir: string, umask: string, packages: boolean): void {
  copyWorkingTree(dir);
  for (const name of existsSync(cacheDir) ? readdirSync(cacheDir) : [])
    if (RUNTIME.test(name)) cpSync(join(cacheDir, name), join(dir, '.cache', name), { recursive: true });
  for (const mark of ['installed-lockfile', 'built-from'])
    rmSync(join(dir, '.cache', 'setup', mark), { force: true });
  if (packages) runUnder(umask, ['cp', '-RP', modulesDir, dir], dir);
}

const runUnder = (umask: string, words: readonly string[], cwd: string): void => {
  const command = ['-c', `umask ${umask}; exec "$@"`, 'sh', ...words];
  execFileSync('sh', command, { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
};

const readAll = (root: string): ReadonlyMap<string, Made> =>
  new Map(
    readdirSync(root, { recursive: true, withFileTypes: true }).map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const found = lstatSync(path);
      const content = found.isSymbolicLink() ? readlinkSync(path) : found.isFile() ? readFileSync(path) : '';
      const hash = sha256Hex(content);
      return [relative(root, path), { hash, mode: (found.mode & 0o7777).toString(8) }] as const;
    }),
  );

/** What is not the same in both, in words. `read`: the bytes of a file of both. */
function differences(
  one: ReadonlyMap<string, Made>,
  other: ReadonlyMap<string, Made>,
  read: (path: string) => readonly [Buffer, Buffer],
): readonly string[] {
  return [...new Set([...one.keys(), ...other.keys()])].flatMap((path) => {
    const [here, there] = [one.get(path), other.get(path)];
    if (here === undefined || there === undefined) return [`${path} is in one of them alone`];
    return [
      ...(here.hash === there.hash
        ? []
        : nameDifferences(...read(path)).map((field) => `${path} differs: ${field}`)),
      ...(here.mode === there.mode ? [] : [`${path} has the modes ${here.mode} and ${there.mode}`]),
    ];
  });
}

if (process.platform === 'win32')
  throw new SetupError('npm run reproduce needs the umask of Linux or macOS.');
const { values } = parseArgs({
  options: {
    installers: { type: 'boolean', default: false },
    'same-packages': { type: 'boolean', default: false },
  },
});
const pack = [process.execPath, 'scripts/run.mjs', 'pack', ...(values.installers ? ['--installers'] : [])];
const root = mkdtempSync(join(tmpdir(), 'reproduce-'));
process.env['SOURCE_DATE_EPOCH'] ??= execFileSync('git', ['log', '-1', '--format=%ct'], {
  encoding: 'utf8',
}).trim();
const copies = [
  { dir: join(root, 'one'), umask: '022' },
  { dir: join(root, 'another', 'folder'), umask: '077' },
];
try {
  // Both before either is packed: this tree may change meanwhile.
  for (const { dir, umask } of copies) layOut(dir, umask, values['same-packages']);
  for (const { dir, umask } of copies) {
    say(`packing in ${dir} under umask ${umask}`);
    runUnder(umask, pack, dir);
  }
  const made = copies.map(({ dir }) => readAll(join(dir, 'out')));
  const [one = new Map(), other = new Map()] = made as readonly ReadonlyMap<string, Made>[];
  const [inOne, inOther] = copies.map(({ dir }) => (path: string) => {
    const file = join(dir, 'out', path);
    return lstatSync(file).isFile() ? readFileSync(file) : Buffer.from(readlinkSync(file));
  }) as [(path: string) => Buffer, (path: string) => Buffer];
  const found = differences(one, other, (path) => [inOne(path), inOther(path)]);
  for (const difference of found) process.stdout.write(`${difference}\n`);
  say(`${one.size} files and folders, ${found.length} differences`);
  process.exitCode = one.size > 0 && found.length === 0 ? 0 : 1;
} finally {
  rmSync(root, { recursive: true, force: true });
}
