/** The shell in real Electron: what a page may not do, and that a lock kills first and leaves a fresh, empty pair. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asFunctions } from '../../scripts/build/read-once.ts';
import { distDir } from '../../scripts/setup/paths.mjs';
import {
  type RunningApp,
  isAlive,
  launchApp,
  openXInput,
  readProcessStatus,
  startAlone,
} from '../support/electron-app.ts';
import { expectEnded } from '../support/expect-ended.ts';
import { CONTENT_SECURITY_POLICY } from '../../main/window/app-address.ts';

let app: RunningApp;
beforeAll(async () => {
  app = await launchApp();
});
afterAll(async () => {
  await app?.dispose();
});

/** What the window system and the kernel of Linux tell, or take. */
const onLinux = it.runIf(process.platform === 'linux');

const START = 'app://vault/index.html';

describe('processes', () => {
  onLinux('run without root and with a system call filter where there is a sandbox', async () => {
    const { main, vault, renderer } = await app.processIds();
    for (const pid of [main, vault, renderer]) {
      expect(pid).toBeGreaterThan(1);
      expect(readProcessStatus(pid, 'Uid')?.split('\t')).not.toContain('0');
    }
    // 2 is SECCOMP_MODE_FILTER; the page's process also sits in a user namespace with no privilege of its own.
    expect(readProcessStatus(renderer, 'Seccomp')).toBe('2');
    expect(readProcessStatus(renderer, 'CapEff')).toBe('0000000000000000');
  });

  it('have no sandbox switched off on their command lines', async () => {
    const lines = await app.electron.evaluate(({ app: running }) =>
      ['no-sandbox', 'disable-web-security', 'disable-setuid-sandbox'].filter((name) =>
        running.commandLine.hasSwitch(name),
      ),
    );
    expect(lines).toEqual([]);
  });
});

