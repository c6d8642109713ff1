/** Runs the tools in node_modules, and scripts of ours, under this same Node. */
import { type ChildProcess, spawn } from 'node:child_process';
import { modulesDir, projectDir } from '../setup/paths.mjs';
import { join } from 'node:path';

export const toolFile = (...path: readonly string[]): string => join(modulesDir, ...path);

export type ExtraEnv = Readonly<Record<string, string>>;

/** The exit code, 1 where a signal ended it; what it prints is seen as it comes. `env` is added to that of this process. */
export function runNode(args: readonly string[], env: ExtraEnv = {}): Promise<number> {
  const child = spawnNode(args, env, { output: 'inherit' });
  return new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)));
}

/** The same, with all that it printed, in the order in which it came. */
export function captureNode(
  args: readonly string[],
  cwd?: string,
): Promise<{ readonly code: number; readonly output: string }> {
  const child = spawnNode(args, {}, { output: 'pipe', ...(cwd === undefined ? {} : { cwd }) });
  const output = textOf(child);
  return new Promise((resolve) =>
    child.on('close', (code) => resolve({ code: code ?? 1, output: output() })),
  );
}

/** Gathers what a child prints, until it is asked for. */
export function textOf({ stdout, stderr }: ChildProcess): () => string {
  let text = '';
  for (const stream of [stdout, stderr])
    stream?.setEncoding('utf8').on('data', (piece: string) => {
      text += piece;
    });
  return () => text;
}

export const spawnNode = (
  args: readonly string[],
  env: ExtraEnv,
  {
    output,
    detached = false,
    cwd = projectDir,
  }: { readonly output: 'inherit' | 'pipe'; readonly detached?: boolean; readonly cwd?: string },
): ChildProcess =>
  spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
    cwd,
    env: { ...process.env, ...env },
    detached,
    stdio: ['inherit', output, output],
  });
