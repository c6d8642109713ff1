/** How often the files that kill do so and how many residents there are; in which phase each kill fell, gathered over all of them; and the moments, spread evenly from a fixed start. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** Of each kind. KILLS sets it: 200 by hand. */
export const KILLS = Number(process.env['KILLS'] ?? 20);

/** From so many on each phase, and each side of the switch, has to have had the fewest. */
const MANY_KILLS = 200;
const FEWEST_EACH = 5;

/** RESIDENTS sets it for all files: 100,000 by hand. Otherwise each has its own, so that CI does not take long. */
export const residentsOr = (usual: number): number => Number(process.env['RESIDENTS'] ?? usual);

/** Milliseconds for all kills of a kind: after each of them every row is looked at. */
export const killsTimeout = (residents = 0): number => 120_000 + KILLS * (24_000 + residents);

interface PhaseCount {
  readonly kind: string;
  readonly phase: string;
  kills: number;
}

export interface KillRecord {
  readonly record: (kind: string, phase: string) => void;
  readonly count: (kind: string, phase: string) => number;
  /** Those of the phases that have had too few kills, where there were enough for all; by name. */
  readonly tooFew: (kind: string, phases: readonly string[]) => readonly string[];
  /** Added to the file that KILL_REPORT names, where it names one. */
  readonly write: () => void;
}

export function createKillRecord(): KillRecord {
  const counts: PhaseCount[] = [];
  const find = (kind: string, phase: string): PhaseCount | undefined =>
    counts.find((entry) => entry.kind === kind && entry.phase === phase);
  const count = (kind: string, phase: string): number => find(kind, phase)?.kills ?? 0;
  return {
    record: (kind, phase) => {
      const known = find(kind, phase);
      if (known === undefined) counts.push({ kind, phase, kills: 1 });
      else known.kills++;
    },
    count,
    tooFew: (kind, phases) =>
      KILLS < MANY_KILLS ? [] : phases.filter((phase) => count(kind, phase) < FEWEST_EACH),
    write: () => {
      const report = process.env['KILL_REPORT'];
      if (report === undefined) return;
      const before = existsSync(report)
        ? (JSON.parse(readFileSync(report, 'utf8')) as readonly PhaseCount[])
        : [];
      writeFileSync(report, JSON.stringify([...before, ...counts], null, 2));
    },
  };
}

export const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Evenly over [0, most), from a fixed start, so that a run can be repeated. */
export function createSpread(seed: number): (most: number) => number {
  let state = seed;
  return (most) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return (state / 2_147_483_648) * most;
  };
}
