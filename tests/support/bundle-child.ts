/** The vault's child process, bundled: Node would read some two hundred files of TypeScript anew for every kill. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { basename, join } from 'node:path';
import { BESIDE_THREADS, NATIVE_MODULES } from '../../scripts/build/bundles.ts';
import { cacheDir, projectDir } from '../../scripts/setup/paths.mjs';

const BUNDLES_DIR = join(cacheDir, 'vault-child');
const SOURCES = ['contract', 'main', 'tests/support', 'package-lock.json'] as const;
/** Threads are started from a file beside the bundle. */
const WORKER = /-worker\.ts$/;

let bundled: Promise<string> | undefined;

/** The path of the bundle of the sources as they are, which is made where there is none yet. */
export function bundleChild(): Promise<string> {
  bundled ??= makeBundle();
  return bundled;
}

async function makeBundle(): Promise<string> {
  const files = (await Promise.all(SOURCES.map(listFiles))).flat().sort();
  const folder = join(BUNDLES_DIR, hashOf(files));
  const path = join(folder, 'vault-child.cjs');
  if (existsSync(path)) return path;
  await mkdir(BUNDLES_DIR, { recursive: true });
  const made = await mkdtemp(join(BUNDLES_DIR, 'making-'));
  try {
    await bundleInto(
      made,
      files.filter((file) => file.includes(join('main', 'vault')) && WORKER.test(file)),
    );
    // Two test files may make it at once: the first counts, and the other's is the same.
    await rename(made, folder).catch((error: unknown) => {
      if (!existsSync(path)) throw error;
    });
  } finally {
    await rm(made, { recursive: true, force: true });
  }
  return path;
}

async function listFiles(source: string): Promise<readonly string[]> {
  const path = join(projectDir, source);
  if (source.endsWith('.json')) return [path];
  const entries = await readdir(path, { withFileTypes: true, recursive: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

function hashOf(files: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of files)
    hash.update(file.slice(projectDir.length)).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex').slice(0, 16);
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
