/** What may be in a release at all: licences of a list, and no export that nobody imports. */
import { join } from 'node:path';
import { projectDir } from '../setup/paths.mjs';
import { captureNode, toolFile } from '../testing/run-node.ts';

/** For Node: knip over the project of this configuration; exit code 1 with what is dead. */
export const deadExports = (root = projectDir): readonly string[] => [
  toolFile('knip', 'bin', 'knip.js'),
  '--directory',
  root,
  '--config',
  join(root, 'knip.json'),
  '--no-progress',
  '--include',
  'exports,types,files,duplicates,dependencies',
];

/** What licensee and knip say; empty where nothing is wrong. `.licensee.json` of the folder lists the licences. */
export async function ruleFaults(root = projectDir): Promise<readonly string[]> {
  const licences = [toolFile('licensee', 'licensee'), '--production', '--errors-only'];
  const runs = [await captureNode(licences, root), await captureNode(deadExports(root), root)];
  return runs.filter(({ code }) => code !== 0).map(({ output }) => output.trim());
}
