/** What `fpm.mjs` makes of what electron-builder says, on a small tree. */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectDir } from '../../../scripts/setup/paths.mjs';
import { makeTempDir } from '../../support/temp-dir.ts';

/** Laid out and packed with these modes and at that time. */
function makeDeb(modes: { readonly file: number; readonly program: number }, time: number): string {
  const folder = makeTempDir();
  const app = join(folder, 'app');
  mkdirSync(join(app, 'resources'), { recursive: true, mode: modes.program });
  for (const [name, mode] of [
    ['resident-vault', modes.program],
    ['resources/app.asar', modes.file],
    ['postinst', modes.file],
  ] as const) {
    const path = join(name === 'postinst' ? folder : app, name);
    writeFileSync(path, name);
    chmodSync(path, mode);
    utimesSync(path, time, time);
  }
  const deb = join(folder, 'made.deb');
  execFileSync(
    process.execPath,
    [
      join(projectDir, 'scripts/pack/fpm.mjs'),
      ...'-s dir --force -t deb --deb-compression gz --deb-priority optional -d libnss3 -d'.split(' '),
      'a | b',
      ...'--architecture amd64 --name resident-vault --version 1.2.3 --maintainer'.split(' '),
      'Desk <desk@resident-vault.invalid>',
      ...`--url https://resident-vault.invalid --package ${deb} --description`.split(' '),
      'A desk.\n With two lines.',
      ...['after-install', 'after-remove'].map((name) => `--${name}=${join(folder, 'postinst')}`),
      `${app}/=/opt/Resident Vault`,
    ],
    { env: { ...process.env, SOURCE_DATE_EPOCH: '1700000000' } },
  );
  return deb;
}

it.skipIf(process.platform !== 'linux')(
  'a Debian package is the same byte for byte whatever umask and clock were, and everybody may read it',
  () => {
    const open = makeDeb({ file: 0o644, program: 0o755 }, 1_600_000_000);
    const closed = makeDeb({ file: 0o600, program: 0o700 }, 1_800_000_000);
    expect(readFileSync(closed).equals(readFileSync(open))).toBe(true);
    const listed = execFileSync('dpkg-deb', ['--contents', closed], { encoding: 'utf8', env: { TZ: 'UTC' } });
    expect(listed).toMatch(
      /^-rwxr-xr-x root\/root .+ 2023-11-14 22:13 \.\/opt\/Resident Vault\/resident-vault$/m,
    );
    expect(listed).toMatch(/^-rw-r--r-- root\/root .+ \.\/opt\/Resident Vault\/resources\/app\.asar$/m);
    const control = execFileSync('dpkg-deb', ['--field', closed], { encoding: 'utf8' });
    expect(control).toContain('Depends: libnss3, a | b\n');
    expect(control).toContain('Description: A desk.\n With two lines.\n');
  },
);
