/** Puts the application together for this system from the runtime that was resolved, without a download. */
import { execFileSync, spawn } from 'node:child_process';
import { copyFileSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { UPDATE_ROOT } from '../../main/files/updates/running-program.ts';
import { buildApp } from '../build/build-app.ts';
import { officialForRelease, resolveElectron } from '../setup/electron-runtime.mjs';
import { cacheDir, distDir, modulesDir, projectDir } from '../setup/paths.mjs';
import { SetupError, say } from '../setup/say.mjs';
import { DRIVEN_ENTRY } from '../desktop/stage.ts';
import { writeNotices } from '../papers/notices.ts';
import { listParts } from '../papers/parts.ts';
import { installerTools } from './installer-tools.ts';
import { writeNativeList } from './native-list.ts';

export interface PackedApp {
  readonly dir: string;
  readonly binary: string;
  readonly electronVersion: string;
  readonly isRelease: boolean;
}

interface PackOptions {
  /** Left open to a test driver. */
  readonly drivable: boolean;
  /** What electron-builder.yml names for this system beside the folder. */
  readonly installers?: boolean;
  /** Takes the official Electron by its pinned hash, or fails; anything else is no release. */
  readonly release?: boolean;
}

interface Target {
  /** For electron-builder. */
  readonly flag: string;
  /** Folder as electron-builder names it; `program` is the path of the program in it. */
  readonly folder: string;
  readonly program: string;
}

/** The system that this runs on. Throws for one that nobody packs for. */
export function targetOf(platform: string = process.platform, arch: string = process.arch): Target {
  switch (platform) {
    case 'linux':
      return { flag: '--linux', folder: 'linux-unpacked', program: 'resident-vault' };
    case 'win32':
      return {
        flag: '--win',
        folder: arch === 'arm64' ? 'win-arm64-unpacked' : 'win-unpacked',
        program: 'Resident Vault.exe',
      };
    case 'darwin':
      return {
        flag: '--mac',
        folder: arch === 'arm64' ? 'mac-arm64' : 'mac',
        program: join('Resident Vault.app', 'Contents', 'MacOS', 'Resident Vault'),
      };
    default:
      throw new Error(`nobody packs for ${platform}`);
  }
}

/** For electron-builder: with the list of native modules, notices of others and, for a test driver, the entry in front that waits for it. Returns where it was written. */
async function writeConfig(drivable: boolean): Promise<string> {
  const main = basename(DRIVEN_ENTRY);
  const packed = writeNativeList();
  writeUpdateRoot(packed.from);
  const files = [packed, ...(drivable ? [{ from: dirname(DRIVEN_ENTRY), to: '.', filter: [main] }] : [])];
  const file = join(cacheDir, drivable ? 'drivable-pack.json' : 'pack.json');
  const notices = join(cacheDir, 'THIRD-PARTY-NOTICES.txt');
  writeFileSync(notices, writeNotices((await listParts()).components));
  const extraFiles = [{ from: notices, to: basename(notices) }];
  const extra = drivable ? { extraMetadata: { main } } : {};
  writeFileSync(file, JSON.stringify({ extends: 'electron-builder.yml', files, extraFiles, ...extra }));
  return file;
}

/** The root that RESIDENT_VAULT_UPDATE_ROOT names, which the program trusts; without one it takes no updates. `folder`: packed as it is. */
function writeUpdateRoot(folder: string): void {
  const root = process.env['RESIDENT_VAULT_UPDATE_ROOT'];
  rmSync(join(folder, UPDATE_ROOT), { force: true });
  if (root === undefined) say('no root of updates (RESIDENT_VAULT_UPDATE_ROOT): this package takes none');
  else copyFileSync(root, join(folder, UPDATE_ROOT));
}

/** Of the last commit, so that the same sources make the same package at any time. */
const sourceDate = (): string =>
  execFileSync('git', ['log', '-1', '--format=%ct'], { cwd: projectDir, encoding: 'utf8' }).trim();

/** For electron-builder, whatever the tests of this project run under. */
async function packEnvironment(isRelease: boolean, facts: object): Promise<NodeJS.ProcessEnv> {
  const { VITEST: _, ...env } = process.env;
  const date = env['SOURCE_DATE_EPOCH'] ?? sourceDate();
  const tools = await installerTools(isRelease);
  return { ...env, ...tools, SOURCE_DATE_EPOCH: date, RESIDENT_VAULT_PACK: JSON.stringify(facts) };
}

/** What is packed without them would neither start nor keep others out of its memory. Throws SetupError. */
function assertWhole(): void {
  const hardening = join(distDir, 'native', 'harden-process.node');
  if (!existsSync(hardening))
    throw new SetupError(`A release has its own native module, and ${hardening} is missing.`);
}

/** The folder, and with `installers` what electron-builder.yml names for this system beside it. Throws SetupError, or where electron-builder fails. */
export async function packApp({
  drivable,
  installers = false,
  release = false,
}: PackOptions): Promise<PackedApp> {
  // Also for what is written once the modes of the folder are settled.
  process.umask(0o022);
  const runtime = release ? await officialForRelease() : await resolveElectron();
  await buildApp();
  if (release) assertWhole();
  const target = targetOf();
  const kind = release ? 'release' : `not-for-real-data-electron-${runtime.version}`;
  const output = join('out', drivable ? `${kind}-drivable` : kind);
  const args = [
    join(modulesDir, 'electron-builder', 'cli.js'),
    target.flag,
    ...(installers ? [] : ['dir']),
    '--publish',
    'never',
    `-c.electronDist=${runtime.dir}`,
    `-c.electronVersion=${runtime.version}`,
    `-c.directories.output=${output}`,
    // Quick where nobody downloads it.
    ...(release ? [] : [`-c.artifactName=${kind}.\${ext}`, '-c.deb.compression=gz']),
    '--config',
    await writeConfig(drivable),
  ];
  const warning = release
    ? ''
    : `Electron ${runtime.version} (${runtime.kind}${drivable ? ', open to a test driver' : ''}). For trying and testing only.\n`;
  const env = await packEnvironment(release, { drivable, warning });
  const child = spawn(process.execPath, args, { cwd: projectDir, env, stdio: ['ignore', 2, 2] });
  const code = await new Promise((resolve) => child.on('exit', resolve));
  if (code !== 0) throw new Error(`electron-builder ended with ${String(code)}`);
  // Names folders of this computer.
  rmSync(join(projectDir, output, 'builder-debug.yml'), { force: true });
  const dir = join(projectDir, output, target.folder);
  return {
    dir,
    binary: join(dir, target.program),
    electronVersion: runtime.version,
    isRelease: release,
  };
}
