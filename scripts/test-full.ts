/**
 * `npm run test:full [-- PART ...]`: everything on both engines, 200 kills of each kind, what runs on Windows, and every picture of a screen. Without
 * a part all of them, one after another; `--list` names them. Each is added to docs/test-full/<date>.json as it ends.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { prepareApp } from './desktop/prepare-app.ts';
import { cacheDir, projectDir } from './setup/paths.mjs';
import { say } from './setup/say.mjs';
import { describeCommit } from './testing/changes.ts';
import { runChecks } from './testing/checks.ts';
import { type Count, NONE, addCounts } from './testing/count.ts';
import { type FullPart, listParts } from './testing/full-parts.ts';
import { readRecord, withPart, writeRecord } from './testing/full-record.ts';
import { readKills } from './testing/kill-report.ts';
import { describeMachine } from './testing/machine.ts';
import { runNode } from './testing/run-node.ts';
import type { Suite } from './testing/run-suite.ts';
import { runSuites, sayTotal } from './testing/run-suites.ts';
import { describeSeconds } from './testing/vitest-report.ts';
import { findWindows, WINDOWS_SUITES } from './windows/windows-suites.ts';

const killReport = join(cacheDir, 'kills.jsonl');
const parts = listParts();
const names = parts.map(({ name }) => name);

async function runPart(part: FullPart): Promise<Count> {
  switch (part.kind) {
    case 'checks':
      return runChecks();
    case 'script':
      await prepareApp();
      return (await runNode(part.args)) === 0 ? { ...NONE, passed: 1 } : { ...NONE, failed: [part.name] };
    case 'suites':
      return (await runSuites(part.suites.map(withKillReport))).count;
    case 'windows':
      return (await runSuites(WINDOWS_SUITES[part.run].map(withKillReport), await findWindows())).count;
  }
}

const withKillReport = (suite: Suite): Suite => ({
  ...suite,
  env: { ...suite.env, KILL_REPORT: killReport },
});

/** Its result goes into the record of the day on which it began. */
async function recordPart(part: FullPart): Promise<Count> {
  say(`part ${part.name}`);
  const date = new Date().toISOString().slice(0, 10);
  const run = { date, machine: describeMachine(), commit: describeCommit() };
  const began = performance.now();
  rmSync(killReport, { force: true });
  const count = await runPart(part);
  const seconds = Math.round((performance.now() - began) / 1000);
  const kills = readKills(killReport);
  const path = join(projectDir, 'docs', 'test-full', `${date}.json`);
  const result = {
    name: part.name,
    seconds,
    passed: count.passed,
    failed: count.failed.length,
    skipped: count.skipped.length,
    ...(Object.keys(kills).length === 0 ? {} : { kills }),
  };
  writeRecord(path, withPart(readRecord(path), run, result, names));
  say(
    `part ${part.name}: ${count.passed} passed, ${count.failed.length} failed, in ${describeSeconds(seconds)}`,
  );
  return count;
}

async function main(asked: readonly string[]): Promise<number> {
  if (asked.includes('--list')) {
    process.stdout.write(`${names.join('\n')}\n`);
    return 0;
  }
  const unknown = asked.filter((name) => !names.includes(name));
  if (unknown.length > 0) {
    process.stderr.write(`There is no part ${unknown.join(', ')}. Parts: ${names.join(' ')}\n`);
    return 2;
  }
  let total = NONE;
  for (const part of parts)
    if (asked.length === 0 || asked.includes(part.name)) total = addCounts(total, await recordPart(part));
  return sayTotal(total);
}

process.exitCode = await main(process.argv.slice(2));
