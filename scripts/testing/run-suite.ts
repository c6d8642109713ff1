/** One run of vitest over some of its projects, read from its reports. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { projectDir } from '../setup/paths.mjs';
import { say } from '../setup/say.mjs';
import { FILE_TIMES, readFileTimes } from './file-times.ts';
import { type ExtraEnv, runNode } from './run-node.ts';
import { type SuiteResult, describeSeconds, readReport } from './vitest-report.ts';

export interface Suite {
  readonly name: string;
  /** Of vitest.config.ts, by name or with `*` for any letters. */
  readonly projects: readonly string[];
  /** For vitest: which files, which tests. All of them where there are none. */
  readonly filters?: readonly string[];
  readonly env?: ExtraEnv;
}

/** A working tree with its packages, and how Node is run in it. */
export interface TestPlace {
  readonly dir: string;
  /** The exit code. Paths within the tree are relative to it. */
  run(args: readonly string[], env?: ExtraEnv): Promise<number>;
}

/** This tree. */
export const HERE: TestPlace = { dir: projectDir, run: runNode };

/** A suite whose report is missing, or that ended badly with no failed test in it, counts as one failure. */
export async function runSuite(
  { name, projects, filters = [], env }: Suite,
  place: TestPlace = HERE,
): Promise<SuiteResult> {
  say(`${name} tests`);
  const reports = '.cache/reports';
  const report = `${reports}/${name}.json`;
  const times = `${reports}/${name}-times.json`;
  mkdirSync(join(place.dir, reports), { recursive: true });
  for (const written of [report, times]) rmSync(join(place.dir, written), { force: true });
  const began = performance.now();
  const code = await place.run(
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      ...projects.flatMap((project) => ['--project', project]),
      '--passWithNoTests',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      '--reporter=./scripts/testing/file-times-reporter.ts',
      ...filters,
    ],
    { ...env, [FILE_TIMES]: times },
  );
  say(`${name} tests took ${describeSeconds((performance.now() - began) / 1000)}`);
  const result = readReport(place.dir, join(place.dir, report), readFileTimes(join(place.dir, times)));
  if (code === 0 || result.count.failed.length > 0) return result;
  return { ...result, count: { ...result.count, failed: [`${name} tests, outside of any test`] } };
}
