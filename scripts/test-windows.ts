/**
 * `npm run test:windows [-- --quick]`: the unit and integration tests under Windows' own Node with the real Credential Manager; on Linux and macOS in
 * wine. `--quick` runs what a change of the store, the keys or the files could break there.
 */
import { parseArgs } from 'node:util';
import { runSuites, sayTimes, sayTotal } from './testing/run-suites.ts';
import { findWindows, WINDOWS_SUITES } from './windows/windows-suites.ts';

const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false } } });
const began = performance.now();
const place = await findWindows();
const { count, files } = await runSuites(WINDOWS_SUITES[values.quick ? 'quick' : 'whole'], place);
sayTimes(files, began);
process.exitCode = sayTotal(count);
