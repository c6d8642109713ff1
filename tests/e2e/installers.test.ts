/** What electron-builder makes of the packed folder: installed as root, started as an ordinary user, removed, and the vault is what it was. */
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PackedApp, packApp } from '../../scripts/pack/pack-app.ts';
import { type PlacedApp, placePacked, runPacked } from '../../scripts/pack/run-packed.ts';

const WATCHED_MS = 8_000;
const PACKAGE = 'resident-vault';

let packed: PackedApp;
let placed: PlacedApp;

beforeAll(async () => {
  packed = await packApp({ drivable: false, installers: true });
  placed = await placePacked(packed);
}, 900_000);
afterAll(() => placed?.remove());

const installer = (ending: string): string =>
  join(dirname(packed.dir), `not-for-real-data-electron-${packed.electronVersion}.${ending}`);
const words = (program: string, ...args: readonly string[]): string =>
  execFileSync(program, args, { encoding: 'utf8' });
const dpkg = (...args: readonly string[]): string => words('dpkg', ...args);

describe('the AppImage', () => {
  it('starts and stays, and its launcher and its entry of the menu take no guard away', async () => {
    const image = join(placed.folder, 'desk.AppImage');
    cpSync(installer('AppImage'), image);
    chmodSync(image, 0o755);
    const unpacked = join(placed.folder, 'unpacked');
    mkdirSync(unpacked);
    if (placed.user !== null) chownSync(unpacked, placed.user.uid, placed.user.gid);
    const { ended, output } = await runPacked(
      { ...placed, binary: image },
      { env: { TMPDIR: unpacked }, ms: 2 * WATCHED_MS },
    );
    expect(ended, output).toBe(false);
    for (const file of ['AppRun', 'resident-vault.desktop'])
      expect(words('unsquashfs', '-o', '4096', '-cat', image, file)).not.toContain('no-sandbox');
  });
});

it('the folder for Linux starts by its starter and stays', async () => {
  const folder = join(placed.folder, 'unpacked-folder');
  mkdirSync(folder);
  words('tar', '-xzf', installer('tar.gz'), '-C', folder);
  if (placed.user !== null) words('chown', '-R', `${placed.user.uid}:${placed.user.gid}`, folder);
  const binary = join(folder, 'resident-vault', 'resident-vault');
  const { ended, output } = await runPacked({ ...placed, binary }, { ms: WATCHED_MS });
  expect(ended, output).toBe(false);
});

describe.skipIf(process.getuid?.() !== 0)('the Debian package', () => {
  afterAll(() => {
    if (existsSync('/opt/Resident Vault')) dpkg('--purge', PACKAGE);
  });

  it('installs, starts from the path of every user, and is removed but for the vault', async () => {
    expect(words('dpkg-deb', '--field', installer('deb'), 'Maintainer', 'Homepage')).toMatch(
      /Maintainer: .+@.+\nHomepage: https:/,
    );
    const vault = join(placed.user?.home ?? '/root', '.config', 'Resident Vault', 'vault');
    const marker = join(vault, 'of-the-installers-test');
    mkdirSync(vault, { recursive: true });
    writeFileSync(marker, 'kept');
    dpkg('--install', installer('deb'));
    expect(dpkg('--verify', PACKAGE)).toBe('');
    for (const path of ['resident-vault', 'resources/app.asar']) {
      const { uid, mode } = statSync(join('/opt/Resident Vault', path));
      expect([uid, mode & 0o777]).toEqual([0, path.includes('.') ? 0o644 : 0o755]);
    }
    const { ended, output } = await runPacked(
      { ...placed, binary: '/usr/bin/resident-vault' },
      { ms: WATCHED_MS },
    );
    expect(ended, output).toBe(false);
    dpkg('--purge', PACKAGE);
    expect(existsSync('/opt/Resident Vault')).toBe(false);
    expect(existsSync('/usr/bin/resident-vault')).toBe(false);
    expect(readFileSync(marker, 'utf8')).toBe('kept');
    rmSync(marker);
  });
});
