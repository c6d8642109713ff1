/** The checks that have no tests of their own: each counts as one. */
import { join } from 'node:path';
import { cacheDir, projectDir } from '../setup/paths.mjs';
import { say } from '../setup/say.mjs';
import type { Count } from './count.ts';
import { addCounts, NONE } from './count.ts';
import { runNode, toolFile } from './run-node.ts';

export interface Check {
  readonly name: string;
  /** For Node. */
  readonly args: readonly string[];
}

const format: Check = { name: 'format', args: [toolFile('prettier', 'bin', 'prettier.cjs'), '--check', '.'] };
const lint: Check = { name: 'lint', args: [toolFile('oxlint', 'bin', 'oxlint')] };
const types: Check = { name: 'types', args: [toolFile('typescript', 'bin', 'tsc'), '-b'] };
const layers: Check = { name: 'layers', args: [join(projectDir, 'scripts', 'check-layers.ts')] };

export const CHECKS: readonly Check[] = [format, lint, types, layers];

/** The same, the longest first; files that have not changed since they were well formatted are not looked at again. */
export const QUICK_CHECKS: readonly Check[] = [
  {
    ...format,
    args: [...format.args, '--log-level=warn', '--cache', '--cache-location', join(cacheDir, 'prettier')],
  },
  types,
  lint,
  layers,
];

/** One after another. */
export async function runChecks(): Promise<Count> {
  let total = NONE;
  for (const { name, args } of CHECKS) {
    say(name);
    const isRight = (await runNode(args)) === 0;
    total = addCounts(total, isRight ? { ...NONE, passed: 1 } : { ...NONE, failed: [name] });
  }
  return total;
}
