/** `npm test`: every check and every suite; then the slowest files, the time, what it cost, and one line that sums it up. */
import { runChecks } from './testing/checks.ts';
import { SetupError, say } from './setup/say.mjs';
import { type Count, addCounts, NONE } from './testing/count.ts';
import { markRun } from './testing/left-over.ts';
import { type ProcessorTime, measureProcessorTime, readBudget } from './testing/processor-time.ts';
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

/** One that fails where the run costs more than is kept for it. */
function judgeCost(time: ProcessorTime | null): Count {
  if (time === null) return { ...NONE, skipped: ['processor time of the run: counted on Linux alone'] };
  const { seconds, multiple, parts } = time.total();
  const budget = readBudget();
  const cost = `processor time: ${seconds.toFixed(0)} s, ${multiple.toFixed(0)} times the fixed work`;
  say(`${cost} (at most ${budget})`);
  for (const [part, of] of Object.entries(parts)) say(`  ${part} ${of.toFixed(0)} s`);
  return multiple <= budget ? { ...NONE, passed: 1 } : { ...NONE, failed: [`${cost}, more than ${budget}`] };
}

/** One that fails for each process that is still there. */
const judgeLeftOver = (left: readonly string[]): Count =>
  left.length === 0
    ? { ...NONE, passed: 1 }
    : { ...NONE, failed: left.map((process) => `left a process behind: ${process}`) };

const began = performance.now();
const run = markRun();
const time = measureProcessorTime();
const checks = await runChecks();
await time?.endPart('checks');
const inTurn: SuiteResult[] = [];
for (const suite of IN_TURN) {
  inTurn.push(await runSuite(suite));
  await time?.endPart(suite.name);
}
const onWindows = await runOnWindows();
await time?.endPart('Windows');
const together = await Promise.all([runSuite(BESIDE_E2E, { ...HERE, run: runInBackground }), runSuite(E2E)]);
await time?.endPart('e2e and kills');
const { count, files } = [...inTurn, onWindows, ...together].reduce(addResults);
sayTimes(files, began);
const own = [judgeLeftOver(await run.end()), judgeCost(time)].reduce(addCounts, checks);
process.exitCode = sayTotal(addCounts(own, count));
