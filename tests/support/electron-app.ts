/** The real application, as tests use it. It is started by the same code as the demo and the bench. */
import { launchApp as launch } from '../../scripts/desktop/launch-app.ts';
import type { LaunchOptions, RunningApp } from '../../scripts/desktop/launch-app.ts';

export { isAlive, readProcessStatus } from '../../scripts/desktop/launch-app.ts';
export type { AppPlace, LaunchOptions, ProcessIds, RunningApp } from '../../scripts/desktop/launch-app.ts';
export { openXInput } from '../../scripts/desktop/x-input.ts';
export type { XInput } from '../../scripts/desktop/x-input.ts';

/** Those that this file of tests has started and not yet disposed of. */
const launched = new Set<RunningApp>();

/** As the launcher's own; a test that fails says what the application showed (`tell-failures.ts`). */
export async function launchApp(options: LaunchOptions = {}): Promise<RunningApp> {
  const app = await launch(options);
  const { dispose } = app;
  launched.add(app);
  app.dispose = async () => {
    launched.delete(app);
    await dispose();
  };
  return app;
}

export const launchedApps = (): readonly RunningApp[] => [...launched];
