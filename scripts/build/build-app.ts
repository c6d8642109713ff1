/** Builds the application into dist, or does nothing when dist is already what the sources say. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { officialVersion } from '../setup/electron-runtime.mjs';
import { cacheDir, distDir, projectDir } from '../setup/paths.mjs';
import { say } from '../setup/say.mjs';
import { buildNative } from './build-native.ts';
import { bundleConfigs } from './bundles.ts';

const SOURCES = [
  'contract',
  'main',
  'preload',
  'renderer',
  'scripts/build',
  'assets/fonts',
  'assets/law',
  'assets/training',
  'package-lock.json',
] as const;
const stampFile = join(cacheDir, 'setup', 'built-from');

function listFiles(path: string): readonly string[] {
  if (!existsSync(join(projectDir, path))) return [];
  const entries = readdirSync(join(projectDir, path), { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** Hash over every source's name and content: the tree is small, and a time stamp can lie after a checkout. */
function sourceHash(): string {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    const files = source.endsWith('.json') ? [join(projectDir, source)] : listFiles(source);
    for (const file of files)
      hash.update(file.slice(projectDir.length)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

function isUpToDate(hash: string): boolean {
  return (
    existsSync(join(distDir, 'renderer', 'index.html')) &&
    existsSync(stampFile) &&
    readFileSync(stampFile, 'utf8') === hash
  );
}

/** Vite takes NODE_ENV from the environment where it is set, as test runners do, and would ship React's slow development build. */
async function inProduction(work: () => Promise<void>): Promise<void> {
  const { NODE_ENV } = process.env;
  process.env['NODE_ENV'] = 'production';
  try {
    await work();
  } finally {
    if (NODE_ENV === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = NODE_ENV;
  }
}

/** Returns the hash of the sources that dist was built from. Throws what Vite throws. */
export async function buildApp(): Promise<string> {
  const hash = sourceHash();
  if (isUpToDate(hash)) return hash;
  say('building the application');
  rmSync(distDir, { recursive: true, force: true });
  rmSync(stampFile, { force: true });
  const electronMajor = Number(officialVersion().split('.')[0]);
  await inProduction(async () => {
    for (const config of bundleConfigs({ electronMajor })) await build(config);
  });
  await buildNative(distDir);
  mkdirSync(join(cacheDir, 'setup'), { recursive: true });
  writeFileSync(stampFile, hash);
  return hash;
}
