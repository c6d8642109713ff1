/** Puts the application together for Linux from the runtime that was resolved, without a download. */
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildApp } from '../build/build-app.ts';
import { resolveElectron } from '../setup/electron-runtime.mjs';
import type { Runtime } from '../setup/electron-runtime.mjs';
import { modulesDir, projectDir } from '../setup/paths.mjs';

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

export async function packApp(options: { readonly drivable: boolean }): Promise<PackedApp> {
  const runtime = await resolveElectron();
  await buildApp();
  const output = join('out', outputName(runtime, options.drivable));
  const args = [
    join(modulesDir, 'electron-builder', 'cli.js'),
    '--linux',
    'dir',
    '--publish',
    'never',
    `-c.electronDist=${runtime.dir}`,
    `-c.electronVersion=${runtime.version}`,
    `-c.directories.output=${output}`,
  ];
  const env = { ...process.env, RESIDENT_VAULT_PACK: options.drivable ? 'drivable' : 'strict' };
  const child = spawn(process.execPath, args, { cwd: projectDir, env, stdio: ['ignore', 2, 2] });
  const code = await new Promise((resolve) => child.on('exit', resolve));
  if (code !== 0) throw new Error(`electron-builder ended with ${String(code)}`);
  const dir = join(projectDir, output, 'linux-unpacked');
  const isRelease = runtime.kind !== 'fallback' && !options.drivable;
  if (!isRelease)
    writeFileSync(
      join(dir, 'NOT-FOR-REAL-DATA.txt'),
      `Electron ${runtime.version} (${runtime.kind}${options.drivable ? ', open to a test driver' : ''}). For trying and testing only.\n`,
    );
  return { dir, binary: join(dir, 'resident-vault'), electronVersion: runtime.version, isRelease };
}
