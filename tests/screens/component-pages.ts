/** The pages of the components in a window of Electron's, as the development server serves them. */
import { chownSync, copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page as Tab } from 'playwright-core';
import type { Language } from '../../contract/shell/settings.ts';
import { ensureAppUser } from '../../scripts/desktop/app-user.ts';
import { driveApp } from '../../scripts/desktop/drive-app.ts';
import { startDisplay } from '../../scripts/desktop/display.ts';
import { OWN_SCREEN, ownEnvironment } from '../../scripts/desktop/own-desktop.ts';
import { startPageServer } from '../../scripts/dev/page-server.ts';
import { stageDev } from '../../scripts/dev/stage-dev.ts';
import { resolveElectron } from '../../scripts/setup/electron-runtime.mjs';
import { cacheDir, projectDir } from '../../scripts/setup/paths.mjs';
import { WITHOUT_GPU } from '../support/electron-app.ts';
import { SMALLEST } from './displays.ts';
import { settle } from '../support/settle.ts';

/** One address of a component: all its states, or one that cannot be shown beside another. */
export interface Shown {
  readonly page: string;
  readonly state: string;
  readonly frame: string;
}

export const THEMES = ['light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** The CSS pixels that the smallest monitor has at 200 %. */
export const LARGE = { width: SMALLEST.width / 2, height: SMALLEST.height / 2 } as const;

export interface ComponentWindow {
  readonly tab: Tab;
  readonly all: readonly Shown[];
  /** Resolves when it is drawn and stands still. Rejects where it breaks. */
  show(shown: Shown, language: Language, theme: Theme): Promise<void>;
  /** Gives the page this size in CSS pixels, a dot each. */
  resize(width: number, height: number): Promise<void>;
  /** What the window shows, as a PNG. */
  capture(): Promise<Buffer>;
  close(): Promise<void>;
}

/** How long the server may take to make its modules the first time. */
const FIRST_PAGE_MS = 60_000;
const PAGE_MS = 10_000;
/** Of one picture: two that are the same are enough, and a caret blinks. */
const MAX_CAPTURES = 5;

export async function openComponentPages(): Promise<ComponentWindow> {
  const isLinux = process.platform === 'linux';
  const user = ensureAppUser();
  const entries = join(projectDir, 'scripts', 'dev', 'entries');
  const stage = stageDev(join(entries, 'components'), await resolveElectron(), user, false);
  mkdirSync(join(stage.distDir, 'main'), { recursive: true });
  copyFileSync(join(entries, 'component-window.cjs'), join(stage.distDir, 'main', 'main.cjs'));
  const profile = mkdtempSync(join(tmpdir(), 'rv-components-'));
  if (user !== null) chownSync(profile, user.uid, user.gid);
  const server = await startPageServer({
    sourceDir: projectDir,
    cacheDir: join(cacheDir, 'dev', 'libraries'),
    nonce: '',
    signIn: null,
  });
  const display = isLinux ? await startDisplay(user) : OWN_SCREEN;
  const electron = await driveApp({
    executablePath: stage.executable,
    chromiumSandbox: true,
    env: { ...(isLinux ? {} : ownEnvironment()), ...display.env, LANG: 'C.UTF-8', TZ: 'Asia/Shanghai' },
    cwd: profile,
    args: [WITHOUT_GPU, `--user-data-dir=${profile}`, `--component-pages=${server.componentsAddress}#?bare`],
  });
  const close = async (): Promise<void> => {
    await electron.close();
    await display.stop();
    await server.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  const tab = await electron.firstWindow();
  const broken = new Promise<never>((_resolve, reject) => void tab.on('pageerror', reject));
  // Whoever waits for the page hears of it.
  broken.catch(() => undefined);
  const shownAt = (hash: string, timeout: number): Promise<unknown> =>
    Promise.race([tab.waitForSelector(`[data-address="${hash}"]`, { state: 'attached', timeout }), broken]);
  await shownAt('', FIRST_PAGE_MS);
  const all = await tab.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-page]')].map(({ dataset }) => ({
      page: dataset['page'] ?? '',
      state: dataset['state'] ?? '',
      frame: dataset['frame'] ?? '',
    })),
  );
  const session = await tab.context().newCDPSession(tab);
  const goTo = async (hash: string): Promise<void> => {
    await tab.evaluate((to) => {
      location.hash = to;
    }, hash);
    await shownAt(hash, PAGE_MS);
    await settle(tab);
  };
  return {
    tab,
    all,
    close,
    async resize(width, height) {
      const metrics = { width, height, deviceScaleFactor: 1, mobile: false };
      await session.send('Emulation.setDeviceMetricsOverride', metrics);
      await tab.waitForFunction(
        (wanted) => window.innerWidth === wanted.width && window.innerHeight === wanted.height,
        metrics,
      );
      await settle(tab);
    },
    async capture() {
      // What is laid out may be painted later where other applications have the cores.
      let last = '';
      for (let tries = 0; tries < MAX_CAPTURES; tries++) {
        const { data } = await session.send('Page.captureScreenshot', { format: 'png' });
        if (data === last) break;
        last = data;
      }
      return Buffer.from(last, 'base64');
    },
    async show({ page, state, frame }, language, theme) {
      // A dialog gives the page back to whoever comes next once it is gone.
      if (frame === 'window') await goTo('');
      const hash = `#${page}${state === '' ? '' : `/${state}`}?language=${language}&theme=${theme}&bare`;
      await goTo(hash);
    },
  };
}
