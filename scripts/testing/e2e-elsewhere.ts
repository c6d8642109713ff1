/** Which end-to-end tests run on Windows and macOS, where an application has no screen, keyring and bus of its own. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a file of tests takes of Linux, and why it stays there. Nobody adds a file here: it runs elsewhere until it takes one of these. */
const TAKEN_OF_LINUX: readonly (readonly [taken: RegExp, why: string])[] = [
  [/\b(?:openXInput|startUndriven)\(/, 'presses keys and looks for windows through X'],
  [/\bkeyring: '|\.keyring\.|\bkeyrings\b/, 'changes the keyring of a desktop of its own'],
  [/\/proc\/|\breadProcessStatus\(/, 'reads of a process what Linux tells'],
  [/'pdftotext'/, 'reads a PDF by a program of Linux'],
  [/\bmountSmallDisk\(/, 'mounts a disk'],
  [/'dpkg'/, 'installs a package of Linux'],
];
/** A file that guards what it takes by this runs elsewhere without that. */
const GUARD = "runIf(process.platform === 'linux')";

export interface E2eElsewhere {
  /** Paths from the project's root. */
  readonly run: readonly string[];
  /** Why each of the others is left out. */
  readonly leftOut: Readonly<Record<string, string>>;
}

/** Why a file with this text runs on Linux alone; null where it does not. */
export function linuxAlone(text: string): string | null {
  if (text.includes(GUARD)) return null;
  const why = TAKEN_OF_LINUX.filter(([taken]) => taken.test(text)).map(([, reason]) => reason);
  return why.length === 0 ? null : why.join('; ');
}

/** `root`: of the project. The walk over all screens is no file of these. */
export function e2eElsewhere(root: string): E2eElsewhere {
  const run: string[] = [];
  const leftOut: Record<string, string> = {};
  for (const path of globSync('tests/e2e/{,idle/}*.test.ts', { cwd: root }).toSorted()) {
    const why = linuxAlone(readFileSync(join(root, path), 'utf8'));
    const name = path.replaceAll('\\', '/');
    if (why === null) run.push(name);
    else leftOut[name] = why;
  }
  return { run, leftOut };
}
