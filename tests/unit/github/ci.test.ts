/** The workflow of the forge, which cannot run here: read by the forge's own parser, and held to the scripts that it names. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as WorkflowParser from '@actions/workflow-parser';
import { runnerImport } from 'vite';
import { describe, expect, it } from 'vitest';
import { projectDir } from '../../../scripts/setup/paths.mjs';

const read = (...path: readonly string[]): string => readFileSync(join(projectDir, ...path), 'utf8');
const workflow = read('.github', 'workflows', 'ci.yml');

/** It imports JSON as a bundler lets it and Node does not, so that Vite loads it. */
const {
  module: { NoOperationTraceWriter, parseWorkflow },
} = await runnerImport<typeof WorkflowParser>('@actions/workflow-parser', {
  configFile: false,
  resolve: { noExternal: ['@actions/workflow-parser'] },
});

const errorsOf = (content: string): readonly string[] =>
  parseWorkflow({ name: 'ci.yml', content }, new NoOperationTraceWriter())
    .context.errors.getErrors()
    .map(({ message }) => message);
const found = (pattern: RegExp): readonly string[] =>
  [...workflow.matchAll(pattern)].map(([, name]) => name ?? '');

describe('the workflow', () => {
  it('is one that the forge understands, expressions included', () => {
    expect(errorsOf(workflow)).toEqual([]);
    expect(errorsOf(workflow.replace('runs-on:', 'run-on:'))).not.toEqual([]);
    expect(errorsOf(workflow.replace('matrix.os }}', 'matrix.os }'))).not.toEqual([]);
  });

  it('tests, drives and packs on Linux, Windows and both kinds of macOS', () => {
    const jobs = workflow
      .slice(workflow.indexOf('jobs:'))
      .split(/^ {2}(?=\w+:$)/m)
      .slice(1);
    expect(jobs.map((job) => job.slice(0, job.indexOf(':')))).toEqual(['test', 'e2e', 'pack', 'pictures']);
    for (const job of jobs.slice(0, -1))
      expect([...job.matchAll(/name: (\S+), os: /g)].map(([, name]) => name)).toEqual([
        'linux-x64',
        'windows-x64',
        'macos-x64',
        'macos-arm64',
      ]);
  });

  it('keeps a picture of every screen and component, which the repository does not', () => {
    expect(found(/npm run (screens.*)/g)).toEqual(['screens', 'screens -- components']);
    expect(found(/^ +(out\/\w+)$/gm)).toEqual(['out/screens', 'out/components']);
    expect(read('.gitignore').split('\n')).toContain('out/');
  });

  it('takes actions of the forge alone, each by its major version', () => {
    const actions = found(/uses: (\S+)/g);
    expect(actions.length).toBeGreaterThan(0);
    expect(actions.filter((action) => !/^actions\/[a-z-]+@v\d+$/.test(action))).toEqual([]);
  });

  it('calls scripts, files and suites that there are', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining([...found(/npm run (\S+)/g)]));
    for (const file of found(/node (scripts\/\S+)/g)) expect(read(file)).not.toBe('');
    const suites = found(/--project (\S+)/g);
    expect(suites).toEqual(['unit', 'integration', "'e2e*'", 'e2e', 'e2e-idle']);
    for (const suite of suites)
      expect(read('vitest.config.ts')).toContain(`name: '${suite.replaceAll(/['*]/g, '')}`);
  });

  it('drives elsewhere what there is', () => {
    const files = found(/--maxWorkers 1 (.+)/g).flatMap((names) => names.split(' '));
    expect(files).toHaveLength(5);
    for (const file of files)
      expect(
        [join('tests', 'e2e', file), join('tests', 'e2e', 'idle', file)].some((path) =>
          existsSync(join(projectDir, path)),
        ),
      ).toBe(true);
  });

  it('may read the repository and nothing else', () => {
    expect(workflow).toMatch(/^permissions:\n {2}contents: read\n(?! )/m);
    expect(workflow).not.toContain('secrets.');
  });
});
