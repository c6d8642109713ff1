/** The files that threads of the vault start from, bundled as they ship: Node would read up to a hundred files of TypeScript anew for every thread. */
import { dirname, join } from 'node:path';
import { BESIDE_THREADS, BUILTINS, NATIVE_MODULES, THREAD_ENTRIES } from '../../scripts/build/bundles.ts';
import { projectDir } from '../../scripts/setup/paths.mjs';
import { type TestBundle, bundleOnce } from './bundle-once.ts';

/** Code of the vault beside what its threads start from, which it looks for there. `entries`: more files to bundle, by their whole paths. */
export const withThreads = (...entries: readonly string[]): Pick<TestBundle, 'config' | 'beside'> => ({
  config: {
    build: {
      ssr: true,
      rollupOptions: {
        input: [...entries, ...THREAD_ENTRIES.map((entry) => join(projectDir, entry))],
        external: [...NATIVE_MODULES, ...BUILTINS],
      },
    },
  },
  beside: BESIDE_THREADS,
});

/** The folder of the bundles of the sources as they are: each has the name of its source, with `.cjs`. */
export async function bundleThreads(): Promise<string> {
  const path = await bundleOnce({
    name: 'threads',
    sources: ['contract', 'main', 'package-lock.json'],
    entry: 'check-worker.cjs',
    ...withThreads(),
  });
  return dirname(path);
}
