/** The vault's child process, bundled: Node would read some two hundred files of TypeScript anew for every kill. */
import { copyFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { basename, join } from 'node:path';
import { BESIDE_THREADS, NATIVE_MODULES } from '../../scripts/build/bundles.ts';
import { projectDir } from '../../scripts/setup/paths.mjs';
import { bundleOnce } from './bundle-once.ts';

/** Threads are started from a file beside the bundle. */
const WORKER = /-worker\.ts$/;

let bundled: Promise<string> | undefined;

/** The path of the bundle of the sources as they are. */
export function bundleChild(): Promise<string> {
  bundled ??= bundleOnce({
    name: 'vault-child',
    sources: ['contract', 'main', 'tests/support', 'package-lock.json'],
    entry: 'vault-child.cjs',
    make: (folder, files) =>
      bundleInto(
        folder,
        files.filter((file) => file.includes(join('main', 'vault')) && WORKER.test(file)),
      ),
  });
  return bundled;
}

async function bundleInto(folder: string, workers: readonly string[]): Promise<void> {
  const { build } = await import('vite');
  const entries = [join(import.meta.dirname, 'vault-child.ts'), ...workers];
  await build({
    configFile: false,
    root: projectDir,
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: true,
      target: 'node24',
      outDir: folder,
      emptyOutDir: false,
      minify: false,
      rollupOptions: {
        input: entries,
        external: [...NATIVE_MODULES, ...builtinModules, ...builtinModules.map((name) => `node:${name}`)],
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name].cjs' },
      },
    },
  });
  await Promise.all(
    BESIDE_THREADS.map((file) => copyFile(join(projectDir, file), join(folder, basename(file)))),
  );
}
