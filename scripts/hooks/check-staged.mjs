/**
 * Before a commit: format and lint of the files that go into it, and, where there is code among them, types, layers and the facts of tables. Seconds, not tests:
 * those are for `npm run check`. It reads the files as they lie in the working tree. Plain JavaScript for Node 20 and newer.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { toolNode } from '../setup/node-version.mjs';
import { modulesDir, projectDir } from '../setup/paths.mjs';
import { run } from '../setup/run-command.mjs';
import { say } from '../setup/say.mjs';

const CODE = /\.(ts|tsx|mjs|cjs)$/;
const TYPES = /\.tsx?$|(^|\/)tsconfig[^/]*\.json$/;
/** The folders that the layers are about. */
const LAYERED = /^(contract|main|preload|renderer)\//;

/** @typedef {{ readonly name: string, readonly args: readonly string[] }} Check Run by Node, `args` first of all the tool. */

/**
 * Returns the checks to run for these files, by their paths in the project.
 * @param {readonly string[]} files
 * @returns {readonly Check[]}
 */
export function checksFor(files) {
  const code = files.filter((file) => CODE.test(file));
  const tool = (/** @type {readonly string[]} */ ...path) => join(modulesDir, ...path);
  return [
    ...(files.length === 0
      ? []
      : [
          {
            name: 'format (npm run format)',
            args: [tool('oxfmt', 'bin', 'oxfmt'), '--check', '--no-error-on-unmatched-pattern', ...files],
          },
        ]),
    ...(code.length === 0
      ? []
      : [
          {
            name: 'lint',
            args: [tool('oxlint', 'bin', 'oxlint'), '--no-error-on-unmatched-pattern', ...code],
          },
        ]),
    ...(code.some((file) => LAYERED.test(file))
      ? [{ name: 'layers', args: [join(projectDir, 'scripts', 'check-layers.ts')] }]
      : []),
    ...(code.some((file) => file.startsWith('main/vault/store/'))
      ? [{ name: 'schema', args: [join(projectDir, 'scripts', 'check-schema.ts')] }]
      : []),
    ...(files.some((file) => TYPES.test(file))
      ? [{ name: 'types', args: [tool('typescript', 'bin', 'tsc'), '-b'] }]
      : []),
  ];
}

/** @returns {Promise<readonly string[]>} */
async function listStaged() {
  const { stdout } = await run('git', ['diff', '--cached', '--name-only', '--diff-filter=ACMR', '-z'], {
    cwd: projectDir,
  });
  return stdout.split('\0').filter((file) => file !== '');
}

/** @returns {Promise<number>} how the hook ends: 0 lets the commit through */
async function checkStaged() {
  if (!existsSync(modulesDir)) {
    say('nothing is installed, so nothing was checked: npm run build sets everything up');
    return 0;
  }
  const node = toolNode();
  for (const { name, args } of checksFor(await listStaged())) {
    const { code, output } = await run(node, args, { cwd: projectDir });
    if (code === 0) continue;
    process.stderr.write(`${output}\n`);
    say(`not committed: ${name}`);
    return 1;
  }
  return 0;
}

if (process.argv[1]?.endsWith('check-staged.mjs')) process.exitCode = await checkStaged();
