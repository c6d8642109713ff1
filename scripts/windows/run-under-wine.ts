/** Runs the Windows Node under wine. */
import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { ExtraEnv } from '../testing/run-node.ts';
import type { WindowsTree } from './windows-tree.ts';

/** Wine's own errors, and its search for .NET and a browser, which Node does not need. */
const QUIET_WINE: ExtraEnv = { WINEDEBUG: '-all', WINEDLLOVERRIDES: 'mscoree,mshtml=' };
const SHOW_EVERY_MS = 500;

/** The exit code, 1 where a signal ended it. Node writes into a file, as a pipe can hang under wine; what is in it is shown as it comes. */
export async function runUnderWine(
  { dir, node, prefix }: WindowsTree,
  args: readonly string[],
  env: ExtraEnv = {},
): Promise<number> {
  mkdirSync(prefix, { recursive: true });
  const outPath = join(prefix, 'node-output');
  const [out, errors] = [openSync(outPath, 'w'), openSync(join(prefix, 'node-errors'), 'w')];
  const shown = openSync(outPath, 'r');
  try {
    const child = spawn('wine', [node, '--disable-warning=ExperimentalWarning', ...args], {
      cwd: dir,
      env: { ...process.env, ...QUIET_WINE, WINEPREFIX: prefix, ...env },
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

function show(file: number): void {
  const chunk = Buffer.alloc(64 * 1024);
  for (let read = readSync(file, chunk); read > 0; read = readSync(file, chunk))
    process.stdout.write(chunk.subarray(0, read));
}
