/** The parts of `npm run test:full`, each of which takes at most two hours. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ENGINE_NAMES } from '../../main/vault/store/store.ts';
import { cacheDir, projectDir } from '../setup/paths.mjs';
import type { Suite } from './run-suite.ts';

export type FullPart =
  | { readonly kind: 'checks'; readonly name: string }
  | { readonly kind: 'suites'; readonly name: string; readonly suites: readonly Suite[] }
  /** A script of ours, which counts as one test. */
  | { readonly kind: 'script'; readonly name: string; readonly args: readonly string[] };

/** Both engines everywhere. */
const FULL = { RV_FULL: '1' };
const KILLS = { ...FULL, KILLS: '200', RESIDENTS: '100000' };
const ATTACK_TESTS = 'tests/attack';
const KILL_FILE = /^kill-(?<kind>[\w-]+)\.test\.ts$/;

export function listParts(): readonly FullPart[] {
  return [
    { kind: 'checks', name: 'checks' },
    suitesPart('unit-integration', [
      { name: 'unit', projects: ['unit'], env: FULL },
      { name: 'integration', projects: ['integration'], env: FULL },
    ]),
    suitesPart('attack', [
      { name: 'attack', projects: ['attack'], filters: ['--exclude', `${ATTACK_TESTS}/kill-*`], env: FULL },
    ]),
    ...killParts(),
    suitesPart('e2e', [{ name: 'e2e', projects: ['e2e*'], env: FULL }]),
    {
      kind: 'script',
      name: 'walks',
      args: [join(projectDir, 'tests/screens/take-screens.ts'), '--out', join(cacheDir, 'screens')],
    },
  ];
}

const suitesPart = (name: string, suites: readonly Suite[]): FullPart => ({ kind: 'suites', name, suites });

/** A file of kills, on one engine: 200 kills of a kind take most of an hour. */
function killParts(): readonly FullPart[] {
  return readdirSync(join(projectDir, ATTACK_TESTS)).flatMap((file) => {
    const kind = KILL_FILE.exec(file)?.groups?.['kind'];
    if (kind === undefined) return [];
    return ENGINE_NAMES.map((engine) => {
      const name = `kills-${kind}-${engine}`;
      const env = { ...KILLS, KILL_ENGINE: engine };
      return suitesPart(name, [{ name, projects: ['attack'], filters: [`${ATTACK_TESTS}/${file}`], env }]);
    });
  });
}
