/** Which folders a sweep looks into, wherever chat programs keep their files and whatever the names are written in. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { CHAT_FOLDERS, sweepRoots } from '../../../main/vault/file-disposal/folders.ts';
import { isCut, listFiles } from '../../../main/vault/scan/list-files.ts';
import { NO_FOLDERS, scannersHere } from '../../support/scanners-here.ts';
import { encodeGb18030 } from '../../support/sweep-corpus/gb18030.ts';
import { PINS } from '../../support/pins.ts';
import { makeTempDir } from '../../support/temp-dir.ts';
import { createHarness } from '../../support/vault-harness.ts';

const LIST = ['14278903512', '14367120984', '14290345671'].map((phone, n) => `某${n},${phone}`).join('\n');

function put(folder: string, ...parts: readonly string[]): string {
  const path = join(folder, ...parts);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, LIST);
  return path;
}

const listed = (options: Parameters<typeof sweepRoots>) =>
  [...listFiles({ roots: sweepRoots(...options), leftOut: [] })].flatMap((found) =>
    isCut(found) ? [] : [{ place: found.place, path: found.path }],
  );

it.each(Object.entries(CHAT_FOLDERS))(
  'files in %s are found on another drive, at its root, in a folder, and where the drive is picked',
  (name, place) => {
    const drive = makeTempDir();
    const files = [
      put(drive, name, 'wxid_1', 'msg', 'file', '2026-05', '名单.csv'),
      put(drive, name, '10001', 'FileRecv', '名单.csv'),
      put(drive, '聊天', name, 'a', 'Cache', 'File', '名单.csv'),
    ];
    put(drive, name, 'wxid_1', 'Image', 'x.csv');
    put(drive, name, 'wxid_1', 'db_storage', 'x.csv');
    const expected = files.toSorted().map((path) => ({ place, path }));
    const around = { ...NO_FOLDERS, drives: [drive] };
    const byPath = (some: ReturnType<typeof listed>) => some.toSorted((a, b) => (a.path < b.path ? -1 : 1));
    expect(byPath(listed([around, { picked: [], drives: false }]))).toEqual(expected);
    expect(byPath(listed([around, { picked: [], drives: true }]))).toEqual(expected);
    expect(byPath(listed([NO_FOLDERS, { picked: [drive], drives: false }]))).toEqual(expected);
  },
);

it('pictures that a chat program keeps are left, and a folder of that name elsewhere is not', () => {
  const folder = makeTempDir();
  const path = put(folder, 'Image', '名单.csv');
  expect(listed([NO_FOLDERS, { picked: [folder], drives: false }])).toEqual([{ place: 'picked', path }]);
});

it.skipIf(process.platform !== 'linux')(
  'files and folders with names in GBK are found, shown as they are called, and destroyed',
  async () => {
    const home = makeTempDir();
    const folder = Buffer.concat([Buffer.from(`${home}/`), encodeGb18030('业主资料')]);
    mkdirSync(folder);
    const file = Buffer.concat([folder, Buffer.from('/'), encodeGb18030('名单乗.csv')]);
    writeFileSync(file, LIST);
    const desk = await createHarness({ scanners: scannersHere({ ...NO_FOLDERS, home, desktop: home }) });
    await desk.setUpAs('supervisor');
    await desk.call('sweep.begin', { drives: false });
    await expect
      .poll(async () => (await desk.call('sweep.read', {})).sweeps[0]?.endedAt, { timeout: 30_000 })
      .not.toBeNull();
    const { findings } = await desk.call('sweep.read', {});
    expect(findings.map(({ name, folder: shown, people }) => [name, shown, people])).toEqual([
      ['名单乗.csv', join(home, '业主资料'), 3],
    ]);
    const { findingId } = findings[0]!;
    // Of the same letters, as somebody has copied it by a program that knows them.
    const alike = join(home, '名单乗.csv');
    writeFileSync(alike, LIST);
    await desk.call('sweep.dispose', { findingId, pin: PINS.supervisor });
    expect(readdirSync(folder)).toEqual([]);
    expect(readFileSync(alike, 'utf8')).toBe(LIST);
  },
);
