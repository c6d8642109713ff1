/**
 * Lays faults in turn onto a copy of the sources and runs the tests that must find each: one of them has to fail, and not its file as it is loaded. Behind
 * the last, all of them have to pass without a fault. What threads of the vault start from was bundled before, and has no fault.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Vitest, createVitest } from 'vitest/node';
import { inScratch } from '../support/scratch.ts';
import type { Fault } from './faults.ts';

interface Ended {
  /** How many had their turn. */
  readonly ran: number;
  readonly failed: readonly string[];
  /** Why files could not be loaded. */
  readonly unloaded: readonly string[];
}

/** `titled`: whether tests alone are run whose titles have in them what stands behind the colon. */
async function runTests(vitest: Vitest, tests: readonly string[], titled: boolean): Promise<Ended> {
  const files = [...new Set(tests.map((test) => test.split(': ')[0]!))];
  vitest.setGlobalTestNamePattern((titled ? tests[0]?.split(': ')[1] : undefined) ?? '');
  const specifications = await vitest.globTestSpecifications(files);
  const { testModules: modules } = await vitest.runTestSpecifications(specifications);
  // Vitest hands back every file that it has run since it was created, with what it said of it then.
  const testModules = modules.filter(({ moduleId }) =>
    specifications.some((one) => one.moduleId === moduleId),
  );
  const results = testModules.flatMap(({ children }) => [...children.allTests()]);
  return {
    ran: results.filter((test) => ['passed', 'failed'].includes(test.result().state)).length,
    failed: results.filter((test) => test.result().state === 'failed').map((test) => test.fullName),
    unloaded: testModules.flatMap((module) => module.errors().map(({ message }) => message)),
  };
}

/** Null where a test finds the fault, or why none did. The source is as it was afterwards. */
async function tryFault(vitest: Vitest, dir: string, fault: Fault): Promise<string | null> {
  const path = join(dir, fault.file);
  const source = readFileSync(path, 'utf8');
  if (source.split(fault.was).length !== 2) return 'what it replaces is not there once';
  const lay = (text: string): void => {
    writeFileSync(path, text);
    vitest.invalidateFile(path);
  };
  lay(source.replace(fault.was, () => fault.becomes));
  try {
    const { ran, failed, unloaded } = await runTests(vitest, fault.tests, true);
    if (unloaded.length > 0) return `not loaded: ${unloaded.join(' ')}`;
    if (ran === 0) return 'no test has that title';
    return failed.length > 0 ? null : 'not found';
  } finally {
    lay(source);
  }
}

/** Returns how many were not found, or fail without a fault. */
async function tryEach(vitest: Vitest, dir: string, faults: readonly Fault[]): Promise<number> {
  let found = 0;
  for (const [at, fault] of faults.entries()) {
    const why = await tryFault(vitest, dir, fault);
    if (why === null) found += 1;
    process.stdout.write(`${at + 1}. ${fault.wrong}: ${why ?? 'found'}\n`);
  }
  const tests = [...new Set(faults.flatMap((fault) => fault.tests))];
  const { failed, unloaded } = await runTests(vitest, tests, false);
  for (const one of [...failed, ...unloaded]) process.stdout.write(`without a fault: ${one}\n`);
  process.stdout.write(`${found} of ${faults.length} found\n`);
  return faults.length - found + failed.length + unloaded.length;
}

/** Tries each in tests of these projects. Returns how many were not found, or fail without a fault. */
export const tryFaults = (faults: readonly Fault[], projects: readonly string[]): Promise<number> =>
  inScratch('planted', async (dir) => {
    process.chdir(dir);
    const options = { root: dir, watch: false, reporters: [], project: [...projects] };
    const vitest = await createVitest('test', options);
    try {
      return await tryEach(vitest, dir, faults);
    } finally {
      await vitest.close();
    }
  });
