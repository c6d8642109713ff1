/** `node scripts/testing/run-e2e-elsewhere.ts`: the end-to-end tests that need nothing of Linux, one application at a time; names the rest. */
import { projectDir } from '../setup/paths.mjs';
import { say } from '../setup/say.mjs';
import { e2eElsewhere } from './e2e-elsewhere.ts';
import { runNode, toolFile } from './run-node.ts';

const { run, leftOut } = e2eElsewhere(projectDir);
for (const [path, why] of Object.entries(leftOut)) say(`left out, since it ${why}: ${path}`);
process.exitCode = await runNode([
  toolFile('vitest', 'vitest.mjs'),
  'run',
  '--project=e2e',
  '--project=e2e-idle',
  '--maxWorkers=1',
  ...run,
]);
