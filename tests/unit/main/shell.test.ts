/** The shell's pure parts: addresses, senders, schemas, preferences, the window's place, the configuration. */
import { readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { USUAL_SETTINGS } from '../../../contract/shell/settings.ts';
import { readConfig } from '../../../main/config.ts';
import { createLock, killNow } from '../../../main/lock/lock.ts';
import { readSignal } from '../../../main/lock/logind.ts';
import { refusedSwitch } from '../../../main/refuse-switches.ts';
import { EndLimit } from '../../../main/end-limit.ts';
import { type ShellHandlers, answer, isTrustedSender, originOf } from '../../../main/shell/answer.ts';
import { openDialogFolders } from '../../../main/shell/dialog-folders.ts';
import { languageFor, openSettings } from '../../../main/shell/settings.ts';
import { CONTENT_SECURITY_POLICY, HEADERS, pathOfAddress } from '../../../main/window/app-address.ts';
import { isAllowedRequest } from '../../../main/window/harden-session.ts';
import { isOnScreen, readPlace, writePlace } from '../../../main/window/remember-place.ts';
import { fc, forAllIn } from '../../support/for-all.ts';
import { makeTempDir } from '../../support/temp-dir.ts';
import { words } from '../../support/words.ts';

const folder = makeTempDir();

describe('an address', () => {
  it('names a file of the build', () => {
    expect(pathOfAddress('app://vault/index.html')).toBe('index.html');
    expect(pathOfAddress('app://vault/assets/index-Ccz0CEjh.js')).toBe('assets/index-Ccz0CEjh.js');
    expect(pathOfAddress('app://vault/assets/app.css?x=1')).toBe('assets/app.css');
  });
  it.each(
    words(
      'app://vault/ app://vault/../main/main.cjs app://vault/%2e%2e/main/main.html',
      'app://vault/assets/..%2f..%2fmain.js app://vault/assets/%5c..%5cmain.js',
      'app://vault//etc/passwd.html app://other/index.html app://vault@other/index.html',
      'file:///index.html https://vault/index.html app://vault/.hidden.js app://vault/assets/a.cjs',
      'app://vault/package.json app://vault/a/b/c/d.js app://vault/index.html%00.js',
      'app://vault/C:/x.js nonsense',
    ),
  )('is refused: %s', (address) => expect(pathOfAddress(address)).toBeNull());
  it('never leads out of the folder, whatever it is made of', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '..',
        '.',
        '%2e%2e',
        '%2f',
        '\\',
        '%5c',
        '/',
        '//',
        'index.html',
        'a.js',
        '%00',
        ':',
        '~',
      ),
      fc.string({ maxLength: 6 }),
    );
    forAllIn(1000, fc.array(piece, { maxLength: 8 }), (pieces) => {
      const path = pathOfAddress(`app://vault/${pieces.join('/')}`);
      if (path !== null) expect(path.split('/').every((segment) => /^[A-Za-z0-9_]/.test(segment))).toBe(true);
    });
  });
  it('is sent with a policy that allows our own files alone', () => {
    expect(CONTENT_SECURITY_POLICY).not.toMatch(/unsafe|\*|https?:|data:|blob:/);
    expect(CONTENT_SECURITY_POLICY).toContain("default-src 'none'");
    expect(HEADERS).toMatchObject({ 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'no-store' });
  });
  it('of another scheme is not fetched', () => {
    expect(isAllowedRequest('app://vault/index.html', false)).toBe(true);
    for (const address of [
      'https://example.invalid/',
      'http://127.0.0.1/',
      'ws://127.0.0.1/',
      'file:///etc/passwd',
      'data:text/html,x',
      'devtools://x',
      'appx://vault/',
      '',
    ])
      expect(isAllowedRequest(address, false), address).toBe(false);
    expect(isAllowedRequest('devtools://devtools/x', true)).toBe(true);
  });
});

describe('a sender', () => {
  it('is trusted as the main frame of our page and as nothing else', () => {
    const ours = { isCurrentPage: true, isMainFrame: true, origin: 'app://vault' };
    expect(isTrustedSender(ours)).toBe(true);
    expect(isTrustedSender({ ...ours, isCurrentPage: false })).toBe(false);
    expect(isTrustedSender({ ...ours, isMainFrame: false })).toBe(false);
    for (const address of [
      'https://vault/',
      'app://other/',
      'app://vault.other/',
      'file:///',
      'about:blank',
      '',
    ])
      expect(isTrustedSender({ ...ours, origin: originOf(address) }), address).toBe(false);
  });
});

