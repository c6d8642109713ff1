/** Installers that differ in one planted thing each, and the field that is named for it. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { nameDifferences } from '../../../scripts/pack/name-differences.ts';
import { ensureInstallerTools } from '../../../scripts/setup/system-packages.mjs';
import { makeTempDir } from '../../support/temp-dir.ts';

const TIME = 1_700_000_000;

/** Of a folder with these files, by the tools that installers are made with; `mode` and `time` are those of each. */
function pack(
  kind: 'tar.gz' | 'deb' | 'AppImage' | 'zip',
  { text = 'archive', mode = '644', time = TIME } = {},
): Buffer {
  const folder = join(makeTempDir(), 'program');
  const file = join(folder, 'resources', 'app.asar');
  const made = join(folder, '..', 'made');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  const run = (program: string, ...words: readonly string[]): Buffer =>
    execFileSync(program, words, { cwd: folder });
  const settle = (): void => {
    run('chmod', mode, file);
    run('find', '.', '-exec', 'touch', '-d', `@${time}`, '{}', '+');
  };
  if (kind === 'deb') {
    mkdirSync(join(folder, 'DEBIAN'));
    writeFileSync(
      join(folder, 'DEBIAN', 'control'),
      'Package: a\nVersion: 1\nArchitecture: all\nMaintainer: A <a@b.invalid>\nDescription: a\n',
    );
  }
  settle();
  const epoch = { env: { ...process.env, SOURCE_DATE_EPOCH: String(TIME) } };
  if (kind === 'deb')
    execFileSync('dpkg-deb', ['--root-owner-group', '-Zgzip', '--build', folder, made], epoch);
  else if (kind === 'AppImage') {
    execFileSync('mksquashfs', [folder, made, '-quiet', '-no-progress', '-all-root'], epoch);
    return Buffer.concat([
      Buffer.from('#!/bin/sh\n# hsqs is no image yet\n'.padEnd(4096, '\n')),
      readFileSync(made),
    ]);
  } else if (kind === 'zip')
    execFileSync('7z', ['a', '-tzip', '-bd', `${made}.zip`, '.'], { ...epoch, cwd: folder });
  else
    run(
      'tar',
      '--sort=name',
      '--owner=0',
      '--group=0',
      '--use-compress-program=gzip -n',
      '-cf',
      made,
      'resources',
    );
  return readFileSync(kind === 'zip' ? `${made}.zip` : made);
}

const changed = (bytes: Buffer, at: number, to = 0x55): Buffer => {
  const other = Buffer.from(bytes);
  other[at]! ^= to;
  return other;
};

