/**
 * Cost of a run of tests, as a multiple of a fixed piece of work that is measured in the same run: machines differ twofold, the multiple hardly
 * does. The kept figure is the budget of `npm test`.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectDir } from '../setup/paths.mjs';

const FIXED_WORK = join(projectDir, 'scripts', 'testing', 'fixed-work.ts');
const BUDGET_FILE = join(projectDir, 'scripts', 'testing', 'processor-budget.json');
/** Linux counts processor time in hundredths of a second (proc(5), USER_HZ). */
const TICKS_PER_SECOND = 100;

/** Seconds of processor time of all processes that this one has started and that have ended, and of theirs (proc_pid_stat(5), fields 16 and 17). */
export function secondsOfChildren(stat: string = readFileSync('/proc/self/stat', 'utf8')): number {
  // The command before it may have spaces and brackets in it; field 3 is the first behind.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[13]) + Number(fields[14])) / TICKS_PER_SECOND;
}

export interface ProcessorTime {
  /** Measures the fixed work once more. Called between parts of the run, when nothing else runs. */
  sample(): void;
  /** Seconds of the run, without the samples, and the multiple that they are. */
  total(): { readonly seconds: number; readonly multiple: number };
}

/** Null where the system does not count the time of children. */
export function measureProcessorTime(): ProcessorTime | null {
  if (process.platform !== 'linux') return null;
  const samples: number[] = [];
  return {
    sample() {
      const before = secondsOfChildren();
      execFileSync(process.execPath, ['--disable-warning=ExperimentalWarning', FIXED_WORK]);
      samples.push(secondsOfChildren() - before);
    },
    total() {
      const seconds = secondsOfChildren() - samples.reduce((sum, one) => sum + one, 0);
      return { seconds, multiple: seconds / medianOf(samples) };
    },
  };
}

const medianOf = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)]!;

/** The largest multiple that a run may take. */
export const readBudget = (): number =>
  (JSON.parse(readFileSync(BUDGET_FILE, 'utf8')) as { readonly multiple: number }).multiple;
