/** Processes that a run of tests has left behind. Linux says of each what it was started with; elsewhere none is looked for. */
import { chmodSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ExtraEnv } from './run-node.ts';

/** One run, by a folder of temporary files that every process of it has in its environment, its words or below it. */
export interface MarkedRun {
  /** What the run is to be started with. */
  readonly env: ExtraEnv;
  /** What is still there of it, a line each, when it has had time to end; it is ended then, and the folder removed. */
  end(): Promise<readonly string[]>;
}

/** A process that was sent its end goes a moment later, on a busy machine some seconds. */
const MAX_ENDING_MS = 15_000;

export function markRun(maxEndingMs = MAX_ENDING_MS): MarkedRun {
  if (process.platform !== 'linux') return { env: {}, end: async () => [] };
  const folder = mkdtempSync(join(tmpdir(), 'rv-run-'));
  // The application may run as another user.
  chmodSync(folder, 0o755);
  return {
    env: { TMPDIR: folder, RV_TEST_RUN: folder },
    async end() {
      const deadline = performance.now() + maxEndingMs;
      let left = findMarked(folder);
      while (left.length > 0 && performance.now() < deadline) {
        await sleep(100);
        left = findMarked(folder);
      }
      for (const { pid } of left) process.kill(pid, 'SIGKILL');
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
      return left.map(({ pid, command, state }) => `${pid} (${state}) ${command}`);
    },
  };
}

interface FoundProcess {
  readonly pid: number;
  readonly command: string;
  /** In /proc's words: "S (sleeping)", "T (stopped)". */
  readonly state: string;
}

const MAX_COMMAND = 300;

function findMarked(mark: string): readonly FoundProcess[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .flatMap((name) => {
      const read = (file: string): string =>
        readOrNothing(() => readFileSync(`/proc/${name}/${file}`, 'utf8'));
      const state = /^State:\s*(.*)$/m.exec(read('status'))?.[1] ?? 'X';
      const words = read('cmdline');
      // A process that is dead and not yet buried has no words, nor a folder.
      const about = [words, read('environ'), readOrNothing(() => readlinkSync(`/proc/${name}/cwd`))];
      if (!about.some((text) => text.includes(mark))) return [];
      return [
        { pid: Number(name), state, command: words.replaceAll('\0', ' ').trim().slice(0, MAX_COMMAND) },
      ];
    });
}

/** Of a process that has ended meanwhile, or belongs to somebody else. */
function readOrNothing(read: () => string): string {
  try {
    return read();
  } catch {
    return '';
  }
}
