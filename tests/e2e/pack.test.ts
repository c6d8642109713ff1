/** The packed application: its fuses as they lie in the binary, and that the ways around them lead nowhere. */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsOf } from '../../scripts/pack/check-pack.ts';
import { readFuses, WANTED } from '../../scripts/pack/fuses.mjs';
import { type PackedApp, packApp } from '../../scripts/pack/pack-app.ts';
import {
  type Ended,
  type PlacedApp,
  type Run,
  placePacked,
  runPacked,
} from '../../scripts/pack/run-packed.ts';
import { processTree } from '../../scripts/desktop/process-tree.ts';
import { ROOT, startWithUpdate } from '../support/packed-folder.ts';
import { makeTempDir } from '../support/temp-dir.ts';

let packed: PackedApp;
let placed: PlacedApp;

beforeAll(async () => {
  const root = join(makeTempDir(), 'root.json');
  writeFileSync(root, ROOT);
  process.env['RESIDENT_VAULT_UPDATE_ROOT'] = root;
  packed = await packApp({ drivable: false });
  placed = await placePacked(packed);
});
afterAll(() => placed?.remove());

const start = (run: Run): Promise<Ended> => runPacked(placed, run);

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

  it('passes the check of packs', async () => {
    expect(await faultsOf(packed.dir)).toEqual([]);
  });

  it('does not start, and says why in words, where a byte of a native module was changed', async () => {
    const modules = readdirSync(join(placed.folder, 'app'), { recursive: true, encoding: 'utf8' }).filter(
      (path) => path.endsWith('.node'),
    );
    expect(modules.length).toBeGreaterThanOrEqual(4);
    for (const name of modules) {
      const file = join(placed.folder, 'app', name);
      const bytes = readFileSync(file);
      writeFileSync(file, bytes.with(bytes.length - 1, bytes.at(-1)! ^ 1));
      const { output } = await start({
        ms: 500,
        // Its words are on the screen until somebody has read them; behind them is no vault.
        beforeTheEnd: async (child, said) => {
          await expect.poll(said).toMatch(/did not start: its files were changed|没有启动：程序文件被改动/);
          expect(processTree(child.pid!).filter(isMainOrVault)).toHaveLength(1);
        },
      });
      writeFileSync(file, bytes);
      expect(output).toContain(name.split('app.asar.unpacked/')[1]);
    }
  });

  it('is never called a release when it is not one', () => {
    expect(packed.dir.includes('not-for-real-data')).toBe(!packed.isRelease);
    expect(existsSync(join(packed.dir, 'NOT-FOR-REAL-DATA.txt'))).toBe(!packed.isRelease);
  });

  it('starts and stays, with no argument that is refused', async () => {
    const { ended, output } = await start({ ms: 4_000 });
    expect(ended, output).toBe(false);
  });

  it.skipIf(process.getuid?.() !== 0)(
    'keeps other programs of the user out of main and vault: the module that does it is found in the package',
    async () => {
      const { ended, output } = await start({
        ms: 1_000,
        // The files of a process that refuses its user are root's.
        beforeTheEnd: (child) =>
          expect
            .poll(
              () =>
                processTree(child.pid!)
                  .filter(isMainOrVault)
                  .map((pid) => statSync(`/proc/${pid}/maps`).uid),
              { timeout: 20_000 },
            )
            .toEqual([0, 0]),
      });
      expect(ended, output).toBe(false);
    },
  );

  it('does not become Node, whatever the environment says', async () => {
    const { output } = await start({
      args: ['-p', '"as" + "-node"'],
      env: { ELECTRON_RUN_AS_NODE: '1' },
      ms: 3_000,
    });
    expect(output).not.toContain('as-node');
  });

  it('loads nothing by NODE_OPTIONS', async () => {
    const planted = join(placed.folder, 'planted');
    mkdirSync(planted, { mode: 0o777 });
    chmodSync(planted, 0o777);
    const { output } = await start({
      env: { NODE_OPTIONS: `--require=${join(planted, 'nothing.cjs')}` },
      ms: 3_000,
    });
    expect(output).not.toContain('nothing.cjs');
  });

  it('opens no inspector', async () => {
    const { output } = await start({ args: ['--inspect=0', '--inspect-brk=0'], ms: 3_000 });
    expect(output).not.toContain('Debugger listening');
  });

  it.each([
    '--remote-debugging-port=0',
    '--remote-debugging-pipe',
    '--no-sandbox',
    '--browser-subprocess-path=/bin/true',
    '--js-flags=--expose-gc',
  ])('does not start with %s', async (flag) => {
    const { code, output, ended } = await start({ args: [flag], ms: 10_000 });
    expect(output).toContain('refused to start');
    expect({ code, ended }).toEqual({ code: 1, ended: true });
    expect(output).not.toContain('DevTools listening');
  });
});

describe.runIf(process.platform === 'linux')('an update of the packed application in a folder', () => {
  const STEP = { from: '0.0.9', to: '0.1.0' };

  it('is the program after it has shown its lock screen, and no file of the vault is another', async () => {
    expect(await startWithUpdate(placed, 'good', 'good')).toMatchObject({
      last: { ...STEP, end: 'applied' },
      runs: 'new',
      vaultIsAsBefore: true,
    });
  });

  it('that exits, hangs or shows no lock screen is taken back within 90 seconds, and the one before goes on', async () => {
    for (const found of await Promise.all(
      (['exits', 'hangs', 'shows nothing'] as const).map((kind, at) =>
        startWithUpdate(placed, `bad-${at}`, kind),
      ),
    ))
      expect(found).toMatchObject({
        last: { ...STEP, end: 'not-started' },
        runs: 'old',
        vaultIsAsBefore: true,
      });
  });
});
