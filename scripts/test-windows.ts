/**
 * `npm run test:windows [-- --quick]`: the unit and integration tests under Windows' own Node with the real Credential Manager; on Linux and macOS in
 * wine. `--quick` runs what a change of the store, the keys or the files could break there.
 */
import { parseArgs } from 'node:util';
import { addCounts, NONE } from './testing/count.ts';
import { runSuite } from './testing/run-suite.ts';
import { describeSeconds, describeSlowest } from './testing/vitest-report.ts';
import type { FileResult } from './testing/vitest-report.ts';
import { findWindows, WINDOWS_SUITES } from './windows/windows-suites.ts';

const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false } } });
const began = performance.now();
const place = await findWindows();
const files: FileResult[] = [];
let total = NONE;
for (const suite of WINDOWS_SUITES[values.quick ? 'quick' : 'whole']) {
  const result = await runSuite(suite, place);
  total = addCounts(total, result.count);
  files.push(...result.files);
}
const { passed, failed, skipped } = total;
process.stdout.write(`\n${describeSlowest(files).join('\n')}\n`);
process.stdout.write(`\nin ${describeSeconds((performance.now() - began) / 1000)}\n`);
for (const name of failed) process.stdout.write(`\nfailed: ${name}`);
process.stdout.write(`\n${passed} passed, ${failed.length} failed, ${skipped} skipped\n`);
process.exitCode = failed.length === 0 ? 0 : 1;
