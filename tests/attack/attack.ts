/**
 * npm run attack -- --mutants [GUARD ...]: breaks each guard of `tests/faults/guards/` in turn, or those named, and fails where no attack notices.
 * npm run attack -- --json FILE [--quick]: runs every attack in the real parts and writes what was tried and what survived. Quick is what
 * `npm test` runs; the full run kills more often. KILLS and RESIDENTS say otherwise (tests/support/kills/kill-plan.ts).
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readKills } from '../../scripts/testing/kill-report.ts';
import { describeMachine } from '../../scripts/testing/machine.ts';
import { runSuite } from '../../scripts/testing/run-suite.ts';
import { readGuards } from '../faults/guards.ts';
import { tryFaults } from '../faults/try-faults.ts';
import type { FileResult } from '../../scripts/testing/vitest-report.ts';

interface Row {
  readonly name: string;
  readonly tried: number;
  readonly survived: number;
  readonly lost: number;
  readonly proof: string;
  readonly ok: boolean;
}

const FULL_KILLS = '200';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'string' },
    mutants: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
  },
});
if (values.mutants) process.exit(await breakGuards(positionals));
if (values.json === undefined) {
  process.stderr.write('usage: npm run attack -- --json FILE [--quick] | --mutants [GUARD ...]\n');
  process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), 'resident-vault-attack-'));
const killReport = join(folder, 'kills.jsonl');
const KILLS = process.env['KILLS'] ?? FULL_KILLS;
const { count, files } = await runSuite({
  name: 'attack',
  projects: ['attack*', 'kills'],
  env: { KILL_REPORT: killReport, ...(values.quick ? {} : { KILLS }) },
});
const report = { machine: describeMachine(), rows: files.map(describeFile), kills: readKills(killReport) };
writeFileSync(resolve(values.json), `${JSON.stringify(report, null, 2)}\n`);
rmSync(folder, { recursive: true });
process.exitCode = count.failed.length === 0 ? 0 : 1;

/** Exit code: 0 where an attack notices each. */
async function breakGuards(named: readonly string[]): Promise<number> {
  const all = readGuards();
  const unknown = named.filter((name) => !all.some((guard) => guard.name === name));
  if (unknown.length > 0) process.stderr.write(`no such guard: ${unknown.join(', ')}\n`);
  const guards = named.length === 0 ? all : all.filter(({ name }) => named.includes(name));
  return unknown.length === 0 && (await tryFaults(guards, ['attack*', 'unit', 'integration'])) === 0 ? 0 : 1;
}

/** A file of attacks is a row: what was tried, and what of the vault's promises held. */
function describeFile({ file, passed, tests }: FileResult): Row {
  return {
    name: file.replace(/^.*\/|\.test\.ts$/g, ''),
    tried: tests,
    survived: passed,
    lost: tests - passed,
    proof: file,
    ok: tests > 0 && passed === tests,
  };
}
