/** Takes hold of a starting application through Playwright, which at times misses it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { _electron } from 'playwright-core';
import type { ElectronApplication } from 'playwright-core';
import { APP_ORIGIN } from '../../main/config.ts';
import { say } from '../setup/say.mjs';

export type LaunchRequest = Parameters<typeof _electron.launch>[0] & { readonly cwd: string };

/** Four at a time on two cores take five seconds. */
const ATTACH_MS = 20_000;
/** Shortly before Playwright ends what it has not got hold of. */
const ASKED_AFTER_MS = ATTACH_MS - 2_000;

/**
 * Starts an application in its profile (`cwd`). A page that changes its process just while Playwright attaches to it leaves Playwright waiting for
 * ever, about once in fifty starts of four at a time. The application is up then, as it says itself on its own DevTools port, and is begun anew, once; one that
 * is not up is a failure.
 */
export async function attach(request: LaunchRequest): Promise<ElectronApplication> {
  let isUp = false;
  const asking = setTimeout(() => {
    void showsItsPage(request.cwd).then((shown) => {
      isUp = shown;
    });
  }, ASKED_AFTER_MS);
  try {
    return await launch(request);
  } catch (error) {
    if (!isUp) throw error;
    say('the application was up, and Playwright had not got hold of it: it is begun anew');
    return await launch(request);
  } finally {
    clearTimeout(asking);
  }
}

const launch = (request: LaunchRequest): Promise<ElectronApplication> =>
  _electron.launch({ ...request, timeout: ATTACH_MS });

/** Chromium writes its port into the profile; the address of our page says that main has let it in. */
async function showsItsPage(userDataDir: string): Promise<boolean> {
  try {
    const [port] = readFileSync(join(userDataDir, 'DevToolsActivePort'), 'utf8').split('\n');
    const answer = await fetch(`http://127.0.0.1:${port}/json/list`, { signal: AbortSignal.timeout(1_000) });
    const targets = (await answer.json()) as readonly { readonly type: string; readonly url: string }[];
    return targets.some(({ type, url }) => type === 'page' && url.startsWith(APP_ORIGIN));
  } catch {
    return false;
  }
}
