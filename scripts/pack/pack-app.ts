/** Puts the application together for this system from the runtime that was resolved, without a download. */
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { buildApp } from '../build/build-app.ts';
import { type Runtime, resolveElectron } from '../setup/electron-runtime.mjs';
import { cacheDir, modulesDir, projectDir } from '../setup/paths.mjs';
import { DRIVEN_ENTRY } from '../desktop/stage.ts';

export interface PackedApp {
  readonly dir: string;
  readonly binary: string;
  readonly electronVersion: string;
  readonly isRelease: boolean;
}

/** The stand-in never goes by a release's name; nor does the build that a test driver can get into. */
function outputName(runtime: Runtime, drivable: boolean): string {
  const base = runtime.kind === 'fallback' ? `not-for-real-data-electron-${runtime.version}` : 'release';
  return drivable ? `${base}-drivable` : base;
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

/** For electron-builder: as what is shipped, with the entry in front that waits for a test driver. Returns where it was written. */
function writeDrivableConfig(): string {
  const main = basename(DRIVEN_ENTRY);
  const entry = { from: dirname(DRIVEN_ENTRY), to: '.', filter: [main] };
  const file = join(cacheDir, 'drivable-pack.json');
  mkdirSync(cacheDir, { recursive: true });
  writeFileSync(
    file,
    JSON.stringify({ extends: 'electron-builder.yml', files: [entry], extraMetadata: { main } }),
  );
  return file;
}

/** The folder, and with `installers` what electron-builder.yml names for this system beside it. Throws where electron-builder fails. */
export async function packApp(options: {
  readonly drivable: boolean;
  readonly installers?: boolean;
}): Promise<PackedApp> {
  const runtime = await resolveElectron();
  await buildApp();
  const target = targetOf();
  const output = join('out', outputName(runtime, options.drivable));
  const args = [
    join(modulesDir, 'electron-builder', 'cli.js'),
    target.flag,
    ...(options.installers === true ? [] : ['dir']),
    '--publish',
    'never',
    `-c.electronDist=${runtime.dir}`,
    `-c.electronVersion=${runtime.version}`,
    `-c.directories.output=${output}`,
    ...(options.drivable ? ['--config', writeDrivableConfig()] : []),
  ];
  const env = { ...process.env, RESIDENT_VAULT_PACK: options.drivable ? 'drivable' : 'strict' };
  const child = spawn(process.execPath, args, { cwd: projectDir, env, stdio: ['ignore', 2, 2] });
  const code = await new Promise((resolve) => child.on('exit', resolve));
  if (code !== 0) throw new Error(`electron-builder ended with ${String(code)}`);
  const dir = join(projectDir, output, target.folder);
  const isRelease = runtime.kind !== 'fallback' && !options.drivable;
  if (!isRelease)
    writeFileSync(
      join(dir, 'NOT-FOR-REAL-DATA.txt'),
      `Electron ${runtime.version} (${runtime.kind}${options.drivable ? ', open to a test driver' : ''}). For trying and testing only.\n`,
    );
  return { dir, binary: join(dir, target.program), electronVersion: runtime.version, isRelease };
}