describe.runIf(process.platform === 'linux')('what differs between two installers is named', () => {
  beforeAll(ensureInstallerTools);

  it.each(['tar.gz', 'deb', 'AppImage', 'zip'] as const)(
    'and nothing of two that are the same: %s',
    (kind) => {
      const one = pack(kind);
      expect(nameDifferences(one, Buffer.from(one))).toEqual([]);
    },
  );

  it('in a folder that is packed: heads, times, modes, content, names', () => {
    const one = pack('tar.gz');
    expect(nameDifferences(one, changed(one, 4))).toEqual(['gzip mtime (0, 85)']);
    expect(nameDifferences(one, changed(one, 9))).toEqual([
      expect.stringMatching(/^gzip system \(3, \d+\)$/),
    ]);
    expect(nameDifferences(one, pack('tar.gz', { mode: '600' }))).toEqual([
      'content: resources/app.asar mode (0000644, 0000600)',
    ]);
    expect(nameDifferences(one, pack('tar.gz', { time: TIME + 8 }))).toEqual([
      'content: resources/ mtime (14524770400, 14524770410)',
      'content: resources/app.asar mtime (14524770400, 14524770410)',
    ]);
    expect(nameDifferences(one, pack('tar.gz', { text: 'archivE' }))).toEqual([
      'content: resources/app.asar content: bytes differ from 6 on',
    ]);
    expect(nameDifferences(one, gzipSync(gunzipSync(one), { level: 1 }))).toEqual([
      expect.stringMatching(/^gzip level /),
    ]);
  });

  it('in the Debian package: the archive, its members and the files in them', () => {
    const one = pack('deb');
    const at = one.indexOf('data.tar.gz');
    expect(nameDifferences(one, changed(one, at + 17, 1))).toEqual([
      'data.tar.gz ar mtime (1700000000, 1600000000)',
    ]);
    expect(nameDifferences(one, changed(one, at + 60 + 4))).toEqual(['data.tar.gz: gzip mtime (0, 85)']);
    expect(nameDifferences(one, pack('deb', { mode: '600' }))).toEqual([
      'data.tar.gz: content: ./resources/app.asar mode (0000644, 0000600)',
    ]);
  });

  it('in the AppImage: its runtime, the head of its image, the files in it, and what follows', () => {
    const one = pack('AppImage');
    expect(nameDifferences(one, changed(one, 4000))).toEqual(['runtime: bytes differ from 4000 on']);
    expect(nameDifferences(one, changed(one, 4096 + 8))).toEqual([
      expect.stringMatching(/^image: squashfs mkfs_time \(1700000000, \d+\)$/),
    ]);
    expect(nameDifferences(one, Buffer.concat([one, Buffer.of(1)]))).toEqual([
      expect.stringMatching(/^image: after the image: bytes differ from \d+ on, of \d+ and \d+$/),
    ]);
    const other = nameDifferences(one, pack('AppImage', { text: 'archivE', mode: '600', time: TIME - 60 }));
    expect(other).toContain('image: resources/app.asar mode (-rw-r--r--, -rw-------)');
    expect(other).toContain('image: resources/app.asar mtime (2023-11-14 22:13:20, 2023-11-14 22:12:20)');
    expect(other).toContainEqual(expect.stringMatching(/^image: resources\/app\.asar content \(/));
  });

  it('in the zip: time, attributes and content of each entry', () => {
    const other = nameDifferences(
      pack('zip'),
      pack('zip', { text: 'archivE', mode: '600', time: TIME + 60 }),
    );
    for (const field of ['time', 'sum of content', 'attributes', 'extra'])
      expect(other).toContainEqual(expect.stringContaining(`resources/app.asar ${field} (`));
  });

  it('in a program of Windows: the time and sum of its head, its sections, and the files behind them', () => {
    const one = readFileSync(join(makeProgram(), 'setup.exe'));
    const pe = one.readUInt32LE(60);
    expect(nameDifferences(one, changed(one, pe + 8))).toEqual([expect.stringMatching(/^PE time \(/)]);
    expect(nameDifferences(one, changed(one, pe + 24 + 64))).toEqual([
      expect.stringMatching(/^PE checksum \(/),
    ]);
    expect(nameDifferences(one, changed(one, 512))).toEqual(['PE section .text: bytes differ from 0 on']);
    expect(nameDifferences(one, Buffer.concat([one, Buffer.of(1)]))).toEqual([
      'after the sections: bytes differ from 5 on, of 5 and 6',
    ]);
  });

  it('and what no field explains is said to be so', () => {
    const one = pack('tar.gz');
    expect(nameDifferences(one, changed(one, one.length - 1))).toEqual([
      expect.stringMatching(/^bytes differ from \d+ on$/),
    ]);
    const entry = pack('zip');
    expect(nameDifferences(entry, changed(entry, entry.indexOf('archive')))).toEqual([
      expect.stringMatching(/^no field differs, and bytes differ from \d+ on$/),
    ]);
  });
});

/** Heads and one section, and five bytes behind it. */
function makeProgram(): string {
  const folder = makeTempDir();
  const bytes = Buffer.alloc(1024);
  const [pe, optional, section] = [64, 88, 88 + 240];
  bytes.write('MZ');
  bytes.writeUInt32LE(pe, 60);
  bytes.write('PE\0\0', pe);
  bytes.writeUInt16LE(1, pe + 6);
  bytes.writeUInt16LE(240, pe + 20);
  bytes.writeUInt16LE(0x20b, optional);
  bytes.write('.text', section);
  bytes.writeUInt32LE(512, section + 16);
  bytes.writeUInt32LE(512, section + 20);
  writeFileSync(join(folder, 'setup.exe'), Buffer.concat([bytes, Buffer.from('files')]));
  return folder;
}
