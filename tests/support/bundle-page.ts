/**
 * The page in one file with its packages, as it ships, for tests in a document in memory: its some seven hundred files, read one by one, take each file
 * of tests several seconds, and what its packages check in development as long again.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { bundleOnce } from './bundle-once.ts';
import type * as modules from './page-modules.ts';

export type PageModules = typeof modules;

type RunPage = (module: { exports: object }, exports: object, require: NodeJS.Require) => void;

/** The page's modules as after a reload: none holds anything of those that were loaded before. */
export async function loadPage(): Promise<PageModules> {
  const module = { exports: {} };
  (await compiledPage())(module, module.exports, createRequire(import.meta.url));
  return module.exports as PageModules;
}

let compiled: Promise<RunPage> | undefined;

/** Compiled once a process: to compile it costs as much as to run it. */
const compiledPage = (): Promise<RunPage> => (compiled ??= compilePage());

async function compilePage(): Promise<RunPage> {
  const filename = await bundlePage();
  const text = `(function (module, exports, require) {${readFileSync(filename, 'utf8')}\n})`;
  return new Script(text, { filename }).runInThisContext() as RunPage;
}

function bundlePage(): Promise<string> {
  return bundleOnce({
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
}
