/** `npm test`: every check and every suite, one after another; then the slowest files, the time, and one line that sums it up. */
import { runChecks } from './testing/checks.ts';
import { addCounts } from './testing/count.ts';
import type { Suite } from './testing/run-suite.ts';
import { runSuite } from './testing/run-suite.ts';
import type { FileResult } from './testing/vitest-report.ts';
import { describeSeconds, describeSlowest } from './testing/vitest-report.ts';

const SUITES: readonly Suite[] = [
  { name: 'unit', projects: ['unit'] },
  { name: 'integration', projects: ['integration'] },
  { name: 'attack', projects: ['attack*'] },
  { name: 'e2e', projects: ['e2e*'] },
];

const began = performance.now();
const files: FileResult[] = [];
let total = await runChecks();
for (const suite of SUITES) {
  const result = await runSuite(suite);
  total = addCounts(total, result.count);
  files.push(...result.files);
}

const { passed, failed, skipped } = total;
process.stdout.write(`\n${describeSlowest(files).join('\n')}\n`);
process.stdout.write(`\nin ${describeSeconds((performance.now() - began) / 1000)}\n`);
for (const name of failed) process.stdout.write(`\nfailed: ${name}`);
process.stdout.write(`\n${passed} passed, ${failed.length} failed, ${skipped} skipped\n`);
process.exitCode = failed.length === 0 ? 0 : 1;
