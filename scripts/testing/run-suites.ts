/** Several runs of vitest, and how a run of tests closes. */
import { type Count, NONE, addCounts } from './count.ts';
import { type Suite, type TestPlace, runSuite } from './run-suite.ts';
import { type FileResult, type SuiteResult, describeSeconds, describeSlowest } from './vitest-report.ts';

/** One after another. */
export async function runSuites(suites: readonly Suite[], place?: TestPlace): Promise<SuiteResult> {
  let sum: SuiteResult = { count: NONE, files: [] };
  for (const suite of suites) sum = addResults(sum, await runSuite(suite, place));
  return sum;
}

export const addResults = (one: SuiteResult, other: SuiteResult): SuiteResult => ({
  count: addCounts(one.count, other.count),
  files: [...one.files, ...other.files],
});

/** Prints the slowest files and the time since `began`, as `performance.now()` gave it. */
export function sayTimes(files: readonly FileResult[], began: number): void {
  process.stdout.write(`\n${describeSlowest(files).join('\n')}\n`);
  process.stdout.write(`\nin ${describeSeconds((performance.now() - began) / 1000)}\n`);
}

/** Prints what was skipped and what failed, and the line that sums it all up, last. The exit code. */
export function sayTotal({ passed, failed, skipped }: Count): number {
  for (const name of skipped) process.stdout.write(`\nskipped: ${name}`);
  for (const name of failed) process.stdout.write(`\nfailed: ${name}`);
  process.stdout.write(`\n${passed} passed, ${failed.length} failed, ${skipped.length} skipped\n`);
  return failed.length === 0 ? 0 : 1;
}
