/** Runs the Windows Node under wine. */
import { execFileSync, spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { ExtraEnv } from '../testing/run-node.ts';
import type { WindowsTree } from './windows-tree.ts';

/** Wine's own errors, and its search for .NET and a browser, which Node does not need. */
const QUIET_WINE: ExtraEnv = { WINEDEBUG: '-all', WINEDLLOVERRIDES: 'mscoree,mshtml=' };
/** Without it wine has no way to write a Chinese name on the disk, and Node tries for ever to make a folder of that name. */
const UNICODE_NAMES: ExtraEnv = { LC_ALL: 'C.UTF-8' };
const SHOW_EVERY_MS = 500;

/** A second drive and a share of the network, as wine knows both: by a link each. */
const VOLUMES = { drive: 'e:', share: 'unc/rv-server/desk' } as const;

/** The exit code, 1 where a signal ended it. Node writes into a file, as a pipe can hang under wine; what is in it is shown as it comes. */
export async function runUnderWine(
  { dir, node, prefix }: WindowsTree,
  args: readonly string[],
  env: ExtraEnv = {},
): Promise<number> {
  mkdirSync(prefix, { recursive: true });
  const volumes = addVolumes(prefix);
  const outPath = join(prefix, 'node-output');
  const [out, errors] = [openSync(outPath, 'w'), openSync(join(prefix, 'node-errors'), 'w')];
  const shown = openSync(outPath, 'r');
  try {
    const child = spawn('wine', [node, '--disable-warning=ExperimentalWarning', ...args], {
      cwd: dir,
      env: { ...process.env, ...QUIET_WINE, ...UNICODE_NAMES, WINEPREFIX: prefix, ...volumes, ...env },
      stdio: ['ignore', out, errors],
    });
    const timer = setInterval(() => show(shown), SHOW_EVERY_MS);
    const code = await new Promise<number>((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', (ended) => resolve(ended ?? 1));
    });
    clearInterval(timer);
    show(shown);
    return code;
  } finally {
    for (const file of [out, errors, shown]) closeSync(file);
  }
}

/** Adds the volumes of the tests to a prefix, and returns the names that they know them by. Wine adds its own devices first, and only where there are none. */
function addVolumes(prefix: string): ExtraEnv {
  const devices = join(prefix, 'dosdevices');
  if (!existsSync(devices))
    execFileSync('wineboot', ['--init'], { env: { ...process.env, ...QUIET_WINE, WINEPREFIX: prefix } });
  for (const device of Object.values(VOLUMES)) {
    const folder = join(prefix, `volume-${basename(device).replace(':', '')}`);
    mkdirSync(folder, { recursive: true });
    mkdirSync(dirname(join(devices, device)), { recursive: true });
    if (!existsSync(join(devices, device))) symlinkSync(folder, join(devices, device));
  }
  return { RV_WINE_DRIVE: 'E:\\', RV_WINE_SHARE: '\\\\rv-server\\desk' };
}

function show(file: number): void {
  const chunk = Buffer.alloc(64 * 1024);
  for (let read = readSync(file, chunk); read > 0; read = readSync(file, chunk))
    process.stdout.write(chunk.subarray(0, read));
}
