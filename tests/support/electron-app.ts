/** The real application, as tests use it. It is started by the same code as the demo and the bench. */
export { isAlive, launchApp, readProcessStatus } from '../../scripts/desktop/launch-app.ts';
export type { AppPlace, LaunchOptions, ProcessIds, RunningApp } from '../../scripts/desktop/launch-app.ts';
export { openXInput } from '../../scripts/desktop/x-input.ts';
export type { XInput } from '../../scripts/desktop/x-input.ts';
