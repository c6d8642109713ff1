/** How often the files that kill do so and what each kill is aimed at; and in which phase each fell. */
import type { EngineName } from '../../../main/vault/store/store.ts';
import { chooseFeatureEngine } from '../feature-engine.ts';
import { ENGINES_HERE } from '../platform.ts';
import { addKill } from '../../../scripts/testing/kill-report.ts';

/** Of each kind, where KILLS sets it: 200 by hand. Without it each phase of each change is killed once. */
const KILLS = process.env['KILLS'] === undefined ? null : Number(process.env['KILLS']);

/** The one that KILL_ENGINE names; all where there are to be many kills or many residents; in `npm test` that of the feature tests. */
function killEngine(): string {
  const { KILL_ENGINE, RESIDENTS } = process.env;
  if (KILL_ENGINE !== undefined) return KILL_ENGINE;
  return KILLS === null && RESIDENTS === undefined ? chooseFeatureEngine().name : 'both';
}

const chosen = ENGINES_HERE.filter((name) => [name, 'both'].includes(killEngine()));
/** Those on which a vault is killed: never none, where the one that was chosen is not there. */
export const KILL_ENGINES: readonly EngineName[] = chosen.length === 0 ? ENGINES_HERE : chosen;

/** From so many on a look at every row takes longer than the rest of a kill. */
const MANY_RESIDENTS = 10_000;

/** From so many on each phase, and each side of the switch, has to have had the fewest. */
const MANY_KILLS = 200;
const MIN_OF_MANY = 5;

/**
 * How often one is aimed. What a vault does at the same time, such as anchoring, may come in another order than usual, and then a phase is passed by.
 */
const MAX_TRIES = 5;

/** RESIDENTS sets it for all files: 100,000 by hand. Otherwise each has its own, so that `npm test` does not take long. */
export const residentsOr = (usual: number): number => Number(process.env['RESIDENTS'] ?? usual);

/** Where each phase is killed once: more than any kind has. */
const MAX_PHASES = 30;

/** Milliseconds for all kills of a kind: after each of them every row is looked at. */
export const killsTimeout = (residents = 0): number =>
  1_800_000 + (KILLS ?? (residents > MANY_RESIDENTS ? MAX_PHASES : 0)) * (24_000 + residents);

/**
 * Where a kill is to fall. `within`: some time after the phase has begun and before the next one can; `beginning`: with the step that begins it;
 * `anywhere`: at any moment of the request, in whatever phase that is.
 */
export interface Aim<C extends string = string> {
  readonly change: C;
  readonly phase: string;
  readonly where: 'within' | 'beginning' | 'anywhere';
  /** Hands it out once more, after all that are left. Throws when it has missed its phase too often, and says which were reached instead. */
  readonly missed: (reached: string) => void;
}

/** What is aimed at: all phases where KILLS says how often, a few in `npm test`, of a kind of which each kill takes long. */
export const aimedAt = <P extends string>(all: readonly P[], few: readonly NoInfer<P>[]): readonly P[] =>
  KILLS === null ? few : all;

/** The phases of each change that is killed, in their order. */
type Changes<C extends string> = Readonly<Record<C, readonly string[]>>;

export interface Aims<C extends string> {
  /** How many kills there are if each misses its phase as often as it may. */
  readonly mostKills: number;
  /** The next of a change that can be made as things stand; undefined where none is left. It is not handed out again unless it missed its phase. */
  readonly next: (canBeMade?: (change: C) => boolean) => Aim<C> | undefined;
  /** How many are left. */
  readonly left: () => number;
}

/**
 * Each phase of each change once; or as many as KILLS says, and no fewer than that: two of three aimed at a phase, each in its turn and by turns
 * within it and at its beginning, the third anywhere.
 */
export function createAims<C extends string>(changes: Changes<C>, kills = KILLS): Aims<C> {
  const pairs = (Object.keys(changes) as C[]).flatMap((change) =>
    changes[change].map((phase) => ({ change, phase })),
  );
  const left: Aim<C>[] = [];
  const add = (aim: Omit<Aim<C>, 'missed'>): void => void left.push(aimAgainOnMiss(aim, left));
  for (const pair of pairs) add({ ...pair, where: 'within' });
  for (let aimed = pairs.length; left.length < (kills ?? 0);) {
    const isAnywhere = left.length % 3 === 2;
    const where = isAnywhere
      ? 'anywhere'
      : Math.floor(aimed / pairs.length) % 2 === 0
        ? 'within'
        : 'beginning';
    add({ ...pairs[(isAnywhere ? left.length : aimed) % pairs.length]!, where });
    if (!isAnywhere) aimed++;
  }
  return {
    mostKills: left.length * MAX_TRIES,
    left: () => left.length,
    next: (canBeMade = () => true) => {
      const index = left.findIndex(({ change }) => canBeMade(change));
      return index < 0 ? undefined : left.splice(index, 1)[0];
    },
  };
}

function aimAgainOnMiss<C extends string>(aim: Omit<Aim<C>, 'missed'>, left: Aim<C>[]): Aim<C> {
  const reached: string[] = [];
  const again: Aim<C> = {
    ...aim,
    missed: (phase) => {
      reached.push(phase);
      if (reached.length < MAX_TRIES) return void left.push(again);
      throw new Error(
        `${aim.change} was to be killed in "${aim.phase}", which ${MAX_TRIES} kills missed: they got to ${reached.join(', ')}`,
      );
    },
  };
  return again;
}

export interface KillRecord {
  readonly record: (phase: string) => void;
  /** Those of the phases that have had too few kills, by name. */
  readonly tooFew: (phases: readonly string[]) => readonly string[];
}

/** Each kill is added to the file that KILL_REPORT names, where it names one, as it happens. */
export function createKillRecord(kind: string, engine: EngineName): KillRecord {
  const counts = new Map<string, number>();
  const report = process.env['KILL_REPORT'];
  return {
    record: (phase) => {
      counts.set(phase, (counts.get(phase) ?? 0) + 1);
      if (report !== undefined) addKill(report, { kind, engine, phase });
    },
    tooFew: (phases) => {
      const fewest = (KILLS ?? 0) < MANY_KILLS ? 1 : MIN_OF_MANY;
      return phases.filter((phase) => (counts.get(phase) ?? 0) < fewest);
    },
  };
}
