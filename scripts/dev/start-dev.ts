/** The loop of seconds: the screens with hot reload in Electron over a real vault of practice residents, everything else built and started anew as it changes. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { ensureAppUser } from '../desktop/app-user.ts';
import { stopHelper } from '../desktop/children.ts';
import { type Display, startDisplay } from '../desktop/display.ts';
import { resolveElectron } from '../setup/electron-runtime.mjs';
import { say } from '../setup/say.mjs';
import { type DevBundles, PRACTICE_FILE, type Part, createDevBundles } from './dev-bundles.ts';
import type { Role } from '../../contract/fields.ts';
import { FIRST_SCHEMA } from '../../main/vault/store/tables.ts';
import { LOOPBACK, type PageServer, startPageServer } from './page-server.ts';
import { type DevStage, stageDev } from './stage-dev.ts';

export interface DebugPorts {
  readonly main: number;
  readonly vault: number;
  readonly renderer: number;
}

interface DevOptions {
  /** The tree that is built: contract, main, preload, renderer and scripts/dev, tests/support. */
  readonly sourceDir: string;
  /** As whom the practice vault is signed in to; null for by hand. */
  readonly signedIn: Role | null;
  /** Null for no debugger. */
  readonly debug: DebugPorts | null;
  /** Makes the practice vault anew. */
  readonly fresh: boolean;
}

export interface RunningDev {
  readonly stage: DevStage;
  /** Of the practice vault. */
  readonly pins: Readonly<Record<Role, string>>;
  readonly pages: PageServer;
  /** The virtual screen; null where there is a real one. */
  readonly display: Display | null;
  /** Settles when the application has been closed by hand. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

const PRACTICE_RESIDENTS = 400;
/** Editors write a file in several steps, and whoever saves all saves several. */
const SETTLE_MS = 60;

/** The environment of a program that the application's user runs. */
function environmentOf(stage: DevStage, display: Display | null): NodeJS.ProcessEnv {
  const home =
    stage.user === null
      ? {}
      : {
          HOME: stage.homeDir,
          XDG_RUNTIME_DIR: stage.homeDir,
          XDG_CONFIG_HOME: stage.homeDir,
          XDG_CACHE_HOME: stage.homeDir,
        };
  return { ...process.env, ...home, ...display?.env };
}

/** Makes the vault unless it is there with the first schema as it is now, and returns its PINs. */
async function ensurePracticeVault(stage: DevStage, bundles: DevBundles): Promise<RunningDev['pins']> {
  const schema = createHash('sha256').update(FIRST_SCHEMA.join(';')).digest('hex');
  const isMade =
    existsSync(stage.pinFile) &&
    existsSync(stage.schemaFile) &&
    readFileSync(stage.schemaFile, 'utf8') === schema;
  if (!isMade) await makePracticeVault(stage, bundles);
  writeFileSync(stage.schemaFile, schema);
  return JSON.parse(readFileSync(stage.pinFile, 'utf8')) as RunningDev['pins'];
}

async function makePracticeVault(stage: DevStage, bundles: DevBundles): Promise<void> {
  say(`making a practice vault of ${PRACTICE_RESIDENTS} invented residents`);
  await bundles.buildPractice();
  const args = [
    join(stage.distDir, PRACTICE_FILE),
    join(stage.profileDir, 'vault'),
    stage.passwordFile,
    stage.pinFile,
    String(PRACTICE_RESIDENTS),
  ];
  const env = { ...environmentOf(stage, null), ELECTRON_RUN_AS_NODE: '1' };
  const child = spawn(stage.executable, args, { env, cwd: stage.homeDir, stdio: ['ignore', 2, 2] });
  const code = await new Promise((resolve) => child.on('exit', resolve));
  if (code !== 0) throw new Error('the practice vault could not be made');
}

/** Starts Electron, and again as often as it is asked to. */
class Electron {
  readonly #start: () => ChildProcess;
  readonly #onClosed: () => void;
  #child: ChildProcess | null = null;

  constructor(start: () => ChildProcess, onClosed: () => void) {
    this.#start = start;
    this.#onClosed = onClosed;
  }

