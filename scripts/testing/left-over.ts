/** Processes that a run of tests has left behind. Linux says of each what it was started with; elsewhere none is looked for. */
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** Environment variable that marks every process of a run. */
export const RUN_MARK = 'RV_TEST_RUN';

/** A process that was sent its end goes a moment later, on a busy machine some seconds. */
const MAX_ENDING_MS = 15_000;

export interface MarkedRun {
  /** Waits for the processes of the run to end, kills those that are left then, and returns them, a line each. */
  end(): Promise<readonly string[]>;
}

/** Marks whatever this process starts from now on. */
export function markRun(maxEndingMs = MAX_ENDING_MS): MarkedRun {
  const mark = randomUUID();
  process.env[RUN_MARK] = mark;
  const find = (): readonly FoundProcess[] => (process.platform === 'linux' ? findMarked(mark) : []);
  return {
    async end() {
      const deadline = performance.now() + maxEndingMs;
      let left = find();
      while (left.length > 0 && performance.now() < deadline) {
        await sleep(100);
        left = find();
      }
      for (const { pid } of left) process.kill(pid, 'SIGKILL');
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
      if (!readOf(name, 'environ').includes(mark)) return [];
      const state = /^State:\s*(.*)$/m.exec(readOf(name, 'status'))?.[1] ?? 'X';
      const command = readOf(name, 'cmdline').replaceAll('\0', ' ').trim().slice(0, MAX_COMMAND);
      return [{ pid: Number(name), state, command }];
    });
}

/** Empty of a process that has ended meanwhile, or belongs to somebody else. */
function readOf(pid: string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
