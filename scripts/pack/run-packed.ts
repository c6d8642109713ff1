/** Starts a packed application as its user would, nobody driving it: a fresh profile, and on Linux a screen and a keyring of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, chownSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { type AppUser, asUser, ensureAppUser } from '../desktop/app-user.ts';
import { startDisplay } from '../desktop/display.ts';
import { startKeyring } from '../desktop/keyring.ts';
import { OWN_KEYCHAIN, OWN_SCREEN, ownEnvironment } from '../desktop/own-desktop.ts';
import { textOf } from '../testing/run-node.ts';
import type { PackedApp } from './pack-app.ts';

/** Where it lies for a run. */
export interface PlacedApp {
  /** May be read by the user that it runs as. */
  readonly folder: string;
  readonly binary: string;
  /** Null for whoever runs this. */
  readonly user: AppUser | null;
  readonly env: Readonly<Record<string, string>>;
  remove(): Promise<void>;
}

export interface Ended {
  readonly code: number | null;
  readonly output: string;
  /** Whether it ended by itself, within the time. */
  readonly ended: boolean;
}

export interface Run {
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Kept; a fresh one where none is named. */
  readonly profile?: string;
  /** How long it is watched; it is killed then, if it is still there. */
  readonly ms: number;
  readonly beforeTheEnd?: (child: ChildProcess, output: () => string) => Promise<void>;
}

/** In a folder of its own: that of this project may be closed to the user that it runs as. */
export async function placePacked(packed: PackedApp): Promise<PlacedApp> {
  const user = ensureAppUser();
  const isLinux = process.platform === 'linux';
  const folder = mkdtempSync(join(tmpdir(), 'rv-packed-'));
  chmodSync(folder, 0o755);
  cpSync(packed.dir, join(folder, 'app'), { recursive: true, verbatimSymlinks: true });
  const display = isLinux ? await startDisplay(user) : OWN_SCREEN;
  const keyring = isLinux ? await startKeyring('unlocked', user) : OWN_KEYCHAIN;
  return {
    folder,
    binary: join(folder, 'app', relative(packed.dir, packed.binary)),
    user,
    env: { ...(isLinux ? {} : ownEnvironment()), ...keyring.env, ...display.env },
    async remove() {
      await keyring.stop();
      await display.stop();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

export function runPacked(placed: PlacedApp, run: Run): Promise<Ended> {
  const { args = [], env = {}, ms, beforeTheEnd } = run;
  const profile = run.profile ?? mkdtempSync(join(tmpdir(), 'rv-pack-profile-'));
  if (placed.user !== null) chownSync(profile, placed.user.uid, placed.user.gid);
  const [program = '', ...rest] = [
    ...asUser(placed.user),
    placed.binary,
    `--user-data-dir=${profile}`,
    ...args,
  ];
  const child = spawn(program, rest, { env: { ...placed.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  const output = textOf(child);
  return new Promise((resolve, reject) => {
    let watching = true;
    const timer = setTimeout(() => {
      watching = false;
      (beforeTheEnd?.(child, output) ?? Promise.resolve()).catch(reject).finally(() => child.kill('SIGKILL'));
    }, ms);
    child.once('error', reject);
    child.once('exit', (code) => {
      clearTimeout(timer);
      if (run.profile === undefined) rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
      resolve({ code, output: output(), ended: watching });
    });
  });
}
