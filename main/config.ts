/** Configuration of this run: its paths, its origin, its engine. Read once, at the start, from Electron and the environment. */
import { join } from 'node:path';
import type { LastUpdate } from './files/updates/last-update.ts';

/** Set by the build to the major version of the Electron that the lockfile pins. */
declare const __ELECTRON_MAJOR__: number;

export const APP_SCHEME = 'app';
export const APP_HOST = 'vault';
export const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`;
export const START_URL = `${APP_ORIGIN}/index.html`;
/** The page that is printed. */
export const PAPER_URL = `${APP_ORIGIN}/paper/index.html`;

/** No `persist:` prefix: caches, storage and cookies live in memory and die with the process. */
export const SESSION_PARTITION = 'resident-vault';
/** Of its own, so that no process is shared with the page in the window. */
export const PAPER_PARTITION = 'resident-vault-paper';

export type Engine = 'auto' | 'better-sqlite3' | 'sqlcipher';

export interface Config {
  readonly version: string;
  readonly electronVersion: string;
  readonly isPackaged: boolean;
  /** False on an Electron older than the one pinned, and with a keychain made for one run. */
  readonly forRealData: boolean;
  /** Whether other programs of the same user are kept out of the memory of this process. */
  readonly isHardened: boolean;
  readonly engine: Engine;
  readonly vaultDir: string;
  readonly settingsFile: string;
  readonly windowFile: string;
  readonly deskBoardFile: string;
  readonly dialogFoldersFile: string;
  /** Holds the practice vault, apart from the real one. */
  readonly practiceDir: string;
  readonly rendererDir: string;
  readonly preloadFile: string;
  readonly paperPreloadFile: string;
  readonly vaultProcessFile: string;
  readonly scanProcessFile: string;
  readonly carrierProcessFile: string;
  /** Everything that the application writes lies in it. */
  readonly profileDir: string;
  readonly iconFile: string;
  /** What became of an update of the program since it ran last; known once it was looked for. */
  readonly lastUpdate: LastUpdate | null;
}

interface Surroundings {
  readonly version: string;
  readonly electronVersion: string;
  readonly isPackaged: boolean;
  readonly isHardened: boolean;
  readonly userDataDir: string;
  /** Folder that holds main/, preload/, vault/ and renderer/ as built. */
  readonly distDir: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

const ENGINES: readonly Engine[] = ['auto', 'better-sqlite3', 'sqlcipher'];

/** A packaged application takes nothing from the environment. */
function readEngine(around: Surroundings): Engine {
  if (around.isPackaged) return 'auto';
  return ENGINES.find((engine) => engine === around.env['RESIDENT_VAULT_ENGINE']) ?? 'auto';
}

function isForRealData(around: Surroundings, pinnedMajor: number): boolean {
  const major = Number(around.electronVersion.split('.')[0]);
  return major >= pinnedMajor && around.env['RESIDENT_VAULT_THROWAWAY_KEYCHAIN'] === undefined;
}

export function readConfig(around: Surroundings, pinnedMajor: number = __ELECTRON_MAJOR__): Config {
  return {
    version: around.version,
    electronVersion: around.electronVersion,
    isPackaged: around.isPackaged,
    isHardened: around.isHardened,
    forRealData: isForRealData(around, pinnedMajor),
    engine: readEngine(around),
    vaultDir: join(around.userDataDir, 'vault'),
    settingsFile: join(around.userDataDir, 'settings.json'),
    windowFile: join(around.userDataDir, 'window.json'),
    deskBoardFile: join(around.userDataDir, 'desk-board.json'),
    dialogFoldersFile: join(around.userDataDir, 'dialog-folders.json'),
    practiceDir: join(around.userDataDir, 'practice'),
    rendererDir: join(around.distDir, 'renderer'),
    preloadFile: join(around.distDir, 'preload', 'bridge.cjs'),
    paperPreloadFile: join(around.distDir, 'preload', 'paper.cjs'),
    vaultProcessFile: join(around.distDir, 'vault', 'process.cjs'),
    scanProcessFile: join(around.distDir, 'scan', 'scan-process.cjs'),
    carrierProcessFile: join(around.distDir, 'carrier', 'process.cjs'),
    profileDir: around.userDataDir,
    iconFile: join(around.distDir, '..', 'assets', 'window-icon.png'),
    lastUpdate: null,
  };
}
