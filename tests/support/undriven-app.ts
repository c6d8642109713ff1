/** The application without any driver: started as a person starts it, worked by X events, seen by the pixels of its screen. */
import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunningApp, XInput } from './electron-app.ts';
import { openXInput } from './electron-app.ts';

export interface UndrivenApp {
  readonly pid: number;
  readonly keys: XInput;
  /** Resolves once the screen has changed from `before` and then stood still, but for what blinks. */
  settled(before?: Buffer | null): Promise<Buffer>;
  /** SIGKILL to the process and all that descends from it, which ends with it. */
  kill(): Promise<void>;
  hasEnded(): boolean;
}

/** Starts on the profile, keyring and screen of an application that has been quit. */
export function startUndriven(app: RunningApp): UndrivenApp {
  const child = spawn(app.staged.executable, [`--user-data-dir=${app.userDataDir}`], { env: { ...app.env }, cwd: app.userDataDir, stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const picture = join(tmpdir(), `resident-vault-screen-${process.pid}.png`);
  const look = (): Buffer => {
    app.display.screenshot(picture);
    const bytes = readFileSync(picture);
    rmSync(picture);
    return bytes;
  };
  return {
    pid: child.pid ?? 0,
    keys: openXInput(app.env),
    async settled(before = null) {
      const deadline = Date.now() + 60_000;
      // A caret blinks and a clock ticks: two looks that are the same within a second will do.
      for (let last: Buffer | null = null; Date.now() < deadline; await new Promise((resolve) => setTimeout(resolve, 250))) {
        const now = look();
        if (last !== null && now.equals(last) && (before === null || !now.equals(before))) return now;
        last = now;
      }
      throw new Error('the screen did not settle');
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    hasEnded: () => child.exitCode !== null || child.signalCode !== null,
  };
}
