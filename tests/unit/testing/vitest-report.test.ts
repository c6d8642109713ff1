import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { addKill, readKills } from '../../../scripts/testing/kill-report.ts';
import { describeSeconds, describeSlowest, readReport } from '../../../scripts/testing/vitest-report.ts';
import { projectDir } from '../../../scripts/setup/paths.mjs';
import { makeTempDir } from '../../support/temp-dir.ts';

const fileOf = (name: string, statuses: readonly string[], changes: object = {}) => ({
  name: join(projectDir, name),
  status: statuses.includes('failed') ? 'failed' : 'passed',
  message: '',
  assertionResults: statuses.map((status, index) => ({
    status,
    fullName: `test ${index}`,
    failureMessages: status === 'failed' ? ['it was not so\nat line 1'] : [],
  })),
  ...changes,
});

function reportOf(testResults: readonly object[], counts: object): string {
  const path = join(makeTempDir(), 'report.json');
  writeFileSync(path, JSON.stringify({ testResults, numPassedTests: 0, ...counts }));
  return path;
}

it('counts what passed, names what failed or was skipped, and a file that failed before its first test as one', () => {
  const path = reportOf(
    [
      fileOf('tests/a.test.ts', ['passed', 'failed', 'skipped', 'todo']),
      fileOf('tests/b.test.ts', [], { status: 'failed', message: 'no such module\nhere' }),
    ],
    { numPassedTests: 1 },
  );
  const { count, files } = readReport(projectDir, path, { [join(projectDir, 'tests/a.test.ts')]: 2 });
  expect(count).toEqual({
    passed: 1,
    failed: ['tests/a.test.ts: test 1: it was not so', 'tests/b.test.ts: no such module'],
    skipped: ['tests/a.test.ts: test 2', 'tests/a.test.ts: test 3'],
  });
  expect(files).toEqual([
    { file: 'tests/a.test.ts', seconds: 2, passed: 1, tests: 2 },
    { file: 'tests/b.test.ts', seconds: 0, passed: 0, tests: 0 },
  ]);
});

it('names files within the tree where wine has put a drive before it', () => {
  const path = reportOf(
    [fileOf('tests/a.test.ts', ['failed'], { name: `Z:${projectDir}/tests/a.test.ts` })],
    {},
  );
  const { count, files } = readReport(projectDir, path, {});
  expect(count.failed).toEqual(['tests/a.test.ts: test 0: it was not so']);
  expect(files[0]?.file).toBe('tests/a.test.ts');
});

it('is empty where there is no report', () => {
  expect(readReport(projectDir, join(makeTempDir(), 'none.json'), {}).files).toEqual([]);
});

it('lists the ten slowest files, the slowest first', () => {
  const files = Array.from({ length: 12 }, (_, n) => ({
    file: `${n}.test.ts`,
    seconds: n,
    passed: 1,
    tests: 1,
  }));
  const lines = describeSlowest(files);
  expect(lines).toHaveLength(11);
  expect(lines[1]).toMatch(/^ +11\.0 +1 {2}11\.test\.ts$/);
  expect(lines.at(-1)).toMatch(/ 2\.test\.ts$/);
});

it.each([
  [5.4, '0 min 05 s'],
  [1_199.6, '20 min 00 s'],
])('says %d seconds as %s', (seconds, words) => {
  expect(describeSeconds(seconds)).toBe(words);
});

it('adds up kills by kind, engine and phase', () => {
  const report = join(makeTempDir(), 'kills.jsonl');
  for (const phase of ['asked', 'committed', 'asked'])
    addKill(report, { kind: 'edit', engine: 'sqlcipher', phase });
  expect(readKills(report)).toEqual({ edit: { sqlcipher: { asked: 2, committed: 1 } } });
  expect(readKills(join(makeTempDir(), 'none'))).toEqual({});
});