describe('a shell route', () => {
  const throwing = new Proxy(
    {},
    {
      get: () => () => {
        throw new Error('/home/somebody/secret');
      },
    },
  ) as ShellHandlers;
  it('refuses what does not fit its schema, before any handler', async () => {
    expect(await answer('lock', { pin: '1' }, throwing)).toEqual({
      ok: false,
      error: { code: 'bad-request', details: {} },
    });
    expect(await answer('writeSettings', { idleSeconds: 1e9 }, throwing)).toMatchObject({
      error: { code: 'bad-request' },
    });
  });
  it('says nothing of what went wrong inside', async () => {
    expect(await answer('lock', {}, throwing)).toEqual({
      ok: false,
      error: { code: 'internal', details: {} },
    });
  });
  it('holds a reply to its schema', async () => {
    const chatty = {
      appInfo: () => ({
        version: '1',
        electron: '1',
        forRealData: true,
        runtimeDays: 12,
        osLockWatched: true,
        memoryGuarded: true,
        desk: null,
        next: null,
        repair: false,
        unfinished: false,
        lastUpdate: null,
        practice: null,
        path: '/home',
      }),
    } as unknown as ShellHandlers;
    expect(await answer('appInfo', {}, chatty)).toMatchObject({ ok: false, error: { code: 'internal' } });
  });
});

describe('preferences', () => {
  it('are Chinese first', () => {
    expect([
      languageFor([]),
      languageFor(['C']),
      languageFor(['zh-Hans-CN', 'en-US']),
      languageFor(['zh-TW']),
      languageFor(['en-US', 'zh-CN']),
      languageFor(['de']),
    ]).toEqual(['zh-CN', 'zh-CN', 'zh-CN', 'zh-CN', 'en', 'en']);
  });
  it('are kept, for their owner alone, and survive a damaged file', () => {
    const file = join(folder, 'settings.json');
    openSettings(file, ['en']).write({ idleSeconds: 60, theme: undefined });
    expect(openSettings(file, ['zh']).read()).toEqual({ ...USUAL_SETTINGS, language: 'en', idleSeconds: 60 });
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
    writeFileSync(file, readFileSync(file, 'utf8').slice(0, 10));
    expect(openSettings(file, ['zh']).read()).toEqual(USUAL_SETTINGS);
  });
  it('are read from no link, which may lead to a server of somebody else, and from no larger file', () => {
    const [theirs, file] = [join(folder, 'theirs.json'), join(folder, 'linked.json')];
    writeFileSync(theirs, JSON.stringify({ language: 'en' }));
    symlinkSync(theirs, file);
    expect(openSettings(file, ['zh']).read()).toEqual(USUAL_SETTINGS);
    writeFileSync(theirs, `${JSON.stringify({ language: 'en' })}${' '.repeat(64 * 1024)}`);
    expect(openSettings(theirs, ['zh']).read()).toEqual(USUAL_SETTINGS);
  });
  it("are kept from a file that is older than one of them, and not from one with a value of nobody's choosing", () => {
    const file = join(folder, 'older.json');
    writeFileSync(file, JSON.stringify({ language: 'en', theme: 'dark', idleSeconds: 60 }));
    expect(openSettings(file, ['zh']).read()).toEqual({
      ...USUAL_SETTINGS,
      language: 'en',
      theme: 'dark',
      idleSeconds: 60,
    });
    writeFileSync(file, JSON.stringify({ language: 'en', zoom: 500 }));
    expect(openSettings(file, ['zh']).read()).toEqual(USUAL_SETTINGS);
  });
  it('of the window come back only where a screen shows it', () => {
    const file = join(folder, 'window.json');
    const place = { x: 100, y: 50, width: 1280, height: 720, maximized: false };
    writePlace(file, place);
    expect(readPlace(file)).toEqual(place);
    const screens = [{ x: 0, y: 0, width: 1920, height: 1080 }];
    expect([
      isOnScreen(place, screens),
      isOnScreen({ ...place, x: 1900 }, screens),
      isOnScreen({ ...place, y: -700 }, screens),
      isOnScreen(place, []),
    ]).toEqual([true, false, false, false]);
  });
});

