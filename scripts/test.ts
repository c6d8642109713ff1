/** `npm test`: every check and every suite, one after another; then the slowest files, the time, and one line that sums it up. */
import { runChecks } from './testing/checks.ts';
import { addCounts } from './testing/count.ts';
import type { Suite } from './testing/run-suite.ts';
import { runSuites, sayTimes, sayTotal } from './testing/run-suites.ts';

const SUITES: readonly Suite[] = [
  { name: 'unit', projects: ['unit'] },
  { name: 'integration', projects: ['integration'] },
  { name: 'attack', projects: ['attack*'] },
  { name: 'e2e', projects: ['e2e*'] },
];

const began = performance.now();
const checks = await runChecks();
const { count, files } = await runSuites(SUITES);
sayTimes(files, began);
process.exitCode = sayTotal(addCounts(checks, count));
