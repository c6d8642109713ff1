/** docs/test-full/<date>.json: how each part of a day's full run went, on which machine, at which commit. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { KillCounts } from './kill-report.ts';
import type { Machine } from './machine.ts';

export interface FullPartResult {
  readonly name: string;
  readonly seconds: number;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Where it is not that of the whole record. */
  readonly commit?: string;
  /** By kind, engine and phase. */
  readonly kills?: KillCounts;
}

export interface FullRecord {
  /** 2026-01-31, in UTC. */
  readonly date: string;
  readonly machine: Machine;
  readonly commit: string;
  readonly parts: readonly FullPartResult[];
}

/**
 * The record with another part in it, in the place of an earlier run of the same one; in the order of `names`. What was run at another commit keeps
 * its own.
 */
export function withPart(
  before: FullRecord | null,
  run: Omit<FullRecord, 'parts'>,
  part: FullPartResult,
  names: readonly string[],
): FullRecord {
  const others = (before?.parts ?? []).filter(({ name }) => name !== part.name);
  const parts = [...others.map((other) => atItsCommit(other, before?.commit, run.commit)), part];
  return {
    ...run,
    parts: parts.toSorted((one, other) => names.indexOf(one.name) - names.indexOf(other.name)),
  };
}

function atItsCommit(part: FullPartResult, recorded: string | undefined, commit: string): FullPartResult {
  const { commit: own = recorded, ...rest } = part;
  return own === undefined || own === commit ? rest : { ...rest, commit: own };
}

/** Null where there is none yet. */
export const readRecord = (path: string): FullRecord | null =>
  existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as FullRecord) : null;

export function writeRecord(path: string, record: FullRecord): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(record, null, 2)}\n`);
}
