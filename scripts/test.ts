/** `npm test`: every check and every suite; then the slowest files, the time, and one line that sums it up. */
import { runChecks } from './testing/checks.ts';
import { addCounts } from './testing/count.ts';
import { runInBackground } from './testing/run-in-background.ts';
import type { Suite } from './testing/run-suite.ts';
import { HERE, runSuite } from './testing/run-suite.ts';
import { addResults, runSuites, sayTimes, sayTotal } from './testing/run-suites.ts';

const KILLS = 'tests/attack/kill-';

const IN_TURN: readonly Suite[] = [
  { name: 'unit', projects: ['unit'] },
  { name: 'integration', projects: ['integration'] },
  { name: 'attack', projects: ['attack*'], filters: ['--exclude', `${KILLS}*`] },
];
/** Applications wait for one another and for people half of the time, in which processes can be killed. */
const E2E: Suite = { name: 'e2e', projects: ['e2e*'] };
const BESIDE_E2E: Suite = { name: 'kills', projects: ['attack'], filters: [KILLS] };

const began = performance.now();
const checks = await runChecks();
const inTurn = await runSuites(IN_TURN);
const together = await Promise.all([runSuite(BESIDE_E2E, { ...HERE, run: runInBackground }), runSuite(E2E)]);
const { count, files } = [inTurn, ...together].reduce(addResults);
sayTimes(files, began);
process.exitCode = sayTotal(addCounts(checks, count));
