/** What a run of the bench hands over: figures with their goals, each beside what the bare stack did in the same run. */
import { cpus, loadavg, release, totalmem } from 'node:os';
import { round } from './statistics.ts';

const UNITS = ['ms', 's', 'MB', '%', '×'] as const;
export type Unit = (typeof UNITS)[number];

export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: Unit;
  /** As docs/quality says it; null where the figure is a floor or only belongs to the picture. */
  readonly goal: string | null;
  readonly ok: boolean | null;
  /** The bare stack's figure in the same unit, measured in the same run. */
  readonly floor?: number;
  /** What another program takes for the same people; measured once and not in this run. */
  readonly peer?: string;
}

/** Takes what was measured, as soon as it was. */
export type KeepFigures = (found: readonly Figure[]) => void;

export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGB: number;
  readonly system: string;
  readonly node: string;
  readonly electron: string;
  /** Load average of the last minute, before and after: what else the machine was doing. */
  readonly load: readonly [before: number, after: number];
  readonly residents: readonly number[];
  readonly quick: boolean;
  readonly minutes: number;
}

interface Goal {
  /** Greatest value that is good, in the unit of the figure. */
  readonly most?: number;
  /** Smallest one. */
  readonly least?: number;
  /** In place of `≤ most unit`, or `≥ least unit`. */
  readonly words?: string;
}

type Beside = Pick<Figure, 'floor' | 'peer'>;

/** A figure held against its goal before it is rounded. */
export function figure(
  name: string,
  value: number,
  unit: Unit,
  goal?: Goal,
  beside: { readonly floor?: number; readonly peer?: string | undefined } = {},
): Figure {
  const { floor, peer } = beside;
  const also: Beside = {
    ...(floor === undefined ? {} : { floor: round(floor) }),
    ...(peer === undefined ? {} : { peer }),
  };
  if (goal === undefined) return { name, value: round(value), unit, goal: null, ok: null, ...also };
  const { most = Infinity, least } = goal;
  return {
    name,
    value: round(value),
    unit,
    goal: goal.words ?? (least === undefined ? `≤ ${round(most)} ${unit}` : `≥ ${round(least)} ${unit}`),
    ok: value <= most && value >= (least ?? -Infinity),
    ...also,
  };
}

export function describeMachine(
  about: Omit<Machine, 'cpu' | 'cores' | 'memoryGB' | 'system' | 'node' | 'load'> & {
    readonly loadBefore: number;
  },
): Machine {
  const { loadBefore, ...rest } = about;
  return {
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memoryGB: round(totalmem() / 1e9),
    system: `${process.platform} ${release().split('-')[0]}`,
    node: process.versions.node,
    load: [round(loadBefore), round(loadavg()[0] ?? 0)],
    ...rest,
  };
}

/** Lines for people: one figure each, what missed its goal marked. */
export function describeFigures(figures: readonly Figure[]): string {
  const rows = figures.map(({ name, value, unit, goal, ok, floor, peer }) => [
    ok === null ? ' ' : ok ? '✓' : '✗',
    name,
    `${value} ${unit}`,
    goal ?? '',
    floor === undefined ? '' : `floor ${floor} ${unit}`,
    peer ?? '',
  ]);
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...rows.map((row) => [...row[column]!].length), 0));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - [...cell].length)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
