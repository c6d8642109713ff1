/** A reporter for vitest: how long each file took with what was got ready for it, which the JSON report leaves out. */
import { writeFileSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';
import { FILE_TIMES } from './file-times.ts';

/** Writes a table of seconds by path to the file that the environment names, at the end of a run. */
export default class FileTimesReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const path = process.env[FILE_TIMES];
    if (path === undefined) return;
    const seconds = modules.map((file) => [file.moduleId, secondsOf(file)] as const);
    writeFileSync(path, JSON.stringify(Object.fromEntries(seconds)));
  }
}

function secondsOf(file: TestModule): number {
  const { setupDuration, collectDuration, duration } = file.diagnostic();
  return (setupDuration + collectDuration + duration) / 1000;
}
