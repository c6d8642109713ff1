/**
 * `npm run desks -- capture [FILE ...]`: every integration test, or those of these files, on both engines, with each store captured and replayed at a second
 * one as it closes. Holds where every store is as its replay, no op does more than its entries' actions say, and each shared table was written at least once.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { TABLE_NAMES, type TableName, isShared } from '../../main/vault/store/tables.ts';
import { cacheDir } from '../../scripts/setup/paths.mjs';
import { say } from '../../scripts/setup/say.mjs';
import { runSuite } from '../../scripts/testing/run-suite.ts';
import type { Replay } from '../support/replayed-store.ts';

/** Shared tables that no integration test writes through a vault, and why. */
const UNWRITTEN: Readonly<Partial<Record<TableName, string>>> = {
  desk_grant: 'of several desks, which capture by themselves',
  slot_copy: 'of several desks, which capture by themselves',
  try_share: 'of several desks, which capture by themselves',
};

export async function runCapture(filters: readonly string[]): Promise<boolean> {
  const report = join(cacheDir, 'desks', 'replays.jsonl');
  mkdirSync(join(cacheDir, 'desks'), { recursive: true });
  rmSync(report, { force: true });
  const { count } = await runSuite({
    name: 'capture',
    projects: ['capture'],
    filters,
    env: { RV_FULL: '1', RV_CAPTURE_REPORT: report },
  });
  const replays = existsSync(report) ? readReplays(report) : [];
  const faults = replays.filter(({ state }) => ['differs', 'failed', 'beyond'].includes(state));
  for (const replay of faults.slice(0, 20))
    if ('what' in replay) say(`${replay.state}: ${replay.path}: ${replay.what}`);
  const equal = replays.filter((replay) => replay.state === 'equal');
  const written = new Set(equal.flatMap(({ tables }) => tables));
  const missing =
    filters.length > 0
      ? []
      : TABLE_NAMES.filter((name) => isShared(name) && !written.has(name) && UNWRITTEN[name] === undefined);
  say(
    `${equal.length} stores equal to their replay, ${equal.reduce((sum, { ops }) => sum + ops, 0)} ops; ${faults.length} not; ` +
      `${replays.length - equal.length - faults.length} written to by tests behind the vault's back and left out`,
  );
  say(`${written.size} shared tables written${missing.length > 0 ? `; never: ${missing.join(' ')}` : ''}`);
  say(`${count.passed} tests passed, ${count.failed.length} failed`);
  return equal.length > 0 && faults.length + missing.length + count.failed.length === 0;
}

const readReplays = (report: string): readonly Replay[] =>
  readFileSync(report, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Replay);
