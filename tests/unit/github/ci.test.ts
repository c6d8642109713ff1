/** The workflow of the forge, which cannot run here: read by the forge's own parser, and held to the scripts that it names. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type * as WorkflowParser from '@actions/workflow-parser';
import { runnerImport } from 'vite';
import { describe, expect, it } from 'vitest';
import { projectDir } from '../../../scripts/setup/paths.mjs';
import { e2eElsewhere, linuxAlone } from '../../../scripts/testing/e2e-elsewhere.ts';

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
    expect(jobs.map((job) => job.slice(0, job.indexOf(':')))).toEqual([
      'test',
      'e2e',
      'pack',
      'pictures',
      'release',
    ]);
    for (const job of jobs.slice(0, 3))
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

  it('takes actions of the forge alone, each by its commit, one for each action, its version beside it', () => {
    const actions = new Set(found(/uses: (.+)$/gm));
    for (const action of actions) expect(action).toMatch(/^actions\/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    expect(new Set([...actions].map((action) => action.split('@')[0])).size).toBe(actions.size);
  });

  it('calls scripts, files and suites that there are', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining([...found(/npm run (\S+)/g)]));
    for (const file of found(/node (scripts\/\S+)/g)) expect(read(file)).not.toBe('');
    const suites = found(/--project (\S+)/g);
    expect(suites).toEqual([
      'unit',
      'integration',
      'attack-keys',
      'attack-store',
      'attack',
      'kills',
      "'e2e*'",
    ]);
    for (const suite of suites)
      expect(read('vitest.config.ts')).toContain(`name: '${suite.replaceAll(/['*]/g, '')}`);
  });

  it('drives elsewhere each file that takes nothing of Linux, and says why not the others', () => {
    const { run, leftOut } = e2eElsewhere(projectDir);
    const files = ['tests/e2e', 'tests/e2e/idle'].flatMap((folder) =>
      readdirSync(join(projectDir, folder))
        .filter((name) => name.endsWith('.test.ts'))
        .map((name) => `${folder}/${name}`),
    );
    expect([...run, ...Object.keys(leftOut)].toSorted()).toEqual(files.toSorted());
    expect(run).toContain('tests/e2e/shell.test.ts');
    expect(leftOut['tests/e2e/installers.test.ts']).toBe('installs a package of Linux');
    expect(linuxAlone("readFileSync('/proc/self/maps')")).toBe('reads of a process what Linux tells');
    expect(linuxAlone('await page.keyboard.press(chord)')).toBeNull();
  });

  it('may read the repository and nothing else, but for the draft of a release, and knows no key', () => {
    expect(workflow).toMatch(/^permissions:\n {2}contents: read\n(?! )/m);
    const release = workflow.indexOf('\n  release:\n');
    expect(workflow.slice(0, release)).not.toContain(': write');
    expect(workflow.slice(release)).toMatch(/\n {4}if: startsWith\(github\.ref, 'refs\/tags\/v'\)\n/);
    expect(workflow.slice(release)).toContain('gh release create "$GITHUB_REF_NAME" --draft ');
    expect(workflow).not.toContain('secrets.');
  });
});
