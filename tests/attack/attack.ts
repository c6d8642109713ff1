/**
 * npm run attack -- --json FILE [--quick]: runs every attack in the real parts and writes what was tried and what survived. Quick is what
 * CI runs; the full run kills more often. KILLS and RESIDENTS say otherwise (tests/support/kill-phases.ts).
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

interface Row {
  readonly name: string;
  readonly tried: number;
  readonly survived: number;
  readonly lost: number;
  readonly proof: string;
  readonly ok: boolean;
}
interface VitestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: 'passed' | 'failed' | 'skipped' | 'pending';
    }[];
  }[];
}

const QUICK_KILLS = 20;
const FULL_KILLS = 200;

const { values } = parseArgs({
  options: { json: { type: 'string' }, quick: { type: 'boolean', default: false } },
});
if (values.json === undefined) {
  process.stderr.write('usage: npm run attack -- --json FILE [--quick]\n');
  process.exit(2);
}

const project = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'resident-vault-attack-'));
const reportFile = join(folder, 'vitest.json');
const phasesFile = join(folder, 'phases.json');

const run = spawnSync(
  process.execPath,
  [
    join(project, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--project',
    'attack',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${reportFile}`,
  ],
  {
    cwd: project,
    stdio: 'inherit',
    env: { KILLS: String(values.quick ? QUICK_KILLS : FULL_KILLS), ...process.env, KILL_REPORT: phasesFile },
  },
);

const report = JSON.parse(readFileSync(reportFile, 'utf8')) as VitestReport;
writeFileSync(
  resolve(values.json),
  `${JSON.stringify({ machine: describeMachine(), rows: report.testResults.map(describeFile), kills: readPhases() }, null, 2)}\n`,
);
rmSync(folder, { recursive: true });
process.exitCode = run.status ?? 1;

/** A file of attacks is a row: what was tried, and what of the vault's promises held. */
function describeFile(file: VitestReport['testResults'][number]): Row {
  const tried = file.assertionResults.filter((test) => test.status === 'passed' || test.status === 'failed');
  const survived = tried.filter((test) => test.status === 'passed').length;
  const path = file.name.slice(file.name.indexOf('tests/attack'));
  return {
    name: path.replace(/^.*\/|\.test\.ts$/g, ''),
    tried: tried.length,
    survived,
    lost: tried.length - survived,
    proof: path,
    ok: tried.length > 0 && survived === tried.length,
  };
}

/** In which phase each kill fell. */
function readPhases(): unknown {
  try {
    return JSON.parse(readFileSync(phasesFile, 'utf8'));
  } catch {
    return [];
  }
}

function describeMachine(): object {
  const [first] = cpus();
  return {
    cpu: first?.model ?? 'unknown',
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    platform: process.platform,
    node: process.version,
  };
}
