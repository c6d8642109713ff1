/** The vault's child process, bundled: Node would read some two hundred files of TypeScript anew for every kill. */
import { join } from 'node:path';
import { BESIDE_THREADS } from '../../scripts/build/bundles.ts';
import { bundleOnce } from './bundle-once.ts';
import { LEFT_TO_NODE, threadEntries } from './bundle-threads.ts';

const ENTRY = join(import.meta.dirname, 'vault-child.ts');

let bundled: Promise<string> | undefined;

/** The path of the bundle of the sources as they are. */
export function bundleChild(): Promise<string> {
  bundled ??= bundleOnce({
    name: 'vault-child',
    sources: ['contract', 'main', 'tests/support', 'package-lock.json'],
    entry: 'vault-child.cjs',
    config: (files) => ({
      build: {
        ssr: true,
        // Threads are started from a file beside the bundle.
        rollupOptions: { input: [ENTRY, ...threadEntries(files)], external: [...LEFT_TO_NODE] },
      },
    }),
    beside: BESIDE_THREADS,
  });
  return bundled;
}
