/** Lays out what `npm run dev` starts, beside and apart from what `npm start` and the tests start: a runtime, an application whose bundles are replaced while it runs, a profile. */
import { createHash } from 'node:crypto';
import {
  chownSync,
  copyFileSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import { USUAL_SETTINGS } from '../../contract/shell/settings.ts';
import type { AppUser } from '../desktop/app-user.ts';
import {
  copySurroundings,
  ensureOwnFolder,
  fillOnce,
  linkApp,
  nameApp,
  stageRoot,
  stageRuntime,
  writeLauncher,
} from '../desktop/stage.ts';
import type { Runtime } from '../setup/electron-runtime.mjs';
import { projectDir } from '../setup/paths.mjs';

export interface DevStage {
  readonly root: string;
  /** Starts the application as the right user. */
  readonly executable: string;
  /** Where its bundles go. */
  readonly distDir: string;
  /** Electron's user data: the practice vault and its settings. */
  readonly profileDir: string;
  /** The practice vault's keychain. */
  readonly passwordFile: string;
  /** Its PINs, by role, as JSON; written when the vault is whole. */
  readonly pinFile: string;
  /** The schema that it was made with, as a digest. */
  readonly schemaFile: string;
  /** A home for whatever the application's user keeps besides. */
  readonly homeDir: string;
  readonly user: AppUser | null;
}

/** A folder of its own for each tree of sources, so that a test of this does not meet the developer at work. */
function devRoot(user: AppUser | null, sourceDir: string): string {
  return `${stageRoot(user)}-dev-${createHash('sha256').update(sourceDir).digest('hex').slice(0, 8)}`;
}

/** The runtime takes hundreds of megabytes; its files are the same ones under a second name where the file system has such names. */
function linkTree(from: string, into: string): void {
  mkdirSync(into, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(into, entry.name)];
    // What the application is, each runtime says for itself.
    if (entry.name === 'app' && from.toLowerCase().endsWith('resources')) continue;
    if (entry.isDirectory()) linkTree(source, target);
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    else linkOrCopy(source, target);
  }
}

function linkOrCopy(source: string, target: string): void {
  try {
    linkSync(source, target);
  } catch {
    copyFileSync(source, target);
  }
}

function ownFolder(dir: string, user: AppUser | null): void {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  if (user !== null && lstatSync(dir).uid !== user.uid) chownSync(dir, user.uid, user.gid);
}

function writeSettings(profileDir: string, user: AppUser | null): void {
  const file = join(profileDir, 'settings.json');
  if (existsSync(file)) return;
  // Whoever reads code between two looks at a screen should not find it locked each time.
  writeFileSync(file, JSON.stringify({ ...USUAL_SETTINGS, idleSeconds: 600 }), { mode: 0o600 });
  if (user !== null) chownSync(file, user.uid, user.gid);
}

/** `fresh` throws away the profile of before, and with it the practice vault. */
export function stageDev(
  sourceDir: string,
  runtime: Runtime,
  user: AppUser | null,
  fresh: boolean,
): DevStage {
  const shared = stageRoot(user);
  ensureOwnFolder(shared);
  const root = devRoot(user, sourceDir);
  ensureOwnFolder(root);
  const runtimeDir = join(root, `electron-${runtime.version}`);
  fillOnce(runtimeDir, (draft) => linkTree(stageRuntime(runtime, shared), draft));
  const app = join(root, nameApp(readFileSync(join(projectDir, 'package-lock.json'))));
  fillOnce(app, copySurroundings);
  const binary = join(runtimeDir, relative(runtime.dir, runtime.executable));
  linkApp(binary, app);
  const profileDir = join(root, 'profile');
  if (fresh) rmSync(profileDir, { recursive: true, force: true });
  const homeDir = join(root, 'home');
  for (const dir of [profileDir, homeDir]) ownFolder(dir, user);
  writeSettings(profileDir, user);
  return {
    root,
    executable: writeLauncher(root, binary, user),
    distDir: join(app, 'dist'),
    profileDir,
    passwordFile: join(profileDir, 'practice-keychain.json'),
    pinFile: join(profileDir, 'practice-pins.json'),
    schemaFile: join(profileDir, 'practice-schema.txt'),
    homeDir,
    user,
  };
}

/** Removes all of it, the practice vault too. */
export function removeDevStage(stage: Pick<DevStage, 'root'>): void {
  rmSync(stage.root, { recursive: true, force: true, maxRetries: 5 });
}