describe('the folder of a dialog', () => {
  const picked = (path: string): string => join(folder, 'picked', path);
  it('is where one of its use was last, at the next start too', () => {
    const file = join(folder, 'dialogs.json');
    const before = openDialogFolders(file);
    expect(before.last('workbook')).toBeUndefined();
    before.picked('workbook', picked('owners.xlsx'));
    before.picked('folder', picked('backups'));
    before.picked('pdf', picked('papers/a.pdf'));
    const after = openDialogFolders(file);
    expect(after.last('workbook')).toBe(join(folder, 'picked'));
    expect(after.last('folder')).toBe(picked('backups'));
    expect(after.last('pdf')).toBe(picked('papers'));
    expect(after.last('attachment')).toBeUndefined();
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
  });
  it.each(['//server/share', '\\\\server\\share', 'relative', ''])(
    'is none that a server or nobody has: %s',
    (path) => {
      const file = join(folder, 'hostile.json');
      writeFileSync(file, JSON.stringify({ workbook: path }));
      const folders = openDialogFolders(file);
      expect(folders.last('workbook')).toBeUndefined();
      folders.picked('folder', path);
      expect(folders.last('folder')).toBeUndefined();
    },
  );
});

describe('the configuration', () => {
  const around = {
    version: '1.0.0',
    electronVersion: '45.4.1',
    isPackaged: false,
    isHardened: true,
    userDataDir: '/u',
    distDir: '/d',
    env: { RESIDENT_VAULT_ENGINE: 'sqlcipher' },
  };
  it('takes an engine from the environment only while it is not packaged', () => {
    expect(readConfig(around, 45).engine).toBe('sqlcipher');
    expect(readConfig({ ...around, isPackaged: true }, 45).engine).toBe('auto');
    expect(readConfig({ ...around, env: { RESIDENT_VAULT_ENGINE: 'plain' } }, 45).engine).toBe('auto');
  });
  it('is not for real data on an old Electron or a throw-away keychain', () => {
    expect(readConfig(around, 45).forRealData).toBe(true);
    expect(readConfig({ ...around, electronVersion: '33.2.1' }, 45).forRealData).toBe(false);
    expect(readConfig({ ...around, env: { RESIDENT_VAULT_THROWAWAY_KEYCHAIN: '1' } }, 45).forRealData).toBe(
      false,
    );
  });
  it('names the first switch that a packaged application refuses', () => {
    expect(refusedSwitch((name) => name === 'no-sandbox')).toBe('no-sandbox');
    expect(refusedSwitch(() => false)).toBeNull();
  });
  it.each(
    words(
      'gpu-launcher renderer-cmd-prefix utility-cmd-prefix browser-subprocess-path single-process',
      'in-process-gpu no-zygote',
    ),
  )('is started by no other program, and its processes stay apart: --%s is refused', (name) => {
    expect(refusedSwitch((asked) => asked === name)).toBe(name);
  });
});

describe('the lock', () => {
  it('kills before anything else, and remembers why only for a session', () => {
    const done: string[] = [];
    let unlocked = true;
    const lock = createLock({
      processIds: () => [101, 102],
      kill: (pid) => done.push(`kill ${pid}`),
      wasUnlocked: () => unlocked,
      wall: () => 7,
      startAfresh: (last) => done.push(`fresh ${last?.why ?? 'none'}`),
    });
    lock('idle');
    unlocked = false;
    lock('os-lock');
    expect(done).toEqual(['kill 101', 'kill 102', 'fresh idle', 'kill 101', 'kill 102', 'fresh idle']);
  });
  it('never signals itself, a group or everything', () => {
    for (const pid of [0, 1, -1, process.pid, Number.NaN, 1.5]) expect(() => killNow(pid)).not.toThrow();
  });
  it('hears in logind only what concerns the session', () => {
    const path = '/org/freedesktop/login1/session/_31';
    expect(readSignal(`${path}: org.freedesktop.login1.Session.Lock ()`)).toBe('lock');
    expect(readSignal(`${path}: org.freedesktop.login1.Session.Unlock ()`)).toBeNull();
    expect(
      readSignal(
        `${path}: org.freedesktop.DBus.Properties.PropertiesChanged ('org.freedesktop.login1.Session', {'Active': <false>}, @as [])`,
      ),
    ).toBe('inactive');
    expect(
      readSignal(
        `${path}: org.freedesktop.DBus.Properties.PropertiesChanged ('org.freedesktop.login1.Session', {'Active': <true>}, @as [])`,
      ),
    ).toBeNull();
    expect(readSignal('The name org.freedesktop.login1 is owned by :1.0')).toBeNull();
  });
  it('gives up on a process that dies as fast as it is started', () => {
    let now = 0;
    const limit = new EndLimit(() => now);
    for (let start = 0; start < 8; start++) expect(limit.isTooMany()).toBe(false);
    expect(limit.isTooMany()).toBe(true);
    now = 20_000;
    expect(limit.isTooMany()).toBe(false);
  });
});
