/** The packed application: its fuses as they lie in the binary, and that the ways around them lead nowhere. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdtempSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asUser, ensureAppUser } from '../../scripts/desktop/app-user.ts';
import { startDisplay } from '../../scripts/desktop/display.ts';
import type { Display } from '../../scripts/desktop/display.ts';
import { startKeyring } from '../../scripts/desktop/keyring.ts';
import type { Keyring } from '../../scripts/desktop/keyring.ts';
import { readFuses, WANTED } from '../../scripts/pack/fuses.mjs';
import { packApp } from '../../scripts/pack/pack-app.ts';
import type { PackedApp } from '../../scripts/pack/pack-app.ts';
import { processTree } from '../support/memory-scan.ts';

let packed: PackedApp;
let folder: string;
let display: Display;
let keyring: Keyring;
const user = ensureAppUser();

beforeAll(async () => {
  packed = await packApp({ drivable: false });
  folder = mkdtempSync(join(tmpdir(), 'rv-packed-'));
  chmodSync(folder, 0o755);
  cpSync(packed.dir, join(folder, 'app'), { recursive: true });
  display = await startDisplay(user);
  keyring = await startKeyring('unlocked', user);
});
afterAll(async () => {
  await keyring?.stop();
  await display?.stop();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

interface Ended {
  readonly code: number | null;
  readonly output: string;
  readonly ended: boolean;
}

/** Starts the packed binary on a fresh profile and watches it for `ms`; kills it, by its own id, if it is still there. */
function start(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  ms: number,
  whileRunning?: (child: ChildProcess) => Promise<void>,
): Promise<Ended> {
  const profile = mkdtempSync(join(tmpdir(), 'rv-pack-profile-'));
  if (user !== null) chownSync(profile, user.uid, user.gid);
  const [program = '', ...rest] = [
    ...asUser(user),
    join(folder, 'app', 'resident-vault'),
    `--user-data-dir=${profile}`,
    ...args,
  ];
  const child = spawn(program, rest, {
    env: { ...keyring.env, ...display.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  return new Promise((resolve, reject) => {
    let watching = true;
    const timer = setTimeout(() => {
      watching = false;
      (whileRunning?.(child) ?? Promise.resolve()).catch(reject).finally(() => child.kill('SIGKILL'));
    }, ms);
    child.once('exit', (code) => {
      clearTimeout(timer);
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
      resolve({ code, output, ended: watching });
    });
  });
}

/** Main is what has no type; of the utility processes, the vault is the one that runs Node. Chromium writes its arguments anew, with spaces. */
function isMainOrVault(pid: number): boolean {
  const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  const isMain = !command.includes('--type=');
  return /\/resident-vault[\0 ]/.test(command) && (isMain || command.includes('node.mojom.NodeService'));
}

describe('the packed application', () => {
  it('has every fuse of its runtime set as decided', async () => {
    const fuses = await readFuses(packed.binary);
    expect(fuses.size).toBe(Number(packed.electronVersion.split('.')[0]) >= 41 ? 9 : 8);
    for (const [fuse, on] of fuses) expect(on, `fuse ${fuse}`).toBe(WANTED[fuse]);
  });

  it('is never called a release when it is not one', () => {
    expect(packed.dir.includes('not-for-real-data')).toBe(!packed.isRelease);
    expect(existsSync(join(packed.dir, 'NOT-FOR-REAL-DATA.txt'))).toBe(!packed.isRelease);
  });

  it('starts and stays, with no argument that is refused', async () => {
    const { ended, output } = await start([], {}, 4_000);
    expect(ended, output).toBe(false);
  });

  it.skipIf(user === null)(
    'keeps other programs of the user out of main and vault: the module that does it is found in the package',
    async () => {
      const { ended, output } = await start([], {}, 1_000, (child) =>
        // The files of a process that refuses its user are root's.
        expect
          .poll(
            () =>
              processTree(child.pid!)
                .filter(isMainOrVault)
                .map((pid) => statSync(`/proc/${pid}/maps`).uid),
            { timeout: 20_000 },
          )
          .toEqual([0, 0]),
      );
      expect(ended, output).toBe(false);
    },
  );

  it('does not become Node, whatever the environment says', async () => {
    const { output } = await start(['-p', '"as" + "-node"'], { ELECTRON_RUN_AS_NODE: '1' }, 3_000);
    expect(output).not.toContain('as-node');
  });

  it('loads nothing by NODE_OPTIONS', async () => {
    const planted = join(folder, 'planted');
    mkdirSync(planted, { mode: 0o777 });
    chmodSync(planted, 0o777);
    const { output } = await start([], { NODE_OPTIONS: `--require=${join(planted, 'nothing.cjs')}` }, 3_000);
    expect(output).not.toContain('nothing.cjs');
  });

  it('opens no inspector', async () => {
    const { output } = await start(['--inspect=0', '--inspect-brk=0'], {}, 3_000);
    expect(output).not.toContain('Debugger listening');
  });

  it.each(['--remote-debugging-port=0', '--remote-debugging-pipe', '--no-sandbox', '--js-flags=--expose-gc'])(
    'does not start with %s',
    async (flag) => {
      const { code, output, ended } = await start([flag], {}, 10_000);
      expect(output).toContain('refused to start');
      expect({ code, ended }).toEqual({ code: 1, ended: true });
      expect(output).not.toContain('DevTools listening');
    },
  );
});
