/**
 * Cost of a run of tests, as a multiple of a fixed piece of work that is measured in the same run: machines differ twofold, the multiple hardly
 * does. The kept figure is the budget of `npm test`.
 */
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { projectDir } from '../setup/paths.mjs';
import { runNode } from './run-node.ts';

const FIXED_WORK = join(projectDir, 'scripts', 'testing', 'fixed-work.ts');
const BUDGET_FILE = join(projectDir, 'scripts', 'testing', 'processor-budget.json');
const CORES = availableParallelism();
/** Linux counts processor time in hundredths of a second (proc(5), USER_HZ). */
const TICKS_PER_SECOND = 100;

/** Seconds of processor time of all processes that this one has started and that have ended, and of theirs (proc_pid_stat(5), fields 16 and 17). */
export function secondsOfChildren(stat: string = readFileSync('/proc/self/stat', 'utf8')): number {
  // The command before it may have spaces and brackets in it; field 3 is the first behind.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[13]) + Number(fields[14])) / TICKS_PER_SECOND;
}

export interface ProcessorTime {
  /** Ends a part of the run and measures the fixed work once more, while nothing else runs. */
  endPart(name: string): Promise<void>;
  /** Seconds of the run and of its parts, without the fixed work, and the multiple that they are. */
  total(): {
    readonly seconds: number;
    readonly multiple: number;
    readonly parts: Readonly<Record<string, number>>;
  };
}

/** Null where the system does not count the time of children. */
export function measureProcessorTime(): ProcessorTime | null {
  if (process.platform !== 'linux') return null;
  const samples: number[] = [];
  const parts: Record<string, number> = {};
  let since = secondsOfChildren();
  return {
    async endPart(name) {
      const before = secondsOfChildren();
      parts[name] = before - since;
      // On each core at once, as the run has them: two that share what a core is made of are slower than one alone.
      await Promise.all(Array.from({ length: CORES }, () => runNode([FIXED_WORK])));
      since = secondsOfChildren();
      samples.push((since - before) / CORES);
    },
    total() {
      const seconds = Object.values(parts).reduce((sum, one) => sum + one, 0);
      return { seconds, multiple: seconds / medianOf(samples), parts };
    },
  };
}

const medianOf = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)]!;

/** The largest multiple that a run may take. */
export const readBudget = (): number =>
  (JSON.parse(readFileSync(BUDGET_FILE, 'utf8')) as { readonly multiple: number }).multiple;
