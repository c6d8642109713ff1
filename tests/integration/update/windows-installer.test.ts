/** A newer installer of Windows over an older one, under wine: electron-builder's script with ours, around a program that is a few lines. */
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ensureWindowsInstallerTools } from '../../../scripts/setup/system-packages.mjs';
import { hashFolder } from '../../support/folder-hash.ts';
import { makeTempDir } from '../../support/temp-dir.ts';
import { PROGRAM, type Trial, buildInstaller } from '../../support/windows-installer/build-installer.ts';

/** `KILLS=200` by hand, some six seconds each. */
const KILLS = Number(process.env['KILLS'] ?? 20);
const NAME = 'Resident Vault';
const RUN_ONCE = 'HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\RunOnce';

const INSTALLED = 'HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\resident-vault-of-a-test';

let prefix: string;
let env: Readonly<Record<string, string>>;
let programs: string;
let roaming: string;
/** What was installed first, to begin with each time. */
let installed: string;

const wine = (...words: readonly string[]): number | null =>
  spawnSync('wine', words, { env, stdio: 'ignore' }).status;
const folder = (): string => join(programs, NAME);
const build = (version: string, trial: Trial, more: { seconds?: number; stopsBetween?: boolean } = {}) =>
  buildInstaller(version, { trial, run: (file) => void wine(file), ...more });
/** The version that starts by the link of the desk. */
function started(): string {
  const file = join(roaming, 'started');
  rmSync(file, { force: true });
  wine(join(folder(), PROGRAM));
  return existsSync(file) ? readFileSync(file, 'utf8') : 'none';
}
const outcome = (): string => {
  const file = join(roaming, NAME, 'updates', 'outcome');
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
};
const vault = (): string => hashFolder(join(roaming, NAME, 'vault'));
/** All of wine at once, as when the power goes, and what began meanwhile. `child`: through which it was begun. */
function cutPower(child?: ChildProcess): void {
  child?.kill('SIGKILL');
  for (let left = 1; left > 0;) {
    spawnSync('wineserver', ['-k9'], { env });
    const pids = readdirSync('/proc').filter(
      (pid) => /^\d+$/.test(pid) && environmentOf(pid).includes(`WINEPREFIX=${prefix}`),
    );
    for (const pid of pids) end(Number(pid));
    left = pids.length;
  }
}
function environmentOf(pid: string): string {
  try {
    return readFileSync(join('/proc', pid, 'environ'), 'latin1');
  } catch {
    return '';
  }
}
function end(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // Has ended meanwhile.
  }
}
const namesBeside = (): readonly string[] => readdirSync(programs).sort();

