/** The vault's child process, bundled: Node would read some two hundred files of TypeScript anew for every kill. */
import { join } from 'node:path';
import { bundleOnce } from './bundle-once.ts';
import { withThreads } from './bundle-threads.ts';

/** Of the program itself, or of what would be the next one. */
export type ProgramVersion = 'present' | 'next';

const SOURCES: Readonly<Record<ProgramVersion, string>> = {
  present: 'vault-child',
  next: 'next-vault-child',
};
const bundled: Partial<Record<ProgramVersion, Promise<string>>> = {};

/** The path of the bundle of the sources as they are. */
export const bundleChild = (version: ProgramVersion): Promise<string> =>
  (bundled[version] ??= bundleOnce({
    name: SOURCES[version],
    sources: ['contract', 'main', 'tests/support', 'package-lock.json'],
    entry: `${SOURCES[version]}.cjs`,
    ...withThreads(join(import.meta.dirname, `${SOURCES[version]}.ts`)),
  }));
