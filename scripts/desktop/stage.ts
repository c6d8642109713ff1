/** Lays the built application and its runtime where the user who runs it can read them and cannot change them. */
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { NATIVE_MODULES } from '../build/bundles.ts';
import { cacheDir, distDir, modulesDir, projectDir } from '../setup/paths.mjs';
import type { Runtime } from '../setup/electron-runtime.mjs';
import { type AppUser, asUser } from './app-user.ts';

export interface StagedApp {
  /** Starts the application as the right user; arguments and environment are passed on. */
  readonly executable: string;
  readonly runtime: Runtime;
  readonly user: AppUser | null;
}

/** Packages that a native module names for its build alone. */
const BUILD_ONLY = new Set([
  'node-addon-api',
  'prebuild-install',
  'node-gyp',
  // Finds the file that `hash-raw.ts` names.
  'node-gyp-build',
  'cross-env',
  '@phc/format',
]);
/** Of a native module's own files, what it needs to run. */
const NOT_NEEDED =
  /(^|\/)(src|deps|obj\.target|node_modules|binding\.gyp|.*\.(c|h|cc|cpp|a|o|d|md|map|ts|mk|Makefile))$/;

/** In front of the application's own entry. */
export const DRIVEN_ENTRY = join(import.meta.dirname, 'hold-until-driven.cjs');

/** The native modules and what they load at run time, by their folder names in node_modules. */
function nativeClosure(): readonly string[] {
  const found = new Set<string>();
  const visit = (name: string): void => {
    const file = join(modulesDir, name, 'package.json');
    if (found.has(name) || BUILD_ONLY.has(name) || !existsSync(file)) return;
    found.add(name);
    const manifest = JSON.parse(readFileSync(file, 'utf8')) as {
      dependencies?: object;
      optionalDependencies?: object;
    };
    for (const next of Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies }))
      visit(next);
  };
  NATIVE_MODULES.forEach(visit);
  return [...found];
}

/** The folder that everything is laid out in: one for each clone and, where we are root, one that the application's user can reach. */
export function stageRoot(user: AppUser | null): string {
  if (user === null) return join(cacheDir, 'stage');
  return `/var/tmp/resident-vault-${createHash('sha256').update(projectDir).digest('hex').slice(0, 12)}`;
}

/** A folder in a place that all can write to is ours only if we own it: anybody else could have made it first. */
export function ensureOwnFolder(root: string): void {
  mkdirSync(root, { recursive: true, mode: 0o755 });
  // Windows has no such place, and no owner by number.
  const found = lstatSync(root);
  const isOurs = process.getuid === undefined || found.uid === process.getuid();
  if (!found.isDirectory() || !isOurs)
    throw new Error(`${root} belongs to somebody else: remove it and try again`);
  chmodSync(root, 0o755);
}

/** Not what `removeOthers` looks for: another process may be filling it. */
const DRAFT = '.draft-';
/** A draft that was begun longer ago than this is of a process that was ended. */
const DRAFT_MS = 3_600_000;

