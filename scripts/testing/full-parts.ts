/** The parts of `npm run test:full`, each of which takes at most two hours. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ENGINE_NAMES } from '../../main/vault/store/store.ts';
import { cacheDir, projectDir } from '../setup/paths.mjs';
import type { WindowsRun } from '../windows/windows-suites.ts';
import type { Suite } from './run-suite.ts';

export type FullPart =
  | { readonly kind: 'checks'; readonly name: string }
  | { readonly kind: 'suites'; readonly name: string; readonly suites: readonly Suite[] }
  /** Under Windows' own Node. */
  | { readonly kind: 'windows'; readonly name: string; readonly run: WindowsRun }
  /** A script of ours, which counts as one test. */
  | { readonly kind: 'script'; readonly name: string; readonly args: readonly string[] };

/** Both engines everywhere. */
const FULL = { RV_FULL: '1' };
const ATTACK_TESTS = 'tests/attack';
const KILL_FILE = /^kill-(?<kind>[\w-]+)\.test\.ts$/;

/** Kinds of work that take the longer the more residents there are. */
const GROWING_KINDS = ['backup', 'device-secret', 'import', 'restore', 'sheet', 'store-key', 'tier-keys'];

/** What `npm run desks` can show, each whole. */
export const DESKS_COMMANDS = ['server', 'capture', 'storm', 'coordinated', 'leaks', 'keys', 'liar'] as const;

export function listParts(): readonly FullPart[] {
  return [
    { kind: 'checks', name: 'checks' },
    suitesPart('unit-integration', [
      { name: 'unit', projects: ['unit'], env: FULL },
      { name: 'integration', projects: ['integration'], env: FULL },
    ]),
    { kind: 'script', name: 'new-feature', args: [join(projectDir, 'tests/overlay/lay-feature.ts')] },
    { kind: 'script', name: 'faults', args: [join(projectDir, 'tests/faults/plant-faults.ts')] },
    {
      kind: 'script',
      name: 'import-accuracy',
      args: [join(projectDir, 'tests/support/import-accuracy/run-import-accuracy.ts')],
    },
    // At most 600 MB, in the application.
    {
      kind: 'script',
      name: 'import-memory',
      args: [join(projectDir, 'tests/bench/bench.ts'), '--import', '--residents', '100000'],
    },
    ...DESKS_COMMANDS.map((command): FullPart => ({
      kind: 'script',
      name: `desks-${command}`,
      args: [join(projectDir, 'tests/desks/desks.ts'), command],
    })),
    // The same from nothing, whatever folder and umask.
    { kind: 'script', name: 'reproduce', args: [join(projectDir, 'scripts/reproduce.ts'), '--installers'] },
    // PDF/A-3b by a validator that is none of ours.
    suitesPart('archive', [{ name: 'archive', projects: ['archive'] }]),
    suitesPart('attack', [{ name: 'attack', projects: ['attack*'], env: FULL }]),
    ...ENGINE_NAMES.map((engine) =>
      killsPart(`kills-${engine}`, listKinds(), { KILLS: '200', KILL_ENGINE: engine }),
    ),
    killsPart('kills-among-100000', GROWING_KINDS, { RESIDENTS: '100000' }),
    { kind: 'windows', name: 'windows', run: 'whole' },
    { kind: 'windows', name: 'kills-windows', run: 'kills' },
    suitesPart('e2e', [{ name: 'e2e', projects: ['e2e*'], env: FULL }]),
    suitesPart('screens', [{ name: 'screens', projects: ['screens'] }]),
    {
      kind: 'script',
      name: 'walks',
      args: [join(projectDir, 'tests/screens/take-screens.ts'), '--out', join(cacheDir, 'screens')],
    },
  ];
}

const suitesPart = (name: string, suites: readonly Suite[]): FullPart => ({ kind: 'suites', name, suites });

function killsPart(name: string, kinds: readonly string[], env: Suite['env']): FullPart {
  const filters = kinds.map((kind) => `${ATTACK_TESTS}/kill-${kind}.test.ts`);
  return suitesPart(name, [{ name, projects: ['kills'], filters, env: { ...FULL, ...env } }]);
}

/** Of each of which there is a file. */
const listKinds = (): readonly string[] =>
  readdirSync(join(projectDir, ATTACK_TESTS)).flatMap((file) => KILL_FILE.exec(file)?.groups?.['kind'] ?? []);
