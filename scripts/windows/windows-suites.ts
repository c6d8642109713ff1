/** Which tests run on Windows, and where. */
import type { Suite, TestPlace } from '../testing/run-suite.ts';
import { runNode } from '../testing/run-node.ts';
import { projectDir } from '../setup/paths.mjs';
import { runUnderWine } from './run-under-wine.ts';
import { layOutWindows } from './windows-tree.ts';

/** The other engine has no build for Windows. */
const ENGINE = { RV_ENGINE: 'better-sqlite3' };

const QUICK_UNIT = ['tests/unit/limiter', 'tests/unit/header', 'tests/unit/files'];
const QUICK_INTEGRATION = [
  'tests/integration/store',
  'tests/integration/backup',
  'tests/integration/custody',
  'tests/integration/intake/apply-import.test.ts',
  'tests/integration/keychain',
];

/** Two hundred and more in all: rotations of both keys, backups, three changes of staff. */
const KILLS_OF_EACH = 50;

const OWN: Suite = { name: 'windows', projects: ['windows'], env: ENGINE };

export type WindowsRun = 'whole' | 'quick' | 'kills';

export const WINDOWS_SUITES: Readonly<Record<WindowsRun, readonly Suite[]>> = {
  quick: [
    OWN,
    { name: 'windows-unit', projects: ['unit'], filters: QUICK_UNIT, env: ENGINE },
    { name: 'windows-integration', projects: ['integration'], filters: QUICK_INTEGRATION, env: ENGINE },
  ],
  whole: [
    OWN,
    { name: 'windows-unit', projects: ['unit'], env: ENGINE },
    { name: 'windows-integration', projects: ['integration'], env: ENGINE },
  ],
  kills: [
    { name: 'windows-kills', projects: ['windows-kills'], env: { ...ENGINE, KILLS: String(KILLS_OF_EACH) } },
  ],
};

export const isWindowsRun = (name: string): name is WindowsRun => Object.hasOwn(WINDOWS_SUITES, name);

/** This working tree on Windows itself, a copy of it under wine elsewhere. Throws SetupError. */
export async function findWindows(): Promise<TestPlace> {
  if (process.platform === 'win32') return { dir: projectDir, run: runNode };
  const tree = await layOutWindows();
  return { dir: tree.dir, run: (args, env) => runUnderWine(tree, args, env) };
}
