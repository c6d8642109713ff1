/**
 * The page in one file with its packages, as it ships, for tests in a document in memory: its some seven hundred files, read one by one, take each file
 * of tests several seconds, and what its packages check in development as long again.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { bundleOnce } from './bundle-once.ts';
import type * as modules from './page-modules.ts';

export type PageModules = typeof modules;

const require = createRequire(import.meta.url);

/** The page's modules as after a reload: none holds anything of those that were loaded before. */
export async function loadPage(): Promise<PageModules> {
  const path = await bundlePage();
  delete require.cache[path];
  return require(path) as PageModules;
}

let bundled: Promise<string> | undefined;

function bundlePage(): Promise<string> {
  bundled ??= bundleOnce({
    name: 'page',
    sources: ['contract', 'renderer', 'assets', 'tests/support', 'package-lock.json'],
    entry: 'page-modules.cjs',
    config: {
      define: { 'process.env.NODE_ENV': JSON.stringify('production') },
      // Tests run in another mode, which Vite would go by.
      oxc: { jsx: { runtime: 'automatic', development: false } },
      build: {
        ssr: join(import.meta.dirname, 'page-modules.ts'),
        // What is asked for when it is shown is part of it, and is made anew with the rest.
        rollupOptions: { output: { codeSplitting: false } },
      },
    },
  });
  return bundled;
}
