/** Stands in for a program in a folder (`folder-program.ts`): looks for an update as the real one does, and keeps in its profile that it was started. */
import { appendFileSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { updateAtStart } from '../../main/files/updates/lay-update.ts';
import { UPDATE_WAITS } from '../../main/files/updates/running-program.ts';

const [folder = '', version = '', ...args] = process.argv.slice(2);
const profile = args.at(-1)!.replace('--user-data-dir=', '');
const root = readFileSync(join(profile, 'root.json'));
const program = { version, system: 'linux-x64-folder', root, folder: join(profile, 'updates') };
const looks = args.includes('--by-starter');
const { waits, last } = looks ? await updateAtStart(program, dirname(folder)) : { waits: false, last: null };
if (waits) process.exit(UPDATE_WAITS);
appendFileSync(join(profile, 'started'), `${JSON.stringify({ version, last })}\n`);
