/** The files that threads of the vault start from, bundled as they ship: Node would read up to a hundred files of TypeScript anew for every thread. */
import { builtinModules } from 'node:module';
import { dirname, join } from 'node:path';
import { BESIDE_THREADS, NATIVE_MODULES } from '../../scripts/build/bundles.ts';
import { bundleOnce } from './bundle-once.ts';

const WORKER = /-worker\.ts$/;
const isWorker = (file: string): boolean => file.includes(join('main', 'vault')) && WORKER.test(file);

/** Of `files`, those that threads start from. */
export const threadEntries = (files: readonly string[]): readonly string[] => files.filter(isWorker);

/** What a bundle of the vault's code leaves to Node. */
export const LEFT_TO_NODE: readonly string[] = [
  ...NATIVE_MODULES,
  ...builtinModules,
  ...builtinModules.map((name) => `node:${name}`),
];

/** The folder of the bundles of the sources as they are: each has the name of its source, with `.cjs`. */
export async function bundleThreads(): Promise<string> {
  const path = await bundleOnce({
    name: 'threads',
    sources: ['contract', 'main', 'package-lock.json'],
    entry: 'check-worker.cjs',
    config: (files) => ({
      build: {
        ssr: true,
        rollupOptions: { input: [...threadEntries(files)], external: [...LEFT_TO_NODE] },
      },
    }),
    beside: BESIDE_THREADS,
  });
  return dirname(path);
}
