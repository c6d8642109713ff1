/** Starts an application that was laid out to be driven (`hold-until-driven.cjs`), with Playwright at its processes before it shows a window. */
import { type ElectronApplication, _electron } from 'playwright-core';

type DriveRequest = Parameters<typeof _electron.launch>[0] & {
  readonly env: Readonly<Record<string, string>>;
};

/** Four at a time on two cores take five seconds. */
const ATTACH_MS = 20_000;

/** Fails where the application does not start within twenty seconds. */
export const driveApp = (request: DriveRequest): Promise<ElectronApplication> =>
  _electron.launch({
    ...request,
    timeout: ATTACH_MS,
    env: { ...request.env, RESIDENT_VAULT_DRIVEN: '1' },
  });
