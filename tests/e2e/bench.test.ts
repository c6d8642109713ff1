/** The shape of what the bench says, from a small run that goes through all of it. Never its times. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectDir } from '../../scripts/setup/paths.mjs';
import type { Report } from '../bench/report.ts';
import { UNITS } from '../bench/report.ts';

/** What is measured, in the words before the size. */
const NAMES = [
  'search inside the vault, p50', 'search inside the vault, p95', 'search against plain SQLite, p95', 'floor: one indexed query without cipher, p50', 'search route with its reply checked, p50',
  'keystroke to list painted, p50', 'keystroke to list painted, p95', 'keystroke to list painted against a bare list, p95',
  'unlock beyond Argon2id', 'reveal beyond Argon2id', 'Argon2id of a slot', 'lock to vault and old page dead', 'lock to lock screen painted',
  'start to lock screen painted', 'start against a bare window', 'memory unlocked (PSS)', 'memory over a bare window (PSS)',
  'import of 200 rows, Electron, opened to written', 'import of 200 rows, Electron, most memory of the vault process (RSS)', 'import of 200 rows, Electron, longest time without a frame',
  'import of 200 rows, Electron, longest time without a word of progress',
];

describe.runIf(process.platform === 'linux')('npm run bench', () => {
  let folder: string;
  let report: Report;
  let table: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'rv-bench-shape-'));
    const json = join(folder, 'bench.json');
    const ran = await promisify(execFile)(process.execPath, ['--disable-warning=ExperimentalWarning', join(projectDir, 'tests', 'bench', 'bench.ts'), '--quick', '--json', json], { cwd: projectDir, timeout: 280_000 });
    table = ran.stdout;
    report = JSON.parse(readFileSync(json, 'utf8')) as Report;
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(NAMES)('measures: %s', (name) => {
    expect(report.figures.filter((figure) => figure.name === name || figure.name.startsWith(`${name}, at 200`)).length).toBeGreaterThan(0);
  });

  it('gives every figure a number, a known unit, and a verdict exactly where there is a goal', () => {
    for (const figure of report.figures) {
      expect(Number.isFinite(figure.value), figure.name).toBe(true);
      expect(UNITS).toContain(figure.unit);
      expect(typeof figure.ok, figure.name).toBe(figure.goal === null ? 'object' : 'boolean');
      expect(table).toContain(figure.name);
    }
    expect(new Set(report.figures.map(({ name }) => name)).size).toBe(report.figures.length);
  });

  it('asks both engines in Node, and the one that Electron has', () => {
    for (const where of ['better-sqlite3, Node', 'sqlcipher, Node', 'Electron utility process']) {
      expect(report.figures.some(({ name }) => name.startsWith('search inside the vault, p95') && name.includes(where)), where).toBe(true);
    }
  });

  it('describes the machine and names no host, user or folder', () => {
    expect(report.machine).toMatchObject({ quick: true, residents: [200], node: process.versions.node });
    expect(JSON.stringify(report)).not.toMatch(/\/(home|root|tmp|var|work)\b/);
  });
});
