/** In which phase each kill of a run fell, gathered over all files that kill; and the moments, spread evenly from a fixed start. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

interface PhaseCount { readonly kind: string; readonly phase: string; kills: number }

export interface KillRecord {
  readonly record: (kind: string, phase: string) => void;
  readonly count: (kind: string, phase: string) => number;
  /** Added to the file that KILL_REPORT names, where it names one. */
  readonly write: () => void;
}

export function createKillRecord(): KillRecord {
  const counts: PhaseCount[] = [];
  const find = (kind: string, phase: string): PhaseCount | undefined => counts.find((entry) => entry.kind === kind && entry.phase === phase);
  return {
    record: (kind, phase) => {
      const known = find(kind, phase);
      if (known === undefined) counts.push({ kind, phase, kills: 1 });
      else known.kills++;
    },
    count: (kind, phase) => find(kind, phase)?.kills ?? 0,
    write: () => {
      const report = process.env['KILL_REPORT'];
      if (report === undefined) return;
      const before = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) as readonly PhaseCount[] : [];
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
