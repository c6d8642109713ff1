/** The vault's child process, bundled: Node would read some two hundred files of TypeScript anew for every kill. */
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { BESIDE_THREADS, NATIVE_MODULES } from '../../scripts/build/bundles.ts';
import { bundleOnce } from './bundle-once.ts';

const ENTRY = join(import.meta.dirname, 'vault-child.ts');
/** Threads are started from a file beside the bundle. */
const WORKER = /-worker\.ts$/;
const isWorker = (file: string): boolean => file.includes(join('main', 'vault')) && WORKER.test(file);

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
        rollupOptions: {
          input: [ENTRY, ...files.filter(isWorker)],
          external: [...NATIVE_MODULES, ...builtinModules, ...builtinModules.map((name) => `node:${name}`)],
        },
      },
    }),
    beside: BESIDE_THREADS,
  });
  return bundled;
}