describe('a page', () => {
  it("is built for use: nothing of React's development build is in it", () => {
    const folder = join(distDir, 'renderer', 'assets');
    const scripts = readdirSync(folder)
      .filter((name) => name.endsWith('.js'))
      .map((name) => readFileSync(join(folder, name), 'utf8'));
    expect(scripts.some((script) => script.includes('Minified React error'))).toBe(true);
    expect(scripts.filter((script) => script.includes('Download the React DevTools'))).toEqual([]);
    // Each in a form that the runtime reads once: react-dom in another cost the lock screen 15 ms.
    expect(scripts.some((script) => /=[\w$]+\(\(function\(\w+\)\{/.test(script))).toBe(true);
    expect(scripts.filter((script) => asFunctions(script) !== script)).toEqual([]);
  });

  it('is ours, with a policy that has nothing unsafe in it', async () => {
    expect(app.page().url()).toBe(START);
    expect(CONTENT_SECURITY_POLICY).not.toContain('unsafe');
    const violations = await app.page().evaluateHandle(() => {
      const script = document.createElement('script');
      const violations: string[] = [];
      document.addEventListener('securitypolicyviolation', (event) =>
        violations.push(event.effectiveDirective),
      );
      try {
        script.text = 'window.planted = true';
      } catch {
        violations.push('trusted-types');
      }
      const image = new Image();
      image.src = 'https://example.invalid/a.png';
      try {
        document.body.setAttribute('onclick', 'window.planted = true');
      } catch {
        violations.push('trusted-types');
      }
      document.body.click();
      return violations;
    });
    // A picture is refused a moment later.
    await expect
      .poll(() => violations.jsonValue())
      .toEqual(expect.arrayContaining(['trusted-types', 'img-src']));
    expect(await app.page().evaluate(() => 'planted' in window)).toBe(false);
  });

  it('knows neither Node nor Electron, and of the bridge only named methods', async () => {
    const seen = await app.page().evaluate(() => {
      const bridge = (window as unknown as { residentVault: Record<string, Record<string, unknown>> })
        .residentVault;
      return {
        globals: ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'electron'].filter(
          (name) => name in window,
        ),
        parts: Object.keys(bridge),
        allMethods: Object.values(bridge).every((part) =>
          Object.values(part).every((member) => typeof member === 'function'),
        ),
        frozen: (() => {
          try {
            bridge['vault'] = {};
          } catch {
            return true;
          }
          return Object.keys(bridge['vault'] ?? {}).length > 0;
        })(),
      };
    });
    expect(seen).toEqual({
      globals: [],
      parts: ['vault', 'shell', 'onVault', 'onShell'],
      allMethods: true,
      frozen: true,
    });
  });

  it('reaches no network, by fetch, socket or beacon', async () => {
    const tried = await app.page().evaluate(async () => {
      const refused = async (work: () => Promise<unknown>): Promise<boolean> =>
        work().then(
          () => false,
          () => true,
        );
      return {
        fetch: await refused(() => fetch('http://127.0.0.1:1/')),
        file: await refused(() => fetch('file:///etc/hostname')),
        socket: await refused(
          () =>
            new Promise((resolve, reject) => {
              const socket = new WebSocket('ws://127.0.0.1:1/');
              socket.onopen = resolve;
              socket.onerror = reject;
            }),
        ),
      };
    });
    expect(tried).toEqual({ fetch: true, file: true, socket: true });
  });

  it('is given no permission', async () => {
    const states = await app.page().evaluate(async () => {
      const names = [
        'camera',
        'microphone',
        'geolocation',
        'notifications',
        'clipboard-read',
        'midi',
        'persistent-storage',
      ];
      const asked = await Promise.all(
        names.map((name) =>
          navigator.permissions.query({ name: name as PermissionName }).then(
            ({ state }) => state,
            () => 'denied',
          ),
        ),
      );
      const camera = await navigator.mediaDevices.getUserMedia({ video: true }).then(
        () => 'granted',
        () => 'denied',
      );
      return [...asked, camera, await Notification.requestPermission()];
    });
    expect(new Set(states)).toEqual(new Set(['denied']));
  });

  it('opens no window, frame or guest, and goes nowhere', async () => {
    const before = await app.electron.evaluate(({ webContents }) => webContents.getAllWebContents().length);
    const opened = await app.page().evaluate(() => {
      const frame = document.createElement('iframe');
      frame.src = 'https://example.invalid/';
      const guest = document.createElement('webview');
      guest.setAttribute('src', 'https://example.invalid/');
      document.body.append(frame, guest);
      const found =
        window.open('app://vault/index.html') !== null || window.open('https://example.invalid/') !== null;
      for (const address of [
        'https://example.invalid/',
        'file:///etc/passwd',
        'app://vault/assets/none.js',
        'app://other/index.html',
      ]) {
        const link = document.createElement('a');
        link.href = address;
        document.body.append(link);
        link.click();
      }
      return found;
    });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(opened).toBe(false);
    expect(app.page().url()).toBe(START);
    expect(await app.electron.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(
      before,
    );
    await app.page().evaluate(() => {
      for (const planted of document.querySelectorAll('iframe, webview, a[href*="invalid"], a[href^="file"]'))
        planted.remove();
    });
  });

  it('is given no second port', async () => {
    await app.electron.evaluate(({ ipcMain, BrowserWindow }) => {
      const { webContents } = BrowserWindow.getAllWindows()[0] ?? {};
      ipcMain.emit('vault-port', { sender: webContents, senderFrame: webContents?.mainFrame });
      ipcMain.emit('vault-port', { sender: webContents, senderFrame: null });
    });
    await expect.poll(() => app.log()).toContain('refused: port (second)');
  });

  it('is refused where its frame cannot be told, and main goes on', async () => {
    await app.electron.evaluate(({ ipcMain }) => {
      // As some versions of Electron do it for a frame that is gone, or not yet there.
      const senderFrame = {
        get: () => {
          throw new TypeError('planted');
        },
      };
      ipcMain.emit('vault-port', Object.defineProperties({ sender: {} }, { senderFrame }));
    });
    await expect.poll(() => app.log()).toContain('refused: port (sender)');
    expect(app.log()).not.toContain('planted');
  });

  it('can ask the shell and the vault', async () => {
    const info = await app.page().evaluate(() =>
      (
        window as unknown as {
          residentVault: {
            shell: { appInfo(request: object): Promise<{ ok: boolean; value: { forRealData: boolean } }> };
          };
        }
      ).residentVault.shell.appInfo({}),
    );
    expect(info.ok).toBe(true);
    expect(info.value.forRealData).toBe(false);
    const status = await app.page().evaluate(() =>
      (
        window as unknown as {
          residentVault: { vault: Record<string, (request: object) => Promise<{ ok: boolean }>> };
        }
      ).residentVault.vault['vault.status']?.({}),
    );
    expect(status?.ok).toBe(true);
    const bad = await app.page().evaluate(() =>
      (
        window as unknown as {
          residentVault: {
            shell: { appInfo(request: unknown): Promise<{ ok: boolean; error: { code: string } }> };
          };
        }
      ).residentVault.shell.appInfo({ extra: 1 }),
    );
    expect(bad).toMatchObject({ ok: false, error: { code: 'bad-request' } });
  });
});

describe('a lock', () => {
  const bridgeLock = (): Promise<unknown> =>
    app
      .page()
      .evaluate(() =>
        (
          window as unknown as { residentVault: { shell: { lock(request: object): Promise<unknown> } } }
        ).residentVault.shell.lock({}),
      )
      .catch(() => undefined);

  it('kills vault and page and brings up a fresh pair in their place', async () => {
    const before = await app.processIds();
    const page = await app.lockedBy(bridgeLock);
    const after = await app.processIds();
    await expectEnded(before.vault, before.renderer);
    expect(after.main).toBe(before.main);
    expect(new Set([before.vault, before.renderer, after.vault, after.renderer]).size).toBe(4);
    expect(page.url()).toBe(START);
    const status = await page.evaluate(() =>
      (
        window as unknown as {
          residentVault: { vault: Record<string, (request: object) => Promise<{ ok: boolean }>> };
        }
      ).residentVault.vault['vault.status']?.({}),
    );
    expect(status?.ok).toBe(true);
  });

  onLinux('comes from the key, whatever the page is doing', async () => {
    const before = await app.processIds();
    await app.lockedBy(() => openXInput(app.env).press('ctrl+l'));
    await expectEnded(before.vault, before.renderer);
  });

  it('comes when the vault or the page ends by itself', async () => {
    for (const kind of ['vault', 'renderer'] as const) {
      const before = await app.processIds();
      await app.lockedBy(() => {
        process.kill(before[kind], 'SIGKILL');
      });
      await expectEnded(before.vault, before.renderer);
      expect(isAlive(before.main)).toBe(true);
    }
  });

  it('comes as often as it is asked for', async () => {
    const before = await app.processIds();
    for (let asked = 0; asked < 12; asked++) await app.lockedBy(bridgeLock);
    const after = await app.processIds();
    expect(after.main).toBe(before.main);
    expect([after.vault, after.renderer].every(isAlive)).toBe(true);
  });

  it('comes when the system goes to sleep', async () => {
    const before = await app.processIds();
    await app.lockedBy(() =>
      app.electron.evaluate(({ powerMonitor }) => {
        setImmediate(() => powerMonitor.emit('suspend'));
      }),
    );
    await expectEnded(before.vault, before.renderer);
  });
});

describe('the application', () => {
  it('runs once: a second start shows the first and ends', async () => {
    const { child: second } = startAlone(app);
    const code = await new Promise((resolve) => second.once('exit', resolve));
    expect(code).toBe(0);
    expect(isAlive((await app.processIds()).main)).toBe(true);
  });

  it('leaves no cache, cookie or crash report of a page on disk', async () => {
    await app.page().evaluate(() => {
      localStorage.setItem('planted', 'planted');
      document.cookie = 'planted=1';
    });
    const files = readdirSync(app.userDataDir, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    const holding = files.filter((entry) =>
      readFileSync(join(entry.parentPath, entry.name)).includes('planted'),
    );
    expect(holding.map((entry) => entry.name)).toEqual([]);
    expect(
      files.filter(
        (entry) =>
          entry.name.endsWith('.dmp') ||
          (/^(data_\d|f_[0-9a-f]{6})$/.test(entry.name) && entry.parentPath.endsWith('Cache_Data')),
      ),
    ).toEqual([]);
  });

  it('quits and leaves no process behind', async () => {
    const before = await app.processIds();
    await app.quit();
    await expectEnded(...Object.values(before));
  });

  it('kills vault and page where main itself fails, before it says so', async () => {
    await app.restart();
    const { vault, renderer } = await app.processIds();
    await app.electron.evaluate(() => {
      setTimeout(() => {
        throw new Error('planted failure');
      }, 0);
    });
    await expectEnded(vault, renderer);
    expect(app.log()).toContain('planted failure');
  });
});
