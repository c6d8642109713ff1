/**
 * Entry of every npm script: brings a bare clone to where the task can run, then runs it under the pinned Node.
 * Plain JavaScript with no dependency, for Node 20 and newer.
 */
import { spawn } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';
import { ensureGitHooks } from './setup/git-hooks.mjs';
import { toolNode } from './setup/node-version.mjs';
import { ensureNatives, ensureNpmPackages } from './setup/npm-packages.mjs';
import { projectDir } from './setup/paths.mjs';
import { SetupError } from './setup/say.mjs';
import { ensureSystemPackages } from './setup/system-packages.mjs';

/** @type {Readonly<Record<string, string>>} */
const TASKS = {
  start: 'scripts/start.ts',
  dev: 'scripts/dev.ts',
  test: 'scripts/test.ts',
  check: 'scripts/check.ts',
  'test:full': 'scripts/test-full.ts',
  'test:windows': 'scripts/test-windows.ts',
  build: 'scripts/build.ts',
  pack: 'scripts/pack.ts',
  reproduce: 'scripts/reproduce.ts',
  papers: 'scripts/papers.ts',
  'update-folder': 'scripts/update-folder.ts',
  'check-pack': 'scripts/check-pack.ts',
  'verify-log': 'scripts/verify-log.ts',
  'verify-log-export': 'main/vault/log-export/verify-process.ts',
  demo: 'tests/demo/demo.ts',
  bench: 'tests/bench/bench.ts',
  desks: 'tests/desks/desks.ts',
  'import-accuracy': 'tests/support/import-accuracy/run-import-accuracy.ts',
  attack: 'tests/attack/attack.ts',
  freeze: 'tests/frozen/freeze.ts',
  screens: 'tests/screens/take-screens.ts',
  'pin-cost': 'tests/attack/pin-cost.ts',
};

/** @param {string | undefined} task @param {readonly string[]} args */
async function main(task, args) {
  const path = task !== undefined && Object.hasOwn(TASKS, task) ? TASKS[task] : undefined;
  if (path === undefined)
    throw new SetupError(`usage: node scripts/run.mjs ${Object.keys(TASKS).join(' | ')}`);
  const file = join(projectDir, path);
  await ensureSystemPackages();
  await ensureNpmPackages();
  await ensureNatives();
  await ensureGitHooks();
  return await runTask(file, args);
}

/** @param {string} file @param {readonly string[]} args @returns {Promise<number>} */
function runTask(file, args) {
  const node = toolNode();
  const env = {
    ...process.env,
    PATH: [dirname(node), join(projectDir, 'node_modules', '.bin'), process.env.PATH].join(delimiter),
  };
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', file, ...args], {
    cwd: projectDir,
    env,
    stdio: 'inherit',
  });
  // The terminal signals the whole group; this process only waits, so that the task can put its own processes away.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return new Promise((resolve) =>
    child.on('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 1))),
  );
}

try {
  process.exitCode = await main(process.argv[2], process.argv.slice(3));
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  process.stderr.write(`\n${error.message}\n`);
  process.exitCode = 1;
}
