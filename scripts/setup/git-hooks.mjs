/** Has git run the checks of scripts/hooks before each commit in this clone. */
import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { projectDir } from './paths.mjs';
import { run } from './run-command.mjs';

const HOOKS = 'scripts/hooks';

/**
 * A clone of a person has hooks from its first npm script on. Nothing happens in CI, in an archive without a repository, in a linked work tree
 * (it shares the clone's configuration), and where somebody has set another folder of hooks.
 * @param {string} [dir] of the project
 * @param {NodeJS.ProcessEnv} [env]
 */
export async function ensureGitHooks(dir = projectDir, env = process.env) {
  if (env.CI !== undefined || !isOwnRepository(dir)) return;
  const set = await run('git', ['config', '--get', 'core.hooksPath'], { cwd: dir, env });
  // 1: there is no such setting; anything else is one, or no git.
  if (set.code === 1) await run('git', ['config', '--local', 'core.hooksPath', HOOKS], { cwd: dir, env });
}

/** @param {string} dir */
function isOwnRepository(dir) {
  try {
    return lstatSync(join(dir, '.git')).isDirectory();
  } catch {
    return false;
  }
}
