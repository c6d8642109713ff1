/** `npm run check-pack -- DIR`: whether the folder that `npm run pack` has made may be handed out. Exit code 1 where it may not, with every reason. */
import { resolve } from 'node:path';
import { faultsOf } from './pack/check-pack.ts';
import { say, SetupError } from './setup/say.mjs';

const [folder] = process.argv.slice(2);
if (folder === undefined)
  throw new SetupError('npm run check-pack -- DIR, a folder that "npm run pack" has made');
const faults = await faultsOf(resolve(folder));
for (const fault of faults) process.stdout.write(`${fault}\n`);
say(faults.length === 0 ? `${folder}: nothing is wrong` : `${folder}: ${faults.length} faults`);
process.exitCode = faults.length === 0 ? 0 : 1;
