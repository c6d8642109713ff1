/**
 * `npm run pack -- [--release [--unsigned]] [--installers] [--try]`: the folder for this system, with every fuse set; `--release` takes the official Electron
 * by its pinned hash, and the command of RESIDENT_VAULT_SIGN or `--unsigned`, or fails; `--installers` adds what electron-builder.yml names for it, `--try` checks the folder (`npm run check-pack`) and starts the application once.
 */
import { parseArgs } from 'node:util';
import { faultsOf } from './pack/check-pack.ts';
import { type PackedApp, packApp } from './pack/pack-app.ts';
import { placePacked, runPacked } from './pack/run-packed.ts';
import { say, SetupError } from './setup/say.mjs';

const WATCHED_MS = 8_000;

/** Throws SetupError where the check finds anything, or the application does not stay. */
async function tryPacked(packed: PackedApp): Promise<void> {
  const faults = await faultsOf(packed.dir);
  if (faults.length > 0) throw new SetupError(`what was packed may not be handed out:\n${faults.join('\n')}`);
  const placed = await placePacked(packed);
  try {
    const { ended, code, output } = await runPacked(placed, { ms: WATCHED_MS });
    if (ended) throw new SetupError(`the packed application ended with ${String(code)}:\n${output}`);
  } finally {
    await placed.remove();
  }
  say('nothing is wrong with the folder, and the packed application starts');
}

const { values } = parseArgs({
  options: {
    release: { type: 'boolean', default: false },
    unsigned: { type: 'boolean', default: false },
    installers: { type: 'boolean', default: false },
    try: { type: 'boolean', default: false },
  },
});
const packed = await packApp({ drivable: false, ...values });
say(`${packed.isRelease ? 'packed' : 'packed, NOT FOR REAL DATA and not a release:'} ${packed.dir}`);
if (values.try) await tryPacked(packed);
