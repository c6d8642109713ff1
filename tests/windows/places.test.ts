/** Where a vault and its backups may lie: folders of other names, depths and drives than the usual. */
import { mkdirSync, readdirSync, renameSync, statSync } from 'node:fs';
import { join, toNamespacedPath } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sqlitePath } from '../../main/vault/store/engine/sqlite-path.ts';
import { makeOne, openBackupDesk, peopleFound } from '../support/backup-desk.ts';
import { makeTempDir } from '../support/temp-dir.ts';
import { PINS } from '../support/vault-harness.ts';

/** More than the 260 characters that Windows' older functions take, and fewer than the 1,040 bytes that SQLite takes there. */
const DEEP = Array.from({ length: 14 }, (_, n) => `a long name 很长 ${'x'.repeat(10)} ${n}`);

const PLACES: readonly (readonly [string, (temp: string) => string])[] = [
  ['of a Chinese user name', (temp) => join(temp, '用户', '前台 一号（测试）')],
  ['of more than 260 characters', (temp) => join(temp, ...DEEP)],
  ['as a namespaced path', (temp) => toNamespacedPath(join(temp, 'namespaced'))],
  ['with spaces, quotes, signs and letters of two codes', (temp) => join(temp, `a 'b' & %TEMP% ^ ü 𠮷`)],
];

describe.each(PLACES)('a folder %s', (_what, placeIn) => {
  it('holds a vault and its backup, which is restored', async () => {
    const place = placeIn(makeTempDir());
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
    await desk.dispose();
  });
});

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
  await desk.dispose();
});

/** Wine opens what Windows does not. */
it('SQLite is given a long path by the name that Windows opens at any length, and a short one as it is', () => {
  const [short, long] = [String.raw`C:\vault\store-0001.db`, join(String.raw`C:\vault`, ...DEEP)];
  expect([sqlitePath(short), sqlitePath(long)]).toEqual([short, `\\\\?\\${long}`]);
});