describe.runIf(process.platform === 'linux')(
  'a newer installer',
  { timeout: 300_000 + KILLS * 30_000 },
  () => {
    beforeAll(async () => {
      await ensureWindowsInstallerTools();
      prefix = join(makeTempDir(), 'wine');
      env = {
        HOME: makeTempDir(),
        USER: 'desk',
        PATH: '/usr/bin:/bin',
        WINEPREFIX: prefix,
        WINEDEBUG: '-all',
        WINEDLLOVERRIDES: 'mscoree,mshtml=',
        LC_ALL: 'C.UTF-8',
      };
      spawnSync('wineboot', ['--init'], { env, stdio: 'ignore' });
      const user = join(prefix, 'drive_c', 'users', 'desk', 'AppData');
      [programs, roaming] = [join(user, 'Local', 'Programs'), join(user, 'Roaming')];
      const first = await build('1.0.0', 'shown');
      expect(wine(first, '/S')).toBe(0);
      expect(started()).toBe('1.0.0');
      mkdirSync(join(roaming, NAME, 'vault'), { recursive: true });
      writeFileSync(join(roaming, NAME, 'vault', 'store.db'), 'kept');
      installed = join(makeTempDir(), NAME);
      cpSync(folder(), installed, { recursive: true });
    }, 600_000);
    afterAll(() => cutPower());
    beforeEach(() => {
      rmSync(programs, { recursive: true });
      cpSync(installed, folder(), { recursive: true });
      rmSync(join(roaming, NAME, 'updates'), { recursive: true, force: true });
      wine('reg', 'add', INSTALLED, '/v', 'DisplayVersion', '/d', '1.0.0', '/f');
    });

    it('takes the place of the older one once it has shown itself, and says so', async () => {
      const before = vault();
      expect(wine(await build('1.1.0', 'shown'), '/S')).toBe(0);
      expect([started(), outcome(), vault()]).toEqual(['1.1.0', '1.0.0 1.1.0 applied', before]);
      expect(namesBeside()).toEqual([NAME]);
      expect(readdirSync(folder()).sort()).toEqual([PROGRAM, `Uninstall ${PROGRAM}`, 'resources']);
      const words = execFileSync('wine', ['reg', 'query', INSTALLED, '/v', 'DisplayVersion'], {
        env,
        encoding: 'utf8',
      });
      expect(words).toContain('1.1.0');
      expect(wine('reg', 'query', RUN_ONCE, '/v', NAME)).not.toBe(0);
    });

    it.each(['exits', 'fails', 'hangs'] as const)(
      'leaves the older one as it was where the new one %s on trial, and says so',
      async (trial) => {
        const [before, kept] = [hashFolder(folder()), vault()];
        expect(wine(await build('1.1.0', trial, { seconds: 3 }), '/S')).toBe(3);
        expect([started(), outcome(), vault()]).toEqual(['1.0.0', '1.0.0 1.1.0 not-started', kept]);
        expect(hashFolder(folder())).toBe(before);
        expect(namesBeside()).toEqual([NAME]);
        expect(spawnSync('pgrep', ['-f', `${NAME}.next`]).status).toBe(1);
      },
    );

    it('that was cut off between its two renames is undone as Windows starts again, or by the next one', async () => {
      for (const again of ['Windows', 'installer'] as const) {
        const child = spawn('wine', [await build('1.1.0', 'shown', { stopsBetween: true }), '/S'], {
          env,
          stdio: 'ignore',
        });
        await expect.poll(() => existsSync(join(programs, `${NAME}.before`)), { timeout: 60_000 }).toBe(true);
        const words = execFileSync('wine', ['reg', 'query', RUN_ONCE, '/v', NAME], { env, encoding: 'utf8' });
        expect(words).toContain('bring-back.cmd');
        cutPower(child);
        expect(existsSync(join(folder(), PROGRAM))).toBe(false);
        if (again === 'Windows') {
          // As RunOnce has it; wine's registry itself was cut off.
          const command = /REG_SZ\s+(?<command>.+?)\s*$/m.exec(words)!.groups!['command']!;
          writeFileSync(join(prefix, 'drive_c', 'once.bat'), `${command}\r\n`);
          wine('cmd', '/c', 'C:\\once.bat');
          expect(started()).toBe('1.0.0');
        } else {
          expect(wine(await build('1.2.0', 'shown'), '/S')).toBe(0);
          expect(started()).toBe('1.2.0');
        }
      }
    });

    it(`leaves one version that starts, whole, and each file of the vault, over ${KILLS} cuts of the power`, async () => {
      const next = await build('1.1.0', 'shown');
      const before = vault();
      wine(next, '/S');
      const began = performance.now();
      wine(next, '/S');
      const took = performance.now() - began;
      const ends = new Set<string>();
      for (let n = 0; n < KILLS; n++) {
        rmSync(programs, { recursive: true });
        cpSync(installed, folder(), { recursive: true });
        const child = spawn('wine', [next, '/S'], { env, stdio: 'ignore' });
        await setTimeout((took * (n + 0.5)) / KILLS);
        cutPower(child);
        const back = join(programs, `${NAME}.bring-back.cmd`);
        if (existsSync(back)) wine('cmd', '/c', back);
        const version = started();
        ends.add(version);
        expect(['1.0.0', '1.1.0']).toContain(version);
        expect(readFileSync(join(folder(), 'resources', 'app.asar'), 'utf8')).toBe(version.repeat(10_000));
        expect(vault()).toBe(before);
        // The next one is not kept from its work by what is left.
        if (n % 10 === 0) expect(wine(next, '/S')).toBe(0);
      }
      expect([...ends].sort()).toEqual(['1.0.0', '1.1.0']);
    });
  },
);
