/**
 * What another program of the same user gets out of the running application: its memory, by each way that Linux has for that, and the core
 * file of a process that fails. An ordinary process of that user gives both, in the same run. Needs root: to run as another user, and to see
 * that what is looked for is there.
 */
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { chownSync, readdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asUser, ensureAppUser } from '../../scripts/desktop/app-user.ts';
import { firstLine } from '../../scripts/desktop/children.ts';
import { prepareApp } from '../../scripts/desktop/prepare-app.ts';
import { type StagedApp, stageRoot, stageRuntime } from '../../scripts/desktop/stage.ts';
import { DeskDriver } from '../support/desk-driver.ts';
import { type RunningApp, isAlive, launchApp } from '../support/electron-app.ts';
import { type Needle, scanMemory, textNeedle } from '../support/memory-scan.ts';
import { makeTempDir } from '../support/temp-dir.ts';

/** Main keeps it for the lock screen, the vault in what it has read of the header. */
const ESTATE = '不可读花园';
const PLANTED = textNeedle('the name of the estate', ESTATE);

const ATTACK = readFileSync(join(import.meta.dirname, '..', 'support', 'attach-to.py'), 'utf8');
/** Holds what it is given. It lets anybody trace it, so that what it proves does not depend on Yama's setting. */
const ORDINARY = `
import ctypes, sys
ctypes.CDLL(None).prctl(0x59616d61, ctypes.c_ulong(-1), 0, 0, 0)
held = sys.stdin.readline()
print("ready", flush=True)
sys.stdin.read()
`;

/** Core files are named here; a program that the kernel hands them to would keep them elsewhere. */
const CORES_ARE_FILES = !readFileSync('/proc/sys/kernel/core_pattern', 'utf8').startsWith('|');

interface Attempt {
  readonly maps: string;
  readonly memory: string;
  readonly vm: string;
  readonly trace: string;
}
const OPEN: Attempt = { maps: 'listed', memory: 'found', vm: 'read', trace: 'attached' };
const SHUT: Attempt = { maps: 'EACCES', memory: 'EACCES', vm: 'EPERM', trace: 'EPERM' };

describe.skipIf(process.getuid?.() !== 0)('another program of the same user', () => {
  const user = ensureAppUser();
  const folder = makeTempDir();
  let app: RunningApp;
  const ordinary: ChildProcess[] = [];

  beforeAll(async () => {
    chownSync(folder, user?.uid ?? 0, user?.gid ?? 0);
    app = await launchApp({ staged: withoutCoreLimit(await prepareApp()) });
    const desk = new DeskDriver(app);
    await desk.setUp(ESTATE);
    await desk.enter('receptionist');
  });
  afterAll(async () => {
    for (const child of ordinary) child.kill('SIGKILL');
    await app?.dispose();
  });

  it('reads an ordinary process of that user, and attaches to it', async () => {
    const { pid } = await startOrdinary();
    expect(attack(pid!, PLANTED)).toEqual(OPEN);
  });

  it.each(['main', 'vault'] as const)(
    'gets nothing out of %s, which holds what it looks for',
    async (name) => {
      const { [name]: pid } = await app.processIds();
      expect(scanMemory([pid], [PLANTED]).map((hit) => hit.name)).toContain(PLANTED.name);
      expect(attack(pid, PLANTED)).toEqual(SHUT);
    },
  );

  it('finds nothing open where the application says that its memory is guarded', async () => {
    const info = await app.page().evaluate(() =>
      (
        window as unknown as {
          readonly residentVault: {
            readonly shell: {
              appInfo(request: object): Promise<{ readonly value: { memoryGuarded: boolean } }>;
            };
          };
        }
      ).residentVault.shell.appInfo({}),
    );
    expect(info.value.memoryGuarded).toBe(true);
  });

  it('is not asked for a file dialog, as a portal would be, which has to look into main', async () => {
    const portal = await app.electron.evaluate(({ app: running, dialog }) => {
      void dialog.showOpenDialog({ title: 'a-file-dialog' });
      return running.commandLine.getSwitchValue('xdg-portal-required-version');
    });
    expect(Number(portal)).toBeGreaterThan(100);
    const search = ['search', '--name', 'a-file-dialog'];
    await expect
      .poll(() => spawnSync('xdotool', search, { env: { ...app.env } }).status, { timeout: 20_000 })
      .toBe(0);
  });

  describe.skipIf(!CORES_ARE_FILES)('finds a core file', () => {
    it('of an ordinary process that fails', async () => {
      const child = await startOrdinary();
      await fail(child.pid!, 'SIGSEGV');
      expect(takeCores(folder)).not.toEqual([]);
    });

    it.each(['SIGSEGV', 'SIGABRT'] as const)('of no vault that ends by %s', async (signal) => {
      const { vault } = await app.processIds();
      const place = readlinkSync(`/proc/${vault}/cwd`);
      await app.lockedBy(() => fail(vault, signal));
      expect(takeCores(place)).toEqual([]);
    });

    it('of no main process that fails', async () => {
      const { main } = await app.processIds();
      const place = readlinkSync(`/proc/${main}/cwd`);
      await fail(main, 'SIGABRT');
      expect(takeCores(place)).toEqual([]);
    });
  });

  /** Runs it as that user. */
  function attack(pid: number, { forms }: Needle): Attempt {
    const [program = '', ...before] = [...asUser(user), '/usr/bin/python3'];
    const told = execFileSync(program, [...before, '-c', ATTACK, String(pid)], {
      input: JSON.stringify(forms.map((form) => form.toString('hex'))),
      encoding: 'utf8',
    });
    return JSON.parse(told) as Attempt;
  }

  /** A process that nobody has hardened, in a folder of its own, holding what is looked for. */
  async function startOrdinary(): Promise<ChildProcess> {
    const command = [...asUser(user), '/usr/bin/python3', '-c', ORDINARY];
    const child = spawn('/bin/sh', ['-c', 'ulimit -c unlimited; exec "$@"', 'sh', ...command], {
      cwd: folder,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    ordinary.push(child);
    child.stdin.write(`${ESTATE}\n`);
    await firstLine(child, child.stdout, 'the ordinary process');
    return child;
  }

  /** The launcher of the tests forbids core files for everything that it starts; a package has none. */
  function withoutCoreLimit(staged: StagedApp): StagedApp {
    const runtimeDir = stageRuntime(staged.runtime, stageRoot(staged.user));
    const binary = join(runtimeDir, relative(staged.runtime.dir, staged.runtime.executable));
    const words = [...asUser(staged.user), binary].map((word) => `'${word}'`).join(' ');
    const executable = join(folder, 'launch');
    writeFileSync(executable, `#!/bin/sh\nulimit -c unlimited\nexec ${words} "$@"\n`, { mode: 0o755 });
    return { ...staged, executable };
  }
});

/** Returns once it is gone: where the kernel writes a core file, that may take half a minute. */
async function fail(pid: number, signal: NodeJS.Signals): Promise<void> {
  process.kill(pid, signal);
  await expect.poll(() => isAlive(pid), { timeout: 120_000 }).toBe(false);
}

/** Names of the core files that lie there; they are removed, so that the next look finds its own. */
function takeCores(folder: string): readonly string[] {
  const cores = readdirSync(folder).filter((name) => name.startsWith('core'));
  for (const core of cores) rmSync(join(folder, core));
  return cores;
}
