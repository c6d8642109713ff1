/** The vault's child process, bundled: Node would read some two hundred files of TypeScript anew for every kill. */
import { join } from 'node:path';
import { bundleOnce } from './bundle-once.ts';
import { withThreads } from './bundle-threads.ts';

let bundled: Promise<string> | undefined;

/** The path of the bundle of the sources as they are. */
export function bundleChild(): Promise<string> {
  bundled ??= bundleOnce({
    name: 'vault-child',
    sources: ['contract', 'main', 'tests/support', 'package-lock.json'],
    entry: 'vault-child.cjs',
    ...withThreads(join(import.meta.dirname, 'vault-child.ts')),
  });
  return bundled;
}
