/** The hook before a commit, in a repository of its own with the tools of this one. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { checksFor } from '../../../scripts/hooks/check-staged.mjs';
import { ensureGitHooks } from '../../../scripts/setup/git-hooks.mjs';
import { modulesDir, projectDir } from '../../../scripts/setup/paths.mjs';
import { IS_WINDOWS } from '../../support/platform.ts';
import { makeTempDir } from '../../support/temp-dir.ts';

const WHO = ['-c', 'user.name=Tester', '-c', 'user.email=tester@example.invalid'];
/** Neither the machine's own settings nor a CI that this test may run in. */
const { CI: _ci, ...rest } = process.env;
const env = { ...rest, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' };

let dir: string;
const git = (...args: readonly string[]): string =>
  execFileSync('git', args, { cwd: dir, env, encoding: 'utf8' });
const hooksPath = (): string =>
  spawnSync('git', ['config', '--get', 'core.hooksPath'], { cwd: dir, env, encoding: 'utf8' }).stdout.trim();
const commit = (): { readonly status: number | null; readonly stderr: string } =>
  spawnSync('git', [...WHO, 'commit', '-m', 'Try the hook'], { cwd: dir, env, encoding: 'utf8' });

beforeEach(() => {
  dir = makeTempDir();
});

describe.skipIf(IS_WINDOWS)('set-up', () => {
  it('points a clone at the hooks of the project', async () => {
    git('init', '--quiet');
    await ensureGitHooks(dir, env);
    expect(hooksPath()).toBe('scripts/hooks');
  });

  it('leaves alone what somebody has chosen, CI, a linked work tree and a folder without git', async () => {
    await ensureGitHooks(dir, env);
    git('init', '--quiet');
    await ensureGitHooks(dir, { ...env, CI: 'true' });
    expect(hooksPath()).toBe('');
    git('config', 'core.hooksPath', 'somewhere/else');
    await ensureGitHooks(dir, env);
    expect(hooksPath()).toBe('somewhere/else');
    git('config', '--unset', 'core.hooksPath');
    git(...WHO, 'commit', '--quiet', '--allow-empty', '-m', 'Begin');
    git('worktree', 'add', '--quiet', 'linked');
    await ensureGitHooks(join(dir, 'linked'), env);
    expect(hooksPath()).toBe('');
  });
});

describe.skipIf(IS_WINDOWS)('a commit', () => {
  beforeEach(async () => {
    git('init', '--quiet');
    await ensureGitHooks(dir, env);
    cpSync(join(projectDir, 'scripts', 'hooks'), join(dir, 'scripts', 'hooks'), { recursive: true });
    cpSync(join(projectDir, 'scripts', 'setup'), join(dir, 'scripts', 'setup'), { recursive: true });
    for (const file of ['.oxfmtrc.json', '.oxlintrc.json', '.editorconfig'])
      cpSync(join(projectDir, file), join(dir, file));
    symlinkSync(modulesDir, join(dir, 'node_modules'), 'junction');
    mkdirSync(join(dir, 'assets'));
  });

  it('of what is formatted goes through', () => {
    writeFileSync(join(dir, 'assets', 'a.json'), '{ "a": 1 }\n');
    git('add', 'assets');
    expect(commit()).toMatchObject({ status: 0 });
  });

  it('is refused for a file that is not formatted, and says which', () => {
    writeFileSync(join(dir, 'assets', 'a.json'), '{"a":1}');
    git('add', 'assets');
    const { status, stderr } = commit();
    expect(status).toBe(1);
    expect(stderr).toContain('assets/a.json');
    expect(stderr).toContain('not committed: format');
  });

  it('is refused for what the linter finds', () => {
    writeFileSync(join(dir, 'assets', 'a.mjs'), 'var a = 1;\nexport { a };\n');
    git('add', 'assets');
    const { status, stderr } = commit();
    expect(status).toBe(1);
    expect(stderr).toContain('not committed: lint');
  });

  it('is not checked where nothing is installed', () => {
    rmSync(join(dir, 'node_modules'));
    writeFileSync(join(dir, 'assets', 'a.json'), '{"a":1}');
    git('add', 'assets');
    expect(commit()).toMatchObject({ status: 0 });
  });
});

describe('the checks', () => {
  const named = (...files: readonly string[]): readonly string[] =>
    checksFor(files).map(({ name }) => name.split(' ')[0] ?? '');

  it('go by what is committed', () => {
    expect(named()).toEqual([]);
    expect(named('README.md')).toEqual(['format']);
    expect(named('main/main.ts')).toEqual(['format', 'lint', 'layers', 'types']);
    expect(named('tests/unit/a.test.ts')).toEqual(['format', 'lint', 'types']);
    expect(named('scripts/run.mjs')).toEqual(['format', 'lint']);
    expect(named('main/tsconfig.json')).toEqual(['format', 'types']);
  });
});
