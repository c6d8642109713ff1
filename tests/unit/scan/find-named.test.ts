/** The name of a file in what lists files that were used last, as each program writes it; and where those lists and bins of other disks are. */
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { binsOf } from '../../../main/sweep-surroundings.ts';
import { recentLists, sweepRoots } from '../../../main/vault/file-disposal/folders.ts';
import { findNamed } from '../../../main/vault/scan/find-named.ts';
import { NO_FOLDERS } from '../../support/scanners-here.ts';
import { makeTempDir } from '../../support/temp-dir.ts';

const NAME = '业主 A&B.xlsx';

/** Names of the files that are told, of a folder with these. */
function named(how: 'shortcuts' | 'texts', files: Readonly<Record<string, string | Buffer>>): string[] {
  const folder = makeTempDir();
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
  const { items } = findNamed({ lists: [{ how, path: folder }], name: NAME, leftOut: [] });
  return items.map(({ path }) => basename(path));
}

describe('the name of a file', () => {
  it.each([
    ['an address', `<bookmark href="file:///home/front/${encodeURIComponent(NAME)}">`],
    ['XML', '<item>业主 A&amp;B.xlsx</item>'],
    ['plain text', `last=${NAME}`],
    ['the escapes of Qt', 'recent=\\x4e1a\\x4e3b A&B.xlsx'],
    ['UTF-16', Buffer.from(`C:\\资料\\${NAME}`, 'utf16le')],
  ])('is found in %s', (_, bytes) => {
    expect(named('texts', { list: bytes, other: '业主 C.xlsx' })).toEqual(['list']);
  });

  it('is found as that of a shortcut, with its ending or without', () => {
    expect(
      named('shortcuts', {
        [`${NAME}.lnk`]: '',
        '业主 A&B.LNK': '',
        '业主 A&B 旧.xlsx.lnk': '',
        [NAME]: '',
      }).toSorted(),
    ).toEqual(['业主 A&B.LNK', `${NAME}.lnk`]);
  });

  it('is not looked for behind a link, nor in a folder that is left out', () => {
    const folder = makeTempDir();
    mkdirSync(join(folder, 'own'));
    writeFileSync(join(folder, 'own', 'list'), NAME);
    symlinkSync(join(folder, 'own', 'list'), join(folder, 'link'));
    const find = (leftOut: string[]) =>
      findNamed({
        lists: [
          { how: 'text', path: join(folder, 'link') },
          { how: 'text', path: join(folder, 'own', 'list') },
        ],
        name: NAME,
        leftOut,
      });
    expect(find([]).items).toHaveLength(1);
    expect(find([]).cut).toEqual([{ path: join(folder, 'link'), place: 'recent', why: 'no-access' }]);
    expect(find([join(folder, 'own')]).items).toEqual([]);
  });
});

describe('where copies may be', () => {
  it('is named for Windows, with its shortcuts, and for a Mac', () => {
    const windows = {
      ...NO_FOLDERS,
      platform: 'win32',
      separator: '\\',
      home: 'C:\\Users\\front',
      appData: 'C:\\Users\\front\\AppData\\Roaming',
    };
    expect(recentLists(windows).map(({ how, path }) => [how, path.split('\\').at(-1)])).toEqual([
      ['shortcuts', 'Recent'],
      ['shortcuts', 'Recent'],
      ['texts', 'AutomaticDestinations'],
      ['texts', 'CustomDestinations'],
      ['texts', 'recent'],
    ]);
    expect(sweepRoots(windows, { picked: [], drives: false }).map(({ path }) => path)).toContain(
      'C:\\$Recycle.Bin',
    );
    const mac = { ...NO_FOLDERS, platform: 'darwin', home: '/Users/front' };
    expect(recentLists(mac).every(({ how }) => how === 'texts')).toBe(true);
    expect(sweepRoots(mac, { picked: [], drives: false }).map(({ path }) => path)).toContain(
      '/Users/front/.Trash',
    );
  });

  it('is a bin of this user on each disk, and none on a network', () => {
    const mounts = [
      '/dev/sda1 / ext4 rw 0 0',
      '/dev/sdb1 /media/front/U\\040盘 exfat rw 0 0',
      'host:/share /net nfs4 rw 0 0',
      'proc /proc proc rw 0 0',
    ].join('\n');
    expect(binsOf(mounts, 1000)).toEqual([
      '/.Trash-1000/files',
      '/.Trash/1000/files',
      '/media/front/U 盘/.Trash-1000/files',
      '/media/front/U 盘/.Trash/1000/files',
    ]);
    const around = { ...NO_FOLDERS, home: '/home/front', bins: ['/data/.Trash-1000/files'] };
    expect(sweepRoots(around, { picked: [], drives: false })).toContainEqual({
      place: 'bin',
      path: '/data/.Trash-1000/files',
    });
  });
});
