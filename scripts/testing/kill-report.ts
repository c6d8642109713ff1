/** In which phase each kill fell: a line of JSON for each, since several files of tests write at once. */
import { appendFileSync, existsSync, readFileSync } from 'node:fs';

export interface Kill {
  /** Kind of work that was killed. */
  readonly kind: string;
  readonly engine: string;
  readonly phase: string;
}

/** By kind, engine and phase. */
export type KillCounts = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, number>>>>>>;

export const addKill = (report: string, kill: Kill): void =>
  appendFileSync(report, `${JSON.stringify(kill)}\n`);

/** Empty where there is no report. */
export function readKills(report: string): KillCounts {
  const counts: Record<string, Record<string, Record<string, number>>> = {};
  if (!existsSync(report)) return counts;
  for (const line of readFileSync(report, 'utf8').split('\n').filter(Boolean)) {
    const { kind, engine, phase } = JSON.parse(line) as Kill;
    const phases = ((counts[kind] ??= {})[engine] ??= {});
    phases[phase] = (phases[phase] ?? 0) + 1;
  }
  return counts;
}