  start(): void {
    const child = this.#start();
    this.#child = child;
    child.once('exit', () => {
      if (this.#child === child) this.#onClosed();
    });
  }

  async stop(): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (child !== null) await stopHelper(child);
  }
}

export async function startDev(options: DevOptions): Promise<RunningDev> {
  const { sourceDir, debug } = options;
  // Vite's build would set it to production where nobody has, and the server would then leave hot reload of components out.
  process.env['NODE_ENV'] ??= 'development';
  const runtime = await resolveElectron();
  const user = ensureAppUser();
  const stage = stageDev(sourceDir, runtime, user, options.fresh);
  const bundles = createDevBundles(sourceDir, stage.distDir);
  await bundles.buildAll();
  const pins = await ensurePracticeVault(stage, bundles);
  const nonce = randomBytes(16).toString('hex');
  const pages = await startPageServer({
    sourceDir,
    cacheDir: join(stage.root, 'libraries'),
    nonce,
    signIn: options.signedIn === null ? null : { role: options.signedIn, pin: pins[options.signedIn] },
  });
  const hasScreen = Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
  const display = process.platform === 'linux' && !hasScreen ? await startDisplay(user) : null;
  const env = {
    ...environmentOf(stage, display),
    RESIDENT_VAULT_THROWAWAY_KEYCHAIN: '1',
    RESIDENT_VAULT_DEV_SERVER: pages.address,
    RESIDENT_VAULT_DEV_NONCE: nonce,
    RESIDENT_VAULT_DEV_PASSWORDS: stage.passwordFile,
    RESIDENT_VAULT_DEV_VAULT_INSPECT_PORT: debug === null ? '' : String(debug.vault),
  };
  const args = [
    `--user-data-dir=${stage.profileDir}`,
    ...(debug === null
      ? []
      : [`--inspect=${LOOPBACK}:${debug.main}`, `--remote-debugging-port=${debug.renderer}`]),
  ];
  let close = (): void => undefined;
  const ended = new Promise<void>((resolve) => {
    close = resolve;
  });
  const electron = new Electron(
    () => spawn(stage.executable, args, { env, cwd: stage.profileDir, stdio: ['ignore', 2, 2] }),
    () => close(),
  );
  electron.start();
  const stopWatching = watchSources(sourceDir, pages, bundles, async (changed) => {
    if (changed.includes('main')) {
      pages.signInNext();
      await electron.stop();
      electron.start();
    } else pages.restartVault();
  });
  return {
    stage,
    pins,
    pages,
    display,
    ended,
    async stop() {
      stopWatching();
      await electron.stop();
      await pages.close();
      await display?.stop();
    },
  };
}

/** Builds what a saved file is part of, one build after another, and tells what came out otherwise. */
function watchSources(
  sourceDir: string,
  { vite }: PageServer,
  bundles: DevBundles,
  onChanged: (parts: readonly Part[]) => Promise<void>,
): () => void {
  const saved = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let turn: Promise<void> = Promise.resolve();
  const rebuild = async (): Promise<void> => {
    const files = new Set(saved);
    saved.clear();
    const from = performance.now();
    try {
      const changed = await bundles.rebuild(files);
      if (changed.length === 0) return;
      say(`${changed.join(', ')} built in ${Math.round(performance.now() - from)} ms`);
      await onChanged(changed);
    } catch (error) {
      // What does not parse is put right and saved again; what runs stays as it is.
      say(error instanceof Error ? error.message : String(error));
    }
  };
  const hear = (_event: string, file: string): void => {
    saved.add(file.split(sep).join('/'));
    clearTimeout(timer);
    timer = setTimeout(() => {
      turn = turn.then(rebuild);
    }, SETTLE_MS);
  };
  vite.watcher.add(
    ['contract', 'main', 'preload', 'scripts/dev/entries'].map((folder) => join(sourceDir, folder)),
  );
  vite.watcher.on('all', hear);
  return () => {
    clearTimeout(timer);
    vite.watcher.off('all', hear);
  };
}
