/** Compiles the one native module that is ours, `main/native/harden-process.c`, into the build. */
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { cacheDir, projectDir } from '../setup/paths.mjs';
import { run, tail } from '../setup/run-command.mjs';
import { say, sayLoudly, SetupError } from '../setup/say.mjs';

const SOURCE = join(projectDir, 'main', 'native', 'harden-process.c');

const CC = ['cc', '-std=c11', '-O2', '-Wall', '-Wextra', '-Werror', '-fvisibility=hidden'] as const;

/** Program and arguments that make `file` of the source. What Node-API brings is found in the program that loads it. */
function compilerCommand(platform: NodeJS.Platform, file: string): readonly string[] {
  if (platform === 'win32')
    return ['cl', '/nologo', '/std:c11', '/O2', '/W3', '/LD', SOURCE, 'advapi32.lib', `/Fe:${file}`];
  if (platform === 'darwin') return [...CC, '-bundle', '-undefined', 'dynamic_lookup', '-o', file, SOURCE];
  return [...CC, '-fPIC', '-shared', '-Wl,-z,relro,-z,now', '-o', file, SOURCE];
}

/**
 * Writes `native/harden-process.node` into the folder of the build. Windows builds without a compiler so far: there the application goes
 * without and says so. Errors: SetupError with what the compiler said, elsewhere.
 */
export async function buildNative(distDir: string): Promise<void> {
  const file = join(distDir, 'native', 'harden-process.node');
  // The compiler of Windows leaves files of its own where it runs.
  const workDir = join(cacheDir, 'native');
  for (const folder of [join(distDir, 'native'), workDir]) mkdirSync(folder, { recursive: true });
  const [program = '', ...args] = compilerCommand(process.platform, file);
  say('compiling main/native/harden-process.c');
  const { code, output } = await run(program, args, { cwd: workDir });
  if (code === 0 && existsSync(file)) return;
  if (process.platform !== 'win32')
    throw new SetupError(`main/native/harden-process.c could not be compiled:\n${tail(output)}`);
  sayLoudly([
    'main/native/harden-process.c could not be compiled: this build does not keep other programs of the user out of its memory.',
    'Build from a developer command prompt of the Visual Studio Build Tools.',
  ]);
}
