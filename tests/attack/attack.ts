/**
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

const { values } = parseArgs({
  options: { json: { type: 'string' }, quick: { type: 'boolean', default: false } },
});
if (values.json === undefined) {
  process.stderr.write('usage: npm run attack -- --json FILE [--quick]\n');
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
