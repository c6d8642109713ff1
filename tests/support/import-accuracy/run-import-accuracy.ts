/**
 * npm run import-accuracy -- [DIR] [--only TEXT] [--details FILE]: takes each workbook of DIR that has a truth beside it into a vault of
 * its own and prints what became of each value (docs/import-accuracy.md). Ends with 1 where a bound is not kept.
 */
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { projectDir } from '../../../scripts/setup/paths.mjs';
import { runNode } from '../../../scripts/testing/run-node.ts';
import { bundleOnce } from '../bundle-once.ts';
import { withThreads } from '../bundle-threads.ts';

/** The exit code: 0 where every bound is kept. `only`: a part of a workbook's name; `details`: a file for each value that is not right. */
export async function runImportAccuracy(folder: string, only = '', details = ''): Promise<number> {
  const threads = withThreads(join(import.meta.dirname, 'measure-folder.ts'));
  // Bundled: Node would read some two hundred files of TypeScript anew for every thread.
  const path = await bundleOnce({
    name: 'import-accuracy',
    sources: ['contract', 'main', 'tests/support', 'package-lock.json'],
    entry: 'measure-folder.cjs',
    ...threads,
    config: { ...threads.config, logLevel: 'error' },
  });
  return runNode([path, folder, only, details]);
}

if (import.meta.main) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { only: { type: 'string' }, details: { type: 'string' } },
  });
  const folder = resolve(positionals[0] ?? join(projectDir, 'tests/import-corpus/files'));
  process.exitCode = await runImportAccuracy(folder, values.only, values.details);
}
