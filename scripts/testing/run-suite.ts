/** One run of vitest over some of its projects, read from its reports. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cacheDir, projectDir } from '../setup/paths.mjs';
import { say } from '../setup/say.mjs';
import { FILE_TIMES, readFileTimes } from './file-times.ts';
import type { ExtraEnv } from './run-node.ts';
import { runNode, toolFile } from './run-node.ts';
import type { SuiteResult } from './vitest-report.ts';
import { readReport } from './vitest-report.ts';

export interface Suite {
  readonly name: string;
  /** Of vitest.config.ts, by name or with `*` for any letters. */
  readonly projects: readonly string[];
  /** For vitest: which files, which tests. All of them where there are none. */
  readonly filters?: readonly string[];
  readonly env?: ExtraEnv;
}

/** A suite whose report is missing, or that ended badly with no failed test in it, counts as one failure. */
export async function runSuite({ name, projects, filters = [], env }: Suite): Promise<SuiteResult> {
  say(`${name} tests`);
  const reports = join(cacheDir, 'reports');
  const report = join(reports, `${name}.json`);
  const times = join(reports, `${name}-times.json`);
  mkdirSync(reports, { recursive: true });
  for (const written of [report, times]) rmSync(written, { force: true });
  const code = await runNode(
    [
      toolFile('vitest', 'vitest.mjs'),
      'run',
      ...projects.flatMap((project) => ['--project', project]),
      '--passWithNoTests',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      `--reporter=${join(projectDir, 'scripts', 'testing', 'file-times-reporter.ts')}`,
      ...filters,
    ],
    { ...env, [FILE_TIMES]: times },
  );
  const result = readReport(report, readFileTimes(times));
  if (code === 0 || result.count.failed.length > 0) return result;
  return { ...result, count: { ...result.count, failed: [`${name} tests, outside of any test`] } };
}
