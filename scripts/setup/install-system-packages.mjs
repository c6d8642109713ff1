/** For CI, before anything else and as root: installs what building, running and testing need of the system. Does nothing outside of Debian and its kin. */
import { SetupError } from './say.mjs';
import { ensureSystemPackages } from './system-packages.mjs';

try {
  await ensureSystemPackages();
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
