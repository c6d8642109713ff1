/** The real application, as tests use it. It is started by the same code as the demo and the bench. */
import {
  type LaunchOptions,
  type RunningApp,
  launchApp as launch,
} from '../../scripts/desktop/launch-app.ts';

export { isAlive, readProcessStatus } from '../../scripts/desktop/launch-app.ts';
export type { AppPlace, LaunchOptions, ProcessIds, RunningApp } from '../../scripts/desktop/launch-app.ts';
export { openXInput } from '../../scripts/desktop/x-input.ts';
export type { XInput } from '../../scripts/desktop/x-input.ts';

/** Those that this file of tests has started and not yet disposed of. */
const launched = new Set<RunningApp>();

/**
 * A virtual screen has no graphics processor: without this Chromium starts a process for one, which ends, and the page goes on
 * without its buffers or ends as well, on a busy machine oftener.
 */
export const WITHOUT_GPU = '--disable-gpu';

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
