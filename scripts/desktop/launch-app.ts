/** Starts the real application for tests, demo and bench: a fresh profile, a screen and a real keyring of its own, driven by Playwright. */
import type { ChildProcess } from 'node:child_process';
import { chownSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import type { Settings } from '../../contract/shell/routes.ts';
import { type Language, USUAL_SETTINGS } from '../../contract/shell/settings.ts';
import type { AppUser } from './app-user.ts';
import { driveApp } from './drive-app.ts';
import { type Display, startDisplay } from './display.ts';
import { type Keyring, type KeyringState, startKeyring } from './keyring.ts';
import { OWN_KEYCHAIN, OWN_SCREEN, ownEnvironment } from './own-desktop.ts';
import { prepareApp } from './prepare-app.ts';
import { killTree } from './process-tree.ts';
import type { StagedApp } from './stage.ts';

export interface LaunchOptions {
  /** An application laid out elsewhere, in place of the one that is built now. */
  readonly staged?: StagedApp;
  readonly language?: Language;
  readonly engine?: 'auto' | 'better-sqlite3' | 'sqlcipher';
  readonly idleSeconds?: number;
  /** `unlocked` unless said. */
  readonly keyring?: KeyringState;
  /** Size of the screen, as Xvfb takes it. */
  readonly screen?: string;
  /** More of the environment, such as a stand-in's address. */
  readonly env?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
  /** Puts files and keychain items in place before the first start; the profile holds nothing but its settings then. */
  readonly fillProfile?: (place: AppPlace) => void;
}

export interface ProcessIds {
  readonly main: number;
  readonly vault: number;
  readonly renderer: number;
}

/** Where an application runs, whether or not it is running. */
export interface AppPlace {
  readonly staged: StagedApp;
  readonly userDataDir: string;
  /** Environment of the application: what xdotool, gdbus or a command line need to meet it. */
  readonly env: Readonly<Record<string, string>>;
}

export interface RunningApp extends AppPlace {
  readonly electron: ElectronApplication;
  readonly display: Display;
  readonly keyring: Keyring;
  /** The page now in the window. */
  page(): Page;
  /** Does something that locks and returns the fresh page that comes up; the one before is dead. */
  lockedBy(action: () => Promise<unknown> | void): Promise<Page>;
  processIds(): Promise<ProcessIds>;
  /** Returns the standard error of the application so far. */
  log(): string;
  /** SIGKILL to all its processes, as a power cut would; the profile and keyring stay. */
  kill(): Promise<void>;
  /** Quits as a user does. */
  quit(): Promise<void>;
  /** Starts anew on the same profile and keyring, after kill or quit. */
  restart(): Promise<void>;
  /** Ends everything and removes the profile. */
  dispose(): Promise<void>;
}

const FIRST_WINDOW_MS = 30_000;
/** Longer than the longest idle time that a test waits for. */
const LOCK_MS = 180_000;

function makeProfile(user: AppUser | null, options: LaunchOptions): string {
  const folder = mkdtempSync(join(tmpdir(), 'rv-profile-'));
  const settings: Settings = {
    ...USUAL_SETTINGS,
    language: options.language ?? 'zh-CN',
    theme: 'light',
    idleSeconds: options.idleSeconds ?? 120,
  };
  const userDataDir = join(folder, 'data');
  mkdirSync(userDataDir, { mode: 0o700 });
  writeFileSync(join(userDataDir, 'settings.json'), JSON.stringify(settings), { mode: 0o600 });
  if (user !== null)
    for (const path of [folder, userDataDir, join(userDataDir, 'settings.json')])
      chownSync(path, user.uid, user.gid);
  return userDataDir;
}

export async function launchApp(options: LaunchOptions = {}): Promise<RunningApp> {
  const staged = options.staged ?? (await prepareApp());
  const isLinux = process.platform === 'linux';
  const display = isLinux ? await startDisplay(staged.user, options.screen) : OWN_SCREEN;
  const keyring = isLinux ? await startKeyring(options.keyring ?? 'unlocked', staged.user) : OWN_KEYCHAIN;
  const userDataDir = makeProfile(staged.user, options);
  const env = {
    // On Linux nothing but what is made for this run; other systems do not start a program without their own.
    ...(isLinux ? { RESIDENT_VAULT_THROWAWAY_KEYCHAIN: '1' } : ownEnvironment()),
    ...keyring.env,
    ...display.env,
    LANG: 'C.UTF-8',
    TZ: 'Asia/Shanghai',
    ...(options.engine === undefined ? {} : { RESIDENT_VAULT_ENGINE: options.engine }),
    ...options.env,
  };
  options.fillProfile?.({ staged, userDataDir, env });
  let log = '';
  let child: ChildProcess | null = null;
  let electron = await start();

  async function start(): Promise<ElectronApplication> {
    const started = await driveApp({
      executablePath: staged.executable,
      chromiumSandbox: true,
      env,
      cwd: userDataDir,
      args: [`--user-data-dir=${userDataDir}`, ...(options.args ?? [])],
    });
    // Asked for now: Playwright does not give it once the application has ended.
    child = started.process();
    child.stderr?.on('data', (chunk: Buffer) => {
      log += chunk.toString();
    });
    await started.firstWindow({ timeout: FIRST_WINDOW_MS });
    await started.evaluate(noteWhoEnds);
    return started;
  }

  const page = (): Page => {
    // What is being printed has a page of its own, which is in no window.
    const open = electron.windows().filter((shown) => !shown.isClosed() && !shown.url().includes('/paper/'));
    const last = open[open.length - 1];
    if (last === undefined) throw new Error(`the application has no window:\n${log.slice(-2_000)}`);
    return last;
  };
  const ended = (): Promise<void> =>
    new Promise((resolve) => {
      if (child === null || hasEnded(child)) resolve();
      else child.once('exit', () => resolve());
    });

  const killAll = (): void => {
    if (child?.pid !== undefined && !hasEnded(child)) killTree(child.pid);
  };

  return {
    get electron() {
      return electron;
    },
    staged,
    userDataDir,
    display,
    keyring,
    env,
    page,
    log: () => log,
    async lockedBy(action) {
      const fresh = electron.waitForEvent('window', { timeout: LOCK_MS });
      // The page that the action was asked of dies under it: its own promise may fail or never settle.
      void Promise.resolve()
        .then(action)
        .catch(() => undefined);
      const shown = await fresh;
      await shown.waitForLoadState('domcontentloaded');
      return shown;
    },
    processIds: () => findProcesses(electron),
    async kill() {
      killAll();
      await ended();
    },
    async quit() {
      // The answer may be lost with the process that gives it, so only the end itself is waited for.
      void electron
        .evaluate(({ app }) => {
          setTimeout(() => app.quit(), 50);
        })
        .catch(() => undefined);
      await ended();
    },
    async restart() {
      electron = await start();
    },
    async dispose() {
      killAll();
      await ended();
      await keyring.stop();
      await display.stop();
      rmSync(join(userDataDir, '..'), { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Run in main: a page or a vault that ends by itself, rather than by a lock, says why on standard error. */
function noteWhoEnds({ app }: typeof Electron.CrossProcessExports): void {
  const note = (what: string, { reason, exitCode }: { reason: string; exitCode: number }): void => {
    if (reason !== 'killed') process.stderr.write(`${what} ended: ${reason} (${exitCode})\n`);
  };
  app.on('render-process-gone', (_event, _page, details) => note('a page', details));
  app.on('child-process-gone', (_event, details) => note(details.name ?? details.type, details));
}

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

/** Asks main for the ids: the operating system's names do not tell one utility process from another. */
/** Waits for the vault, which is forked a moment after a lock: a process id of 0 would name the caller's own group. */
async function findProcesses(electron: ElectronApplication): Promise<ProcessIds> {
  for (let tries = 0; tries < 200; tries++) {
    const found = await electron.evaluate(({ app, BrowserWindow }) => {
      const vault = app
        .getAppMetrics()
        .find(
          (metric) =>
            metric.serviceName === 'node.mojom.NodeService' || metric.name === 'Resident Vault store',
        );
      const window = BrowserWindow.getAllWindows()[0];
      return {
        main: process.pid,
        vault: vault?.pid ?? 0,
        renderer: window?.webContents.getOSProcessId() ?? 0,
      };
    });
    if (found.vault > 0 && found.renderer > 0) return found;
    await new Promise((resolve) => {
      setTimeout(resolve, 50);
    });
  }
  throw new Error('vault and page did not both come up');
}

/** One line of /proc/PID/status, or null once the process is gone. A process that is dead but not yet buried counts as gone. */
export function readProcessStatus(pid: number, field: string): string | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    if (/^State:\s*[ZX]/m.test(status)) return null;
    return new RegExp(`^${field}:\\s*(.*)$`, 'm').exec(status)?.[1] ?? null;
  } catch {
    return null;
  }
}

export function isAlive(pid: number): boolean {
  if (process.platform === 'linux') return readProcessStatus(pid, 'Pid') !== null;
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
