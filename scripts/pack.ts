/**
 * `npm run pack -- [--installers] [--try]`: the folder for this system, with every fuse set; `--installers` adds what electron-builder.yml names for
 * it, `--try` reads the fuses back and starts the application once.
 */
import { parseArgs } from 'node:util';
import { readFuses, WANTED } from './pack/fuses.mjs';
import { type PackedApp, packApp } from './pack/pack-app.ts';
import { placePacked, runPacked } from './pack/run-packed.ts';
import { say, SetupError } from './setup/say.mjs';

const WATCHED_MS = 8_000;

/** Throws SetupError where a fuse is not as decided, or the application does not stay. */
async function tryPacked(packed: PackedApp): Promise<void> {
  const wrong = [...(await readFuses(packed.binary))].filter(([fuse, on]) => on !== WANTED[fuse]);
  if (wrong.length > 0) throw new SetupError(`fuses are not as decided: ${JSON.stringify(wrong)}`);
  const placed = await placePacked(packed);
  try {
    const { ended, code, output } = await runPacked(placed, { ms: WATCHED_MS });
    if (ended) throw new SetupError(`the packed application ended with ${String(code)}:\n${output}`);
  } finally {
    await placed.remove();
  }
  say('every fuse is as decided, and the packed application starts');
}

const { values } = parseArgs({
  options: {
    installers: { type: 'boolean', default: false },
    try: { type: 'boolean', default: false },
  },
});
const packed = await packApp({ drivable: false, installers: values.installers });
say(`${packed.isRelease ? 'packed' : 'packed, NOT FOR REAL DATA and not a release:'} ${packed.dir}`);
if (values.try) await tryPacked(packed);
