/** Has files open for as long as its standard input stays open, as a scanner does that looks into each new file. Says `held` once it has. */
import { openSync } from 'node:fs';

for (const path of process.argv.slice(2)) openSync(path, 'r');
process.stdout.write('held\n');
process.stdin.on('end', () => process.exit(0)).resume();
