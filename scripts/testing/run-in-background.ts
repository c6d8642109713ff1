/** Runs Node beside other work and takes no time from it: with the lowest priority, and silent until it ends. */
import { existsSync, writeFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import type { ChildProcess } from 'node:child_process';
import { type ExtraEnv, spawnNode, textOf } from './run-node.ts';

/** The exit code, 1 where a signal ended it; what it printed is printed then, in one piece. It ends with this process. */
export async function runInBackground(args: readonly string[], env: ExtraEnv = {}): Promise<number> {
  const child = spawnNode(args, env, { output: 'pipe', detached: true });
  yieldToOthers(child);
  const release = endWithUs(child);
  const output = textOf(child);
  const code = await new Promise<number>((resolve) => child.on('close', (status) => resolve(status ?? 1)));
  release();
  process.stdout.write(output());
  return code;
}

/** Linux weighs sessions against each other where it groups them (sched(7), autogroup), and looks at a process's own priority within its session alone. */
function yieldToOthers({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  setPriority(pid, constants.priority.PRIORITY_LOW);
  const group = `/proc/${pid}/autogroup`;
  if (process.platform === 'linux' && existsSync(group))
    writeFileSync(group, String(constants.priority.PRIORITY_LOW));
}

/** A session of its own hears nothing of Ctrl+C. */
function endWithUs({ pid }: ChildProcess): () => void {
  const end = (): void => {
    if (pid !== undefined && pid > 0) process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  };
  const interrupted = (): void => process.exit(130);
  process.once('exit', end).once('SIGINT', interrupted).once('SIGTERM', interrupted);
  return () => {
    process.off('exit', end).off('SIGINT', interrupted).off('SIGTERM', interrupted);
  };
}