/** Fills a new folder and gives it its name when it is whole; one that is there already is used as it is. */
export function fillOnce(dir: string, fill: (draft: string) => void): void {
  if (existsSync(dir)) return;
  const draft = mkdtempSync(join(dirname(dir), DRAFT));
  try {
    fill(draft);
    makeReadable(draft);
    if (!existsSync(dir)) renameSync(draft, dir);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

function makeReadable(path: string): void {
  chmodSync(path, 0o755);
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const child = join(path, entry.name);
    if (entry.isDirectory()) makeReadable(child);
    else if (entry.isFile()) chmodSync(child, (lstatSync(child).mode & 0o111) === 0 ? 0o644 : 0o755);
  }
}

function copyApp(into: string): void {
  cpSync(distDir, join(into, 'dist'), { recursive: true });
  copySurroundings(into);
}

/** All of the application but what is built: its manifest, its icon, the native modules. */
export function copySurroundings(into: string): void {
  if (existsSync(join(projectDir, 'assets', 'window-icon.png')))
    cpSync(join(projectDir, 'assets', 'window-icon.png'), join(into, 'assets', 'window-icon.png'));
  const { name, productName, version } = createRequire(import.meta.url)(
    join(projectDir, 'package.json'),
  ) as Record<string, string>;
  cpSync(DRIVEN_ENTRY, join(into, basename(DRIVEN_ENTRY)));
  const main = basename(DRIVEN_ENTRY);
  writeFileSync(join(into, 'package.json'), JSON.stringify({ name, productName, version, main }));
  for (const module of nativeClosure()) {
    const from = join(modulesDir, module);
    cpSync(from, join(into, 'node_modules', module), {
      recursive: true,
      filter: (path) => path === from || !NOT_NEEDED.test(relative(from, path)),
    });
  }
}

/** Its folder's name: another one where what it is made of (`content`), or the entry that is laid in front of it, is another. */
export function nameApp(content: string | Buffer): string {
  const made = createHash('sha256').update(content).update(readFileSync(DRIVEN_ENTRY));
  return `app-${made.digest('hex').slice(0, 16)}`;
}

function removeOthers(root: string, prefix: string, keep: string): void {
  for (const name of readdirSync(root))
    if (name.startsWith(prefix) && name !== keep) rmSync(join(root, name), { recursive: true, force: true });
}

function removeStaleDrafts(root: string): void {
  for (const name of readdirSync(root).filter((one) => one.startsWith(DRAFT))) {
    const draft = join(root, name);
    const begun = statSync(draft, { throwIfNoEntry: false })?.mtimeMs ?? Infinity;
    if (Date.now() - begun > DRAFT_MS) rmSync(draft, { recursive: true, force: true });
  }
}

/** `buildHash` names the build in dist. Earlier builds are removed; a process that runs from one keeps its open files. */
export function stageApp(runtime: Runtime, user: AppUser | null, buildHash: string): StagedApp {
  const root = stageRoot(user);
  ensureOwnFolder(root);
  const appName = nameApp(buildHash);
  const runtimeDir = stageRuntime(runtime, root);
  fillOnce(join(root, appName), copyApp);
  removeOthers(root, 'app-', appName);
  removeOthers(root, 'electron-', basename(runtimeDir));
  removeStaleDrafts(root);
  const binary = join(runtimeDir, relative(runtime.dir, runtime.executable));
  linkApp(binary, join(root, appName));
  return { executable: writeLauncher(root, binary, user), runtime, user };
}

/** Where the runtime lies in `root`, copied there once. */
export function stageRuntime(runtime: Runtime, root: string): string {
  const dir = join(root, `electron-${runtime.version}`);
  fillOnce(dir, (draft) => cpSync(runtime.dir, draft, { recursive: true, verbatimSymlinks: true }));
  return dir;
}

const resourcesOf = (binary: string): string =>
  process.platform === 'darwin'
    ? join(dirname(dirname(binary)), 'Resources')
    : join(dirname(binary), 'resources');

/** Has the runtime of this binary start the application in the folder `app`. */
export function linkApp(binary: string, app: string): void {
  const resources = resourcesOf(binary);
  const draft = join(resources, `app.${process.pid}`);
  rmSync(draft, { force: true });
  symlinkSync(app, draft, process.platform === 'win32' ? 'junction' : 'dir');
  if (process.platform === 'win32') rmSync(join(resources, 'app'), { recursive: true, force: true });
  renameSync(draft, join(resources, 'app'));
}

/** In the folder `root`: what starts the binary as that user, arguments and environment passed on. */
export function writeLauncher(root: string, binary: string, user: AppUser | null): string {
  if (process.platform !== 'linux') return binary;
  const quoted = [...asUser(user), binary].map((word) => `'${word}'`).join(' ');
  const launcher = join(root, `launch-${createHash('sha256').update(quoted).digest('hex').slice(0, 8)}`);
  if (existsSync(launcher)) return launcher;
  // No core files: one would hold the memory of the vault.
  writeFileSync(launcher, `#!/bin/sh\nulimit -c 0\nexec ${quoted} "$@"\n`, { mode: 0o755 });
  return launcher;
}
