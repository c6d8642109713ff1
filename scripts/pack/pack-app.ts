/** Puts the application together for this system from the runtime that was resolved, without a download. */
import { execFileSync, spawn } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { UPDATE_ROOT } from '../../main/files/updates/running-program.ts';
import { buildApp } from '../build/build-app.ts';
import { officialForRelease, resolveElectron } from '../setup/electron-runtime.mjs';
import { cacheDir, distDir, modulesDir, projectDir } from '../setup/paths.mjs';
import { SetupError, say } from '../setup/say.mjs';
import { DRIVEN_ENTRY } from '../desktop/stage.ts';
import { writeNotices } from '../papers/notices.ts';
import { listParts } from '../papers/parts.ts';
import { packFolder } from './folder-target.ts';
import { installerTools } from './installer-tools.ts';
import { writeNativeList } from './native-list.ts';
import { signFile, signingCommand } from './sign.mjs';

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
  /** A release that nobody signs, which then stands in every file name. */
  readonly unsigned?: boolean;
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

/** Throws SetupError for a release that would be signed by nobody without saying so, and for what would say so and be signed. */
export function assertSigning(release: boolean, unsigned: boolean): void {
  const signs = signingCommand() !== null;
  if (unsigned && signs)
    throw new SetupError('RESIDENT_VAULT_SIGN signs, and --unsigned says that nobody does');
  if (release && !unsigned && !signs)
    throw new SetupError(
      'A release is signed by the command that RESIDENT_VAULT_SIGN names, or made with --unsigned, which then stands in every file name.',
    );
}

const SIGNED_BY_HOOK = ['win.signtoolOptions.sign', 'mac.sign'].map(
  (option) => `-c.${option}=${join('scripts', 'pack', 'sign.mjs')}`,
);

/** What nobody signs says so in its name; what is signed has the name that electron-builder gives it. */
function namedAs(kind: string, release: boolean): readonly string[] {
  if (!release) return [`-c.artifactName=${kind}.\${ext}`];
  return signingCommand() === null
    ? [`-c.artifactName=\${productName}-\${version}-\${arch}-unsigned.\${ext}`]
    : [];
}

/** Made here of the folder; what Linux has no way of its own to sign, the command signs beside it. */
function finishForLinux(
  dir: string,
  kind: string,
  { release, date }: { readonly release: boolean; readonly date: string },
): void {
  const { version } = JSON.parse(readFileSync(join(projectDir, 'package.json'), 'utf8')) as {
    readonly version: string;
  };
  const signs = signingCommand() !== null;
  const name = release ? `resident-vault-${version}-${process.arch}${signs ? '' : '-unsigned'}` : kind;
  packFolder(dir, join(dirname(dir), `${name}.tar.gz`), date);
  for (const made of readdirSync(dirname(dir)))
    if (/\.(AppImage|deb|tar\.gz)$/.test(made)) signFile(join(dirname(dir), made));
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
  unsigned = false,
}: PackOptions): Promise<PackedApp> {
  // Also for what is written once the modes of the folder are settled.
  process.umask(0o022);
  assertSigning(release, unsigned);
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
    ...namedAs(kind, release),
    ...(release ? [] : ['-c.deb.compression=gz']),
    ...(signingCommand() === null ? [] : SIGNED_BY_HOOK),
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
  if (installers && process.platform === 'linux')
    finishForLinux(dir, kind, { release, date: env['SOURCE_DATE_EPOCH'] ?? '0' });
  return {
    dir,
    binary: join(dir, target.program),
    electronVersion: runtime.version,
    isRelease: release,
  };
}
