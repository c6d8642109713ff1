/**
 * `npm run test:windows [-- quick | kills]`: the unit and integration tests under Windows' own Node with the real Credential Manager; on Linux and macOS
 * in wine. `quick`: what a change of the store, the keys or the files could break there. `kills`: the vault is killed in the midst of changes, beside
 * something that plays a scanner.
 */
import { runSuites, sayTimes, sayTotal } from './testing/run-suites.ts';
import { findWindows, isWindowsRun, WINDOWS_SUITES } from './windows/windows-suites.ts';

const [name = 'whole'] = process.argv.slice(2);
if (!isWindowsRun(name)) {
  process.stderr.write(`There is no run "${name}". There are: ${Object.keys(WINDOWS_SUITES).join(', ')}.\n`);
  process.exit(2);
}
const began = performance.now();
const { count, files } = await runSuites(WINDOWS_SUITES[name], await findWindows());
sayTimes(files, began);
process.exitCode = sayTotal(count);
