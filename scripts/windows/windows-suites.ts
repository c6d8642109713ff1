/** Which tests run on Windows, and where. */
import type { Suite, TestPlace } from '../testing/run-suite.ts';
import { runNode } from '../testing/run-node.ts';
import { projectDir } from '../setup/paths.mjs';
import { runUnderWine } from './run-under-wine.ts';
import { layOutWindows } from './windows-tree.ts';

/** The other engine has no build for Windows. */
const ENGINE = { RV_ENGINE: 'better-sqlite3' };

/** Of each matter that files, keys or a store are in, what skips nothing there. */
const QUICK = {
  own: ['held-files', 'scanner', 'places', 'credential-manager'].map(
    (name) => `tests/windows/${name}.test.ts`,
  ),
  unit: ['tests/unit/limiter/limiter-state.test.ts', 'tests/unit/files/move-and-remove.test.ts'],
  integration: [
    'tests/integration/store',
    'tests/integration/backup/backup.test.ts',
    'tests/integration/backup/restore.test.ts',
    'tests/integration/key-management/store-key.test.ts',
    'tests/integration/key-management/device-secret.test.ts',
    'tests/integration/key-management/rotate-sheet.test.ts',
    'tests/integration/import/import.test.ts',
    'tests/integration/keys/header.test.ts',
  ],
} as const;

/** Two hundred in all: rotations of both keys, backups, three changes of staff. */
const KILLS_OF_EACH = 50;

const OWN: Suite = { name: 'windows', projects: ['windows'], env: ENGINE };
const UNIT: Suite = { name: 'windows-unit', projects: ['unit'], env: ENGINE };
const INTEGRATION: Suite = { name: 'windows-integration', projects: ['integration'], env: ENGINE };

export type WindowsRun = 'whole' | 'quick' | 'kills';

export const WINDOWS_SUITES: Readonly<Record<WindowsRun, readonly Suite[]>> = {
  quick: [
    { ...OWN, filters: QUICK.own },
    { ...UNIT, filters: QUICK.unit },
    { ...INTEGRATION, filters: QUICK.integration },
  ],
  whole: [OWN, UNIT, INTEGRATION],
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
