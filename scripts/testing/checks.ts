/** The checks that have no tests of their own: each counts as one. */
import { join } from 'node:path';
import { deadExports } from '../papers/rules.ts';
import { projectDir } from '../setup/paths.mjs';
import { say } from '../setup/say.mjs';
import { type Count, NONE, addCounts } from './count.ts';
import { runNode, toolFile } from './run-node.ts';

export interface Check {
  readonly name: string;
  /** For Node. */
  readonly args: readonly string[];
}

const format: Check = { name: 'format', args: [toolFile('oxfmt', 'bin', 'oxfmt'), '--check'] };
const lint: Check = { name: 'lint', args: [toolFile('oxlint', 'bin', 'oxlint')] };
const types: Check = { name: 'types', args: [toolFile('typescript', 'bin', 'tsc'), '-b'] };
const layers: Check = { name: 'layers', args: [join(projectDir, 'scripts', 'check-layers.ts')] };
const schema: Check = { name: 'schema', args: [join(projectDir, 'scripts', 'check-schema.ts')] };
const size: Check = { name: 'size', args: [join(projectDir, 'scripts', 'check-size.ts')] };
const words: Check = { name: 'words', args: [join(projectDir, 'scripts', 'check-words.ts')] };

const dead: Check = { name: 'dead exports', args: deadExports() };

/** The longest first. */
export const CHECKS: readonly Check[] = [types, dead, lint, layers, words, schema, format, size];

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
