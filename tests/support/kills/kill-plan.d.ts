import type { EngineName } from '../../../main/vault/store/store.ts';
/** RESIDENTS sets it for all files: 100,000 by hand. Otherwise each has its own, so that `npm test` does not take long. */
export declare const residentsOr: (usual: number) => number;
/** Milliseconds for all kills of a kind: after each of them every row is looked at. */
export declare const killsTimeout: (residents?: number) => number;
/**
 * Where a kill is to fall. `within`: some time after the phase has begun and before the next one can; `beginning`: with the step that begins it;
 * `anywhere`: at any moment of the request, in whatever phase that is.
 */
export interface Aim<C extends string = string> {
  readonly change: C;
  readonly phase: string;
  readonly where: 'within' | 'beginning' | 'anywhere';
}
/** The phases of each change that is killed, in their order. */
export type Changes<C extends string> = Readonly<Record<C, readonly string[]>>;
export interface Aims<C extends string> {
  readonly count: number;
  /** The next of a change that can be made as things stand; undefined where none is left. It is not handed out again. */
  readonly next: (canBeMade?: (change: C) => boolean) => Aim<C> | undefined;
  /** How many are left. */
  readonly left: () => number;
}
/**
 * Each phase of each change once; or as many as KILLS says, and no fewer than that: two of three aimed at a phase, each in its turn and by turns
 * within it and at its beginning, the third anywhere.
 */
export declare function createAims<C extends string>(changes: Changes<C>, kills?: number | null): Aims<C>;
/** In which phase kills fell: of a kind, on an engine, by phase. */
export type KillCounts = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, number>>>>>>;
export interface KillRecord {
  readonly record: (phase: string) => void;
  /** Those of the phases that have had too few kills, by name. */
  readonly tooFew: (phases: readonly string[]) => readonly string[];
}
/** Each kill is added to the file that KILL_REPORT names, where it names one, as it happens. */
export declare function createKillRecord(kind: string, engine: EngineName): KillRecord;
/** What the files that kill have added to a report; empty where there is none. */
export declare function readKills(report: string): KillCounts;
