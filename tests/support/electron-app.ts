/** The real application, as tests use it. It is started by the same code as the demo and the bench. */
import { type ChildProcess, spawn } from 'node:child_process';
import { openXInput } from '../../scripts/desktop/x-input.ts';
import { textOf } from '../../scripts/testing/run-node.ts';
import {
  type LaunchOptions,
  type RunningApp,
  launchApp as launch,
} from '../../scripts/desktop/launch-app.ts';

export { isAlive, readProcessStatus } from '../../scripts/desktop/launch-app.ts';
export type { AppPlace, LaunchOptions, ProcessIds, RunningApp } from '../../scripts/desktop/launch-app.ts';
export { openXInput };
export type { XInput } from '../../scripts/desktop/x-input.ts';

/** Those that this file of tests has started and not yet disposed of. */
const launched = new Set<RunningApp>();

/**
 * A virtual screen has no graphics processor: without this Chromium starts a process for one, which ends, and the page goes on
 * without its buffers or ends as well, on a busy machine oftener.
 */
export const WITHOUT_GPU = '--disable-gpu';

/** A run that no test driver is attached to. */
export interface LoneApp {
  readonly child: ChildProcess;
  /** All that it has printed. */
  printed(): string;
  /** `a window`, or how it stands instead: for a test that waits for one. */
  shown(): Promise<string>;
}

/** Starts the application once more by itself, in the place, with the keyring and on the screen of `app`. */
export function startAlone({ staged, env, userDataDir }: RunningApp, profile = userDataDir): LoneApp {
  const child = spawn(staged.executable, [WITHOUT_GPU, `--user-data-dir=${profile}`], {
    env: { ...env },
    cwd: profile,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed = textOf(child);
  const x = openXInput(env);
  return {
    child,
    printed,
    shown: async () =>
      (await x.hasWindow())
        ? 'a window'
        : `nothing; ended by ${child.exitCode ?? child.signalCode}; ${printed()}`,
  };
}

/** As the launcher's own; a test that fails says what the application showed (`tell-failures.ts`). */
export async function launchApp(options: LaunchOptions = {}): Promise<RunningApp> {
  const app = await launch({ ...options, args: [WITHOUT_GPU, ...(options.args ?? [])] });
  const { dispose } = app;
  launched.add(app);
  app.dispose = async () => {
    launched.delete(app);
    await dispose();
  };
  return app;
}

export const launchedApps = (): readonly RunningApp[] => [...launched];
