/** Runs one program of the system for a check: by its whole path, with fixed arguments, for a bounded time, and reads a bounded part of what it prints. */
import { execFile } from 'node:child_process';

/** Output of a program; null where it could not be run, took too long, or printed too much. `code`: its exit code. */
export type Printed = { readonly out: string; readonly err: string; readonly code: number } | null;

/** Runs the program at this path. Never rejects. */
export type RunProgram = (
  path: string,
  args: readonly string[],
  env?: Readonly<Record<string, string>>,
) => Promise<Printed>;

/** Windows takes its time to start PowerShell on an old computer. */
const MAX_MS = 20_000;
const MAX_BYTES = 64 * 1024;

/** Nothing that this process was started with is passed on but what is named in `env`; no shell reads the arguments. */
export const runProgram: RunProgram = (path, args, env = {}) =>
  new Promise((resolve) => {
    try {
      const child = execFile(
        path,
        [...args],
        {
          env: { ...env },
          encoding: 'utf8',
          timeout: MAX_MS,
          maxBuffer: MAX_BYTES,
          killSignal: 'SIGKILL',
          windowsHide: true,
          shell: false,
        },
        (error, out, err) => {
          const code = error === null ? 0 : error.code;
          resolve(typeof code === 'number' && error?.killed !== true ? { out, err, code } : null);
        },
      );
      // A program that reads what it is given is given nothing.
      child.stdin?.end();
    } catch {
      resolve(null);
    }
  });
