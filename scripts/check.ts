/** `npm run check`: format, lint, types, layers, words, schema and size of everything, and the unit tests that import a source that has changed, as many at once as there are cores. */
import { availableParallelism } from 'node:os';
import { stripVTControlCharacters } from 'node:util';
import { changedFiles, findBase } from './testing/changes.ts';
import { CHECKS, type Check } from './testing/checks.ts';
import { captureNode, toolFile } from './testing/run-node.ts';

const base = findBase();
/** Of package.json and vitest's configuration everything would hang, which is for `npm test`. */
const SOURCE = /^(?:contract|main|preload|renderer|scripts|tests)\/.*\.(?:tsx?|mjs)$/;
const changed = changedFiles(base.commit).filter((file) => SOURCE.test(file));

const unitTests: Check = {
  name: 'unit tests',
  args: [
    toolFile('vitest', 'vitest.mjs'),
    'related',
    '--run',
    '--project',
    'unit',
    '--passWithNoTests',
    '--reporter=dot',
    ...changed,
  ],
};

async function run({ name, args }: Check): Promise<boolean> {
  const began = performance.now();
  const { code, output } = await captureNode(args);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  process.stdout.write(`${name}: ${code === 0 ? 'ok' : 'failed'}, ${seconds} s\n`);
  const summary = /^\s*Tests {2}.*$/m.exec(stripVTControlCharacters(output))?.[0];
  if (code !== 0) process.stdout.write(`${output}\n`);
  else if (summary !== undefined) process.stdout.write(`${summary}\n`);
  return code === 0;
}

/** The next of the queue for whichever of the cores is free. */
async function runTogether(queue: Check[]): Promise<boolean> {
  let isRight = true;
  const work = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift())
      isRight = (await run(next)) && isRight;
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return isRight;
}

process.stdout.write(
  changed.length === 0
    ? `No source has changed since ${base.name}: no unit tests are run.\n`
    : `${changed.length} sources have changed since ${base.name}.\n`,
);
const isRight = await runTogether(changed.length === 0 ? [...CHECKS] : [unitTests, ...CHECKS]);
process.exitCode = isRight ? 0 : 1;
