/** `npm test`: every check and every suite; then the slowest files, the time, and one line that sums it up. */
import { runChecks } from './testing/checks.ts';
import { SetupError } from './setup/say.mjs';
import { addCounts, NONE } from './testing/count.ts';
import { runInBackground } from './testing/run-in-background.ts';
import { HERE, type Suite, runSuite } from './testing/run-suite.ts';
import { addResults, runSuites, sayTimes, sayTotal } from './testing/run-suites.ts';
import type { SuiteResult } from './testing/vitest-report.ts';
import { findWindows, WINDOWS_SUITES } from './windows/windows-suites.ts';

const IN_TURN: readonly Suite[] = [
  { name: 'unit', projects: ['unit'] },
  { name: 'integration', projects: ['integration'] },
  { name: 'attack', projects: ['attack*'] },
];
/** Applications wait for one another and for people half of the time, in which processes can be killed. */
const E2E: Suite = { name: 'e2e', projects: ['e2e*'] };
const BESIDE_E2E: Suite = { name: 'kills', projects: ['kills'] };

/** Where wine is not there and may not be installed, one that was skipped. */
async function runOnWindows(): Promise<SuiteResult> {
  try {
    return await runSuites(WINDOWS_SUITES.quick, await findWindows());
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    return { count: { ...NONE, skipped: [`on Windows: ${error.message}`] }, files: [] };
  }
}

const began = performance.now();
const checks = await runChecks();
const inTurn = await runSuites(IN_TURN);
const onWindows = await runOnWindows();
const together = await Promise.all([runSuite(BESIDE_E2E, { ...HERE, run: runInBackground }), runSuite(E2E)]);
const { count, files } = [inTurn, onWindows, ...together].reduce(addResults);
sayTimes(files, began);
process.exitCode = sayTotal(addCounts(checks, count));
