/** Bundles for tests, each made once for the sources that it is made of and kept for later runs. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { InlineConfig } from 'vite';
import { cacheDir, projectDir } from '../../scripts/setup/paths.mjs';

export interface TestBundle {
  /** Of its folder in the cache. */
  readonly name: string;
  /** Folders and files that it may be made of, from the root of the project. */
  readonly sources: readonly string[];
  /** The file that is loaded, within what is made. */
  readonly entry: string;
  /** What is made of it beyond what all have. */
  readonly config: InlineConfig;
  /** Files that lie beside what was made, from the root of the project. */
  readonly beside?: readonly string[];
}

/** A folder like the sources: whatever changes in it may make another bundle of them. */
const MADE_BY = 'scripts/build';

/** For Node, with nothing left to be read from the sources. */
const configOf = (folder: string): InlineConfig => ({
  ssr: { noExternal: true, target: 'node' },
  build: {
    target: 'node24',
    outDir: folder,
    emptyOutDir: false,
    minify: false,
    rollupOptions: { output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name].cjs' } },
  },
});

/** The path of the entry of the bundle of the sources as they are, which is made where there is none yet. */
export async function bundleOnce({ name, sources, entry, config, beside = [] }: TestBundle): Promise<string> {
  const files = (await Promise.all([...sources, MADE_BY].map(listFiles))).flat().sort();
  const bundles = join(cacheDir, name);
  const folder = join(bundles, hashOf(files));
  const path = join(folder, entry);
  if (existsSync(path)) return path;
  await mkdir(bundles, { recursive: true });
  const made = await mkdtemp(join(bundles, 'making-'));
  try {
    // Nothing of what builds is loaded where nothing has to be built.
    const [{ build, mergeConfig }, { COMMON, nameBeside }] = await Promise.all([
      import('vite'),
      import('../../scripts/build/bundles.ts'),
    ]);
    await build(mergeConfig({ ...COMMON, ...configOf(made) }, config));
    for (const file of beside) {
      await mkdir(dirname(join(made, nameBeside(file))), { recursive: true });
      await copyFile(join(projectDir, file), join(made, nameBeside(file)));
    }
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
