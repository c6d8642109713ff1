/** Global setup of what runs beside a scanner: one for all test files of a run, over the folder of temporary files. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('scan-files.mjs', import.meta.url));

/** Scans `folder` until it is called. */
export function startScanner(folder: string): () => Promise<void> {
  const scanner = spawn(process.execPath, [script, folder], { stdio: ['pipe', 'inherit', 'inherit'] });
  const ended = once(scanner, 'exit');
  return async () => {
    scanner.stdin.end();
    const [code] = await ended;
    if (code !== 0) throw new Error(`the scanner ended with ${code}`);
  };
}

export const setup = (): (() => Promise<void>) => startScanner(tmpdir());
