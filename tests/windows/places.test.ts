/** Where a vault and its backups may lie: folders of other names, depths and drives than the usual. */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { dirname, join, toNamespacedPath } from 'node:path';
import { describe, expect, it } from 'vitest';
import { replaceSharedFile } from '../../main/files/durable-files.ts';
import { sqlitePath } from '../../main/vault/store/engine/sqlite-path.ts';
import { makeOne, openBackupDesk, peopleFound } from '../support/backup-desk.ts';
import { choosePlace } from '../support/second-log-desk.ts';
import { makeTempDir } from '../support/temp-dir.ts';
import { PINS } from '../support/vault-harness.ts';
import { makeFolderOnOtherDrive, makeFolderOnShare } from './volumes.ts';

/** More than the 260 characters that Windows' older functions take, and fewer than the 1,040 bytes that SQLite takes there. */
const DEEP = Array.from({ length: 14 }, (_, n) => `a long name 很长 ${'x'.repeat(10)} ${n}`);

const PLACES: readonly (readonly [string, () => string])[] = [
  ['of a Chinese user name', () => join(makeTempDir(), '用户', '前台 一号（测试）')],
  ['of more than 260 characters', () => join(makeTempDir(), ...DEEP)],
  ['as a namespaced path', () => toNamespacedPath(join(makeTempDir(), 'namespaced'))],
  ['with spaces, quotes, signs and letters of two codes', () => join(makeTempDir(), `a 'b' & %TEMP% ^ ü 𠮷`)],
  ['on another drive', makeFolderOnOtherDrive],
  ['on a share of the network', makeFolderOnShare],
];

describe.each(PLACES)('a folder %s', (_what, makePlace) => {
  it('holds a vault and its backup, which is restored', async () => {
    const place = makePlace();
    const [vaultDir, folder] = [join(place, 'vault'), join(place, 'backups')];
    for (const made of [vaultDir, folder]) mkdirSync(made, { recursive: true });
    const { desk } = await openBackupDesk({ vaultDir, folder, people: 2 });

    const name = await makeOne(desk);
    expect(readdirSync(folder)).toEqual([name]);
    await desk.call('backup.restore', { folderId: null, name, pin: PINS.admin, words: 'tried elsewhere' });
    await desk.lock();
    expect((await desk.unlock('supervisor')).alarms).toEqual(['restored']);
    await desk.call('session.acknowledge', { words: 'with the admin', pin: PINS.supervisor });
    expect(await peopleFound(desk)).toBe(2);
  });
});

it.each([
  ['another drive', makeFolderOnOtherDrive],
  ['a share of the network', makeFolderOnShare],
])('a backup on %s is restored to the drive of the vault', async (_what, makePlace) => {
  const folder = makePlace();
  const { desk } = await openBackupDesk({ folder, people: 2 });
  const name = await makeOne(desk);
  await desk.call('backup.restore', { folderId: null, name, pin: PINS.admin, words: 'tried elsewhere' });
  await desk.lock();
  expect((await desk.unlock('supervisor')).alarms).toEqual(['restored']);
});

it.each([
  ['another drive', makeFolderOnOtherDrive],
  ['a share of the network', makeFolderOnShare],
])('%s is a second place of the log', async (_what, makePlace) => {
  const { desk } = await openBackupDesk({ people: 1 });
  const place = await choosePlace(desk, makePlace());
  expect(place).toMatchObject({ state: 'good', behind: 0 });
});

it('the vault’s own folder is no second place of its log, whatever the case of its letters', async () => {
  const vaultDir = join(makeTempDir(), 'Vault');
  mkdirSync(vaultDir);
  const { desk } = await openBackupDesk({ vaultDir, people: 1 });
  for (const folder of [vaultDir.toLowerCase(), toNamespacedPath(vaultDir), `${vaultDir}\\.`])
    await expect(choosePlace(desk, folder), folder).rejects.toThrow('second-log-no-folder');
});

/** Of devices, from the days of DOS: what is written to them is gone. */
it.each(['nul', 'NUL.pdf', 'con.xlsx', 'aux', 'com9.csv', 'lpt1'])(
  'a file that is to be called %s is there, or was refused',
  async (name) => {
    const path = join(makeTempDir(), name);
    const written = await replaceSharedFile(path, Buffer.from('rows')).then(
      () => true,
      () => false,
    );
    const found = existsSync(path) && readFileSync(path, 'utf8') === 'rows';
    expect(found).toBe(written);
    expect(readdirSync(dirname(path))).toEqual(written ? [name] : []);
  },
);

it('a folder with other letters’ cases is the same folder', async () => {
  const temp = makeTempDir();
  const [vaultDir, folder] = [join(temp, 'Vault'), join(temp, 'Backups')];
  for (const made of [vaultDir, folder]) mkdirSync(made);
  const { desk } = await openBackupDesk({ vaultDir, folder, people: 1 });
  const name = await makeOne(desk);
  await desk.vault.close();

  renameSync(join(folder, name), join(folder, name.toLowerCase()));
  await desk.start();
  await desk.unlock('admin');
  const second = await makeOne(desk);
  expect(second).not.toBe(name);
  expect(statSync(join(folder, second)).isDirectory()).toBe(true);
});

/** Wine opens what Windows does not. */
it('SQLite is given a long path by the name that Windows opens at any length, and a short one as it is', () => {
  const [short, long] = [String.raw`C:\vault\store-0001.db`, join(String.raw`C:\vault`, ...DEEP)];
  expect([sqlitePath(short), sqlitePath(long)]).toEqual([short, `\\\\?\\${long}`]);
});
