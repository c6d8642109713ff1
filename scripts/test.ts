/** `npm test`: every check and every suite, one after another, and one line at the end that sums them up. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { prepareApp } from './desktop/prepare-app.ts';
import { cacheDir, modulesDir, projectDir } from './setup/paths.mjs';
import { say } from './setup/say.mjs';

interface Count {
  readonly passed: number;
  /** What failed, by name, so that the end of a long run says it. */ readonly failed: readonly string[];
  readonly skipped: number;
}

const NONE: Count = { passed: 0, failed: [], skipped: 0 };
const add = (one: Count, other: Count): Count => ({
  passed: one.passed + other.passed,
  failed: [...one.failed, ...other.failed],
  skipped: one.skipped + other.skipped,
});

/** Runs one of the tools in node_modules, or a script of ours, under this same Node. */
function runNode(args: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
    cwd: projectDir,
    stdio: 'inherit',
  });
  return new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)));
}

/** A check without tests of its own counts as one. */
async function check(name: string, args: readonly string[]): Promise<Count> {
  say(name);
  return (await runNode(args)) === 0 ? { ...NONE, passed: 1 } : { ...NONE, failed: [name] };
}

const toolFile = (...path: readonly string[]): string => join(modulesDir, ...path);

/** A suite whose report is missing, or that ended badly with no failed test in it, counts as one failure. */
async function suite(project: string): Promise<Count> {
  say(`${project} tests`);
  const report = join(cacheDir, 'reports', `${project}.json`);
  rmSync(report, { force: true });
  const code = await runNode([
    toolFile('vitest', 'vitest.mjs'),
    'run',
    '--project',
    project,
    '--passWithNoTests',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  const count = readReport(report);
  return code !== 0 && count.failed.length === 0
    ? { ...count, failed: [`${project} tests, outside of any test`] }
    : count;
}

interface Report {
  readonly numPassedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly Assertion[];
  }[];
}
interface Assertion {
  readonly status: string;
  readonly fullName: string;
  readonly failureMessages: readonly string[];
}

const firstLine = (text: string | undefined): string => text?.split('\n')[0] ?? '';

/** A file that failed before its first test counts as one failure. */
function readReport(file: string): Count {
  if (!existsSync(file)) return NONE;
  const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
  const failed = report.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const where = relative(projectDir, name);
    const tests = assertionResults
      .filter((test) => test.status === 'failed')
      .map((test) => `${where}: ${test.fullName}: ${firstLine(test.failureMessages[0])}`);
    return status === 'failed' && tests.length === 0 ? [`${where}: ${firstLine(message)}`] : tests;
  });
  return { passed: report.numPassedTests, failed, skipped: report.numPendingTests + report.numTodoTests };
}

async function runAll(): Promise<Count> {
  let total = NONE;
  total = add(total, await check('lint', [toolFile('oxlint', 'bin', 'oxlint')]));
  total = add(total, await check('types', [toolFile('typescript', 'bin', 'tsc'), '-b']));
  total = add(total, await check('layers', [join(projectDir, 'scripts', 'check-layers.ts')]));
  total = add(total, await suite('unit'));
  total = add(total, await suite('integration'));
  total = add(total, await suite('attack'));
  // Built and laid out once here, so that the first test does not pay for it.
  await prepareApp();
  return add(total, await suite('e2e'));
}

mkdirSync(join(cacheDir, 'reports'), { recursive: true });
const { passed, failed, skipped } = await runAll();
for (const name of failed) process.stdout.write(`\nfailed: ${name}`);
process.stdout.write(`\n${passed} passed, ${failed.length} failed, ${skipped} skipped\n`);
process.exitCode = failed.length === 0 ? 0 : 1;
