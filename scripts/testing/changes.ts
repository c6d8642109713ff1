/** Changes in this working tree, as git knows them. */
import { execFileSync } from 'node:child_process';
import { projectDir } from '../setup/paths.mjs';

const git = (...args: readonly string[]): string =>
  execFileSync('git', args, {
    cwd: projectDir,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim();

export interface Base {
  readonly commit: string;
  /** For people. */
  readonly name: string;
}

/** Where this branch has left `main`; the last commit on `main` itself, or where there is no such branch. Throws where this is no git checkout. */
export function findBase(): Base {
  for (const branch of ['refs/heads/main', 'refs/remotes/origin/main']) {
    try {
      const commit = git('merge-base', 'HEAD', branch);
      return { commit, name: commit === git('rev-parse', 'HEAD') ? 'the last commit' : 'main' };
    } catch {
      // No such branch, or nothing in common with it.
    }
  }
  return { commit: git('rev-parse', 'HEAD'), name: 'the last commit' };
}

/** Committed since `base` or not, new files too, without those that are gone; as paths within the project. */
export function changedFiles(base: string): readonly string[] {
  const names = [
    git('diff', '--name-only', '--diff-filter=d', base),
    git('ls-files', '--others', '--exclude-standard'),
  ];
  return names.flatMap((list) => list.split('\n').filter(Boolean));
}

/** Of what is checked out, twelve digits; `+` behind it where files differ from it. `none` where this is no git checkout. */
export function describeCommit(): string {
  try {
    const isClean = git('status', '--porcelain', '--', ':!docs/test-full') === '';
    return `${git('rev-parse', '--short=12', 'HEAD')}${isClean ? '' : '+'}`;
  } catch {
    return 'none';
  }
}
