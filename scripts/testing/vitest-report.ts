/** Reports of vitest: how many tests passed, which failed and why, which were skipped, and how long each file took. */
import { existsSync, readFileSync } from 'node:fs';
import { type Count, NONE } from './count.ts';
import type { FileTimes } from './file-times.ts';

export interface FileResult {
  /** Within the project. */
  readonly file: string;
  /** With what was got ready for it. */
  readonly seconds: number;
  readonly passed: number;
  readonly tests: number;
}

export interface SuiteResult {
  readonly count: Count;
  readonly files: readonly FileResult[];
}

interface Report {
  readonly numPassedTests: number;
  readonly testResults: readonly ReportedFile[];
}
interface ReportedFile {
  readonly name: string;
  readonly status: string;
  readonly message: string;
  readonly assertionResults: readonly ReportedTest[];
}
interface ReportedTest {
  readonly status: string;
  readonly fullName: string;
  readonly failureMessages: readonly string[];
}

/** `dir`: the working tree whose files the report names. Nothing at all where there is none. A file without a time took none. */
export function readReport(dir: string, path: string, times: FileTimes): SuiteResult {
  if (!existsSync(path)) return { count: NONE, files: [] };
  const report = JSON.parse(readFileSync(path, 'utf8')) as Report;
  return {
    count: {
      passed: report.numPassedTests,
      failed: report.testResults.flatMap((file) => failuresOf(dir, file)),
      skipped: report.testResults.flatMap((file) => skippedIn(dir, file)),
    },
    files: report.testResults.map((file) => fileResultOf(dir, file, times)),
  };
}

/** A file that failed before its first test counts as one failure. */
function failuresOf(
  dir: string,
  { name, status, message, assertionResults }: ReportedFile,
): readonly string[] {
  const where = within(dir, name);
  const tests = assertionResults
    .filter((test) => test.status === 'failed')
    .map((test) => `${where}: ${test.fullName}: ${firstLine(test.failureMessages[0])}`);
  return status === 'failed' && tests.length === 0 ? [`${where}: ${firstLine(message)}`] : tests;
}

const isRun = ({ status }: ReportedTest): boolean => status === 'passed' || status === 'failed';

const skippedIn = (dir: string, { name, assertionResults }: ReportedFile): readonly string[] =>
  assertionResults.filter((test) => !isRun(test)).map(({ fullName }) => `${within(dir, name)}: ${fullName}`);

function fileResultOf(dir: string, { name, assertionResults }: ReportedFile, times: FileTimes): FileResult {
  const ran = assertionResults.filter(isRun);
  return {
    file: within(dir, name),
    seconds: times[name] ?? 0,
    passed: ran.filter(({ status }) => status === 'passed').length,
    tests: ran.length,
  };
}

/** A file's name in the tree; under wine the drive stands before it. */
function within(dir: string, name: string): string {
  const path = name.replaceAll('\\', '/');
  const tree = `${dir.replaceAll('\\', '/')}/`;
  return path.includes(tree) ? path.slice(path.indexOf(tree) + tree.length) : path;
}

const firstLine = (text: string | undefined): string => text?.split('\n')[0] ?? '';

const SHOWN = 10;

/** The slowest files as lines of a table: seconds, tests, file. */
export function describeSlowest(files: readonly FileResult[]): readonly string[] {
  const slowest = files.toSorted((one, other) => other.seconds - one.seconds).slice(0, SHOWN);
  const row = (seconds: string, tests: string, file: string): string =>
    `${seconds.padStart(9)}  ${tests.padStart(5)}  ${file}`;
  return [
    row('seconds', 'tests', 'slowest files'),
    ...slowest.map(({ seconds, tests, file }) => row(seconds.toFixed(1), String(tests), file)),
  ];
}

/** `3 min 05 s`. */
export function describeSeconds(seconds: number): string {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, '0')} s`;
}
